//! Section 2: the road map.

use chrono::NaiveDate;
use opora_domain::period::ReportPeriod;
use opora_domain::report::quarterly::{EventRow, EventState, RoadMap};
use opora_domain::words::counted;

use super::format::{date_or_empty, lower_first, share, shorten, window};
use super::{Block, Kind, Row, heading, paragraph, table, without_empty};
use crate::document::{Chart, StackedBar, StackedChart};

/// Section 2; a year says more under the totals.
pub(super) fn section(roadmap: &RoadMap, period: ReportPeriod, more: Vec<Block>) -> Vec<Block> {
    let mut blocks = vec![heading("2. Исполнение дорожной карты")];
    let columns = [
        ("№", 0.9, Kind::Text),
        ("Мероприятие", 3.6, Kind::Text),
        ("Срок", 2.2, Kind::Text),
        ("Исполнение", 1.9, Kind::Text),
        ("Документ", 2.4, Kind::Text),
        ("Примечание", 2.2, Kind::Text),
    ];
    if !roadmap.rows.is_empty() {
        let before =
            if period.is_year() { "прошлых лет" } else { "прошлых кварталов" };
        blocks.push(paragraph(totals(roadmap, period.start(), before)));
        blocks.extend(more);
        blocks.push(Block::Chart(Chart::Stacked(by_task(roadmap))));
    }
    blocks.extend(roadmap.notes.iter().map(paragraph));
    let (columns, rows) = without_empty(&columns, rows(roadmap), &["Примечание"]);
    blocks.extend(table(
        "Мероприятия отчётного периода и просроченные",
        &columns,
        rows,
        "На отчётный период мероприятия не запланированы, просроченных нет.",
    ));
    blocks
}

/// Done, in work and overdue, task by task.
pub(super) fn by_task(roadmap: &RoadMap) -> StackedChart {
    let mut bars: Vec<StackedBar> = Vec::new();
    for event in &roadmap.rows {
        let label = shorten(&group_title(event), super::indicators::FULL);
        if bars.last().is_none_or(|bar| bar.label != label) {
            bars.push(StackedBar { label, values: vec![0; PARTS.len()] });
        }
        if let Some((bar, part)) = bars.last_mut().zip(part(event.state)) {
            bar.values[part] += 1;
        }
    }
    bars.retain(|bar| bar.values.iter().any(|count| *count > 0));
    let said = bars.iter().map(|bar| {
        let counts =
            PARTS.iter().zip(&bar.values).map(|(part, count)| format!("{} — {count}", lower_first(part)));
        format!("{}: {}", bar.label, counts.collect::<Vec<_>>().join(", "))
    });
    StackedChart {
        title: "Исполнение по задачам, число сроков".to_owned(),
        alt: format!("Исполнение по задачам. {}.", said.collect::<Vec<_>>().join("; ")),
        parts: PARTS.map(str::to_owned).to_vec(),
        bars,
    }
}

/// Parts of a bar, in order.
pub(super) const PARTS: [&str; 3] = ["Исполнено", "В работе, постоянно", "Просрочено"];

fn part(state: EventState) -> Option<usize> {
    match state {
        EventState::Done => Some(0),
        EventState::InProgress | EventState::Continuous | EventState::Postponed => Some(1),
        EventState::Overdue => Some(2),
        EventState::Dropped => None,
    }
}

/// Counts in a sentence; debts are those of before the first day.
pub(super) fn totals(roadmap: &RoadMap, start: NaiveDate, before: &str) -> String {
    let totals = &roadmap.totals;
    let planned = counted(totals.planned, "мероприятие", "мероприятия", "мероприятий");
    let repeated = if roadmap.repeats() { " с учётом повторяющихся" } else { "" };
    let mut parts = vec![format!("Исполнено — {}", share(totals.done, totals.planned))];
    if totals.continuous > 0 {
        parts.push(format!("исполняется постоянно — {}", totals.continuous));
    }
    parts.push(format!("в работе — {}", totals.in_progress));
    parts.push(overdue(totals.overdue, roadmap.debts(start), before));
    parts.push(format!("перенесено — {}", totals.postponed));
    format!("К исполнению в отчётном периоде: {planned}{repeated}. {}.", parts.join(", "))
}

fn overdue(count: i64, debts: i64, before: &str) -> String {
    match debts {
        0 => format!("просрочено — {count}"),
        debts => format!("просрочено — {count} (из них с {before} — {debts})"),
    }
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
    let window = window(event.window_from, event.window_to);
    let raw = if says_only_dates(event) { "" } else { event.raw_term.as_str() };
    let term = two_lines(raw, &window);
    Row::Cells(vec![
        event.code.clone(),
        event.title.clone(),
        term,
        two_lines(&event.status, &date_or_empty(event.done_on)),
        event.documents.join("\n"),
        event.note.clone(),
    ])
}

/// «01.09.20 30.12.22»: the programme itself writes the two days, and they need not stand twice.
fn says_only_dates(event: &EventRow) -> bool {
    let (Some(from), Some(to)) = (event.window_from, event.window_to) else { return false };
    event.raw_term == format!("{} {}", from.format("%d.%m.%y"), to.format("%d.%m.%y"))
}

fn two_lines(first: &str, second: &str) -> String {
    match (first, second) {
        (only, "") | ("", only) => only.to_owned(),
        (first, second) => format!("{first}\n{second}"),
    }
}
