//! Section 2: the road map.

use opora_domain::report::quarterly::{EventRow, RoadMap, RoadMapTotals};
use opora_domain::words::counted;

use super::format::{date_or_empty, share, window};
use super::{Align, Block, Row, heading, paragraph, table};

/// Section 2.
pub(super) fn section(roadmap: &RoadMap) -> Vec<Block> {
    let mut blocks = vec![heading("2. Исполнение дорожной карты")];
    let columns = [
        ("№", 0.9, Align::Left),
        ("Мероприятие", 3.6, Align::Left),
        ("Срок", 2.2, Align::Left),
        ("Исполнение", 1.9, Align::Left),
        ("Документ", 2.4, Align::Left),
        ("Примечание", 2.2, Align::Left),
    ];
    if !roadmap.rows.is_empty() {
        blocks.push(paragraph(totals(&roadmap.totals)));
    }
    blocks.extend(table(
        "Таблица 1. Мероприятия отчётного квартала и просроченные",
        &columns,
        rows(roadmap),
        "На отчётный квартал мероприятия не запланированы, просроченных нет.",
    ));
    blocks
}

fn totals(totals: &RoadMapTotals) -> String {
    let planned = counted(totals.planned, "мероприятие", "мероприятия", "мероприятий");
    let done = share(totals.done, totals.planned);
    format!(
        "К исполнению в отчётном квартале: {planned}. Исполнено — {done}, в работе — {}, просрочено — {}, \
         перенесено — {}.",
        totals.in_progress, totals.overdue, totals.postponed
    )
}

/// Rows under the title of their task, the totals at the end.
fn rows(roadmap: &RoadMap) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut task = None;
    for event in &roadmap.rows {
        let here = (&event.task_code, &event.task_title);
        if task != Some(here) && !event.task_title.is_empty() {
            rows.push(Row::Group(group_title(event)));
        }
        task = Some(here);
        rows.push(event_row(event));
    }
    if !rows.is_empty() {
        let totals = &roadmap.totals;
        let done = format!("исполнено {}", share(totals.done, totals.planned));
        let cells = ["", "Итого", "", &done, "", ""];
        rows.push(Row::Total(cells.map(str::to_owned).to_vec()));
    }
    rows
}

fn group_title(event: &EventRow) -> String {
    match event.task_code.trim_end_matches('.') {
        "" => event.task_title.clone(),
        code => format!("{code}. {}", event.task_title),
    }
}

fn event_row(event: &EventRow) -> Row {
    let term = two_lines(&event.raw_term, &window(event.window_from, event.window_to));
    Row::Cells(vec![
        event.code.clone(),
        event.title.clone(),
        term,
        two_lines(&event.status, &date_or_empty(event.done_on)),
        event.documents.join("\n"),
        event.note.clone(),
    ])
}

fn two_lines(first: &str, second: &str) -> String {
    match (first, second) {
        (only, "") | ("", only) => only.to_owned(),
        (first, second) => format!("{first}\n{second}"),
    }
}
