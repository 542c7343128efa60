//! Sections 8–12: what the programme holds on a theme, and what was written by hand.

use opora_domain::report::quarterly::{EventRow, IndicatorRow};
use opora_domain::report::theme::ThemeSection;
use opora_domain::words::Words;

use super::format::{date_or_empty, window};
use super::indicators::{fact, titled};
use super::{Block, Kind, Row, heading, list, paragraph, table};

/// One section.
pub(super) fn section(said: &ThemeSection) -> Vec<Block> {
    let title = format!("{}. {}", said.theme.section(), said.theme.label());
    let mut blocks = vec![heading(&title)];
    blocks.extend(said.notes.iter().map(paragraph));
    if said.events.is_empty() {
        blocks.push(paragraph(none(said)));
    } else {
        blocks.extend(events(&said.events));
    }
    if !said.indicators.is_empty() {
        blocks.extend(indicators(&said.indicators));
    }
    if !said.ahead.is_empty() {
        blocks.push(paragraph("По программе предстоит:"));
        blocks.push(list(said.ahead.iter().cloned(), false));
    }
    blocks
}

fn none(said: &ThemeSection) -> &'static str {
    match said.in_programme {
        true => "Мероприятий программы по этому направлению в отчётном периоде не было.",
        false => "Мероприятия по этому направлению программой школы не предусмотрены.",
    }
}

fn events(rows: &[EventRow]) -> Vec<Block> {
    let columns = [
        ("№", 0.8, Kind::Text),
        ("Мероприятие", 4.2, Kind::Text),
        ("Срок", 1.8, Kind::Text),
        ("Исполнение", 1.9, Kind::Text),
        ("Документ, результат", 3.0, Kind::Text),
    ];
    let row = |event: &EventRow| {
        let said = [event.documents.join("\n"), event.note.clone()];
        Row::Cells(vec![
            event.code.clone(),
            event.title.clone(),
            window(event.window_from, event.window_to),
            lines([event.status.clone(), date_or_empty(event.done_on)]),
            lines(said),
        ])
    };
    table("Мероприятия дорожной карты по направлению", &columns, rows.iter().map(row).collect(), "")
}

fn lines(parts: [String; 2]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

fn indicators(rows: &[IndicatorRow]) -> Vec<Block> {
    let columns = [
        ("№", 0.8, Kind::Text),
        ("Показатель, единица", 4.6, Kind::Text),
        ("План", 2.2, Kind::Text),
        ("Факт", 2.2, Kind::Text),
        ("Состояние", 1.9, Kind::Text),
    ];
    let row = |row: &IndicatorRow| {
        Row::Cells(vec![
            row.code.clone(),
            titled(&row.title, &row.unit),
            if row.target.is_empty() { "не установлен".to_owned() } else { row.target.clone() },
            fact(row),
            row.state.clone(),
        ])
    };
    table("Показатели по направлению", &columns, rows.iter().map(row).collect(), "")
}
