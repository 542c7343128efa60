//! «Дорожная карта» with marks, on turned sheets.

use opora_domain::report::EventScope;
use opora_domain::report::roadmap::{EventRow, Mark, RoadmapDocument, TaskRows};
use opora_domain::words::counted;

use super::format::{date, sentence, share};
use super::head::{self, Said};
use super::{Kind, Making, Row, bare_table, paragraph, without_empty};
use crate::document::{Block, Document, Orientation};

/// Says the road map.
pub fn roadmap(roadmap: &RoadmapDocument, making: &Making) -> Document {
    let head = &roadmap.head;
    let when = match roadmap.period.as_str() {
        "" => head::years(head),
        period => format!("за {period}"),
    };
    let about = format!("школьной программы повышения качества образования {when}");
    let mut blocks = vec![Block::Turn(Orientation::Landscape), head::stamps(head, false)];
    blocks.push(Block::Title { kind: "Дорожная карта".to_owned(), about: about.clone() });
    blocks.push(Block::KeyValues(facts(roadmap)));
    blocks.extend(head::warnings(head));
    blocks.push(paragraph(totals(roadmap)));
    blocks.extend(table(roadmap));
    blocks.extend(head::signatures(head, making));
    let data = head::data("roadmap", roadmap);
    let said = Said { kind: "Дорожная карта", about, needs_order: true, blocks, data };
    head::document(head, said, making)
}

fn facts(roadmap: &RoadmapDocument) -> Vec<(String, String)> {
    let head = &roadmap.head;
    let scope = match roadmap.scope {
        EventScope::All => "",
        EventScope::School => "только те, что исполняет школа",
    };
    let pairs = [
        ("Школа", head.school_full.as_str()),
        ("Программа", head.programme_title.as_str()),
        ("Основание", head.programme_act.as_str()),
        ("Мероприятия", scope),
    ];
    let filled = pairs.into_iter().filter(|(_, value)| !value.is_empty());
    filled.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

fn totals(roadmap: &RoadmapDocument) -> String {
    let totals = &roadmap.totals;
    let planned = counted(totals.planned, "срок", "срока", "сроков");
    let done = share(totals.done, totals.planned);
    let state = format!("По состоянию на {}", date(roadmap.head.date));
    match totals.planned {
        0 => format!("{state} школе исполнять нечего."),
        _ => format!(
            "{state} у школы {planned} исполнения: исполнено {done}, просрочено — {}.",
            totals.overdue
        ),
    }
}

fn table(roadmap: &RoadmapDocument) -> Vec<Block> {
    let columns = [
        ("№", 0.9, Kind::Text),
        ("Мероприятие", 4.2, Kind::Text),
        ("Планируемый результат", 2.9, Kind::Text),
        ("Срок", 1.9, Kind::Text),
        ("Ответственный", 2.2, Kind::Text),
        ("Документ", 2.2, Kind::Text),
        ("Отметка об исполнении", 3.4, Kind::Text),
    ];
    let rows: Vec<Row> = roadmap.tasks.iter().flat_map(task).collect();
    if rows.is_empty() {
        return vec![paragraph("В выбранном периоде мероприятий нет.")];
    }
    let (columns, rows) =
        without_empty(&columns, rows, &["Планируемый результат", "Документ", "Ответственный"]);
    vec![bare_table("Дорожная карта", &columns, rows)]
}

fn task(task: &TaskRows) -> Vec<Row> {
    let title = match (task.code.trim_end_matches('.'), task.title.as_str()) {
        (_, "") => None,
        ("", title) => Some(title.to_owned()),
        (code, title) => Some(format!("{code}. {title}")),
    };
    title.map(Row::Group).into_iter().chain(task.rows.iter().map(event)).collect()
}

fn event(event: &EventRow) -> Row {
    if event.is_group {
        return Row::Subgroup(format!("{} {}", event.code, event.title).trim().to_owned());
    }
    Row::Cells(vec![
        event.code.clone(),
        event.title.clone(),
        event.result.clone(),
        event.term.clone(),
        event.responsible.clone(),
        event.demanded.clone(),
        marks(event),
    ])
}

/// One line for each execution; of what is not the school's only what it did.
fn marks(event: &EventRow) -> String {
    let alone = event.marks.len() == 1;
    let said: Vec<String> = event.marks.iter().map(|row| mark(row, alone)).collect();
    match said.is_empty() && event.informative {
        true => "для сведения".to_owned(),
        false => said.join("\n"),
    }
}

fn mark(mark: &Mark, alone: bool) -> String {
    let mut said = if alone || mark.when.is_empty() { String::new() } else { format!("{}: ", mark.when) };
    said += &mark.status;
    if let Some(day) = mark.done_on {
        said += &format!(" {}", date(day));
    }
    if !mark.documents.is_empty() {
        said += &format!(". {}", mark.documents.join("; "));
    }
    if !mark.note.is_empty() {
        said += &format!(". {}", sentence(&mark.note));
    }
    said
}
