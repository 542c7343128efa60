//! The annual report: the sections of the quarterly one over a year, the year by quarters, what is due next.

use opora_domain::report::annual::{AheadRow, AnnualReport, YearPart};
use opora_domain::words::counted;

use super::format::{lower_first, share, window};
use super::quarterly::{Said, compose, data};
use super::roadmap::PARTS;
use super::{
    Block, Kind, Making, Row, bare_table, caption, heading, indicators, paragraph, roadmap, table,
    working_group,
};
use crate::document::{Chart, Document, StackedBar, StackedChart};

/// So many indicators are drawn over the stages.
const LINES: usize = 6;

/// Says an annual report.
pub fn annual(report: &AnnualReport, making: &Making) -> Document {
    let sections = &report.sections;
    let said = Said {
        roadmap: roadmap::section(&sections.roadmap, sections.requisites.period, by_quarters(report)),
        indicators: indicators::section(&sections.indicators, LINES),
        meetings: working_group::of_year(&sections.meetings, &report.without_meeting()),
        after: after(report),
        data: data(report),
    };
    compose(sections, said, making)
}

/// Section 16 and how long the report is kept.
fn after(report: &AnnualReport) -> Vec<Block> {
    let year = report.sections.requisites.period.year() + 1;
    let mut blocks = vec![heading(&format!("16. Мероприятия на {year} год"))];
    blocks.extend(ahead(&report.ahead, report.sections.roadmap.totals.overdue, year));
    if !report.retention.is_empty() {
        blocks.push(paragraph(format!("Срок хранения отчёта: {}.", report.retention)));
    }
    blocks
}

fn ahead(rows: &[AheadRow], overdue: i64, year: i32) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !rows.is_empty() {
        let events = counted(rows.len() as i64, "мероприятие", "мероприятия", "мероприятий");
        blocks.push(paragraph(format!("На {year} год программой предусмотрено: {events}.")));
    }
    if overdue > 0 {
        blocks.push(paragraph(format!(
            "Просроченные сроки, которые переходят на {year} год (раздел 2): {overdue}."
        )));
    }
    let columns = [("№", 0.9, Kind::Text), ("Мероприятие", 7.0, Kind::Text), ("Срок", 3.2, Kind::Text)];
    let row = |row: &AheadRow| {
        Row::Cells(vec![row.code.clone(), row.title.clone(), window(row.from, row.to).replace('\n', " ")])
    };
    blocks.extend(table(
        "Мероприятия следующего года",
        &columns,
        rows.iter().map(row).collect(),
        "Новых сроков в следующем году дорожная карта не содержит.",
    ));
    blocks
}

/// Section 2 by quarters: a chart and a table whose totals are those of the year.
fn by_quarters(report: &AnnualReport) -> Vec<Block> {
    let parts: Vec<&YearPart> =
        report.parts.iter().filter(|part| part.quarter.is_some() || part.totals.planned > 0).collect();
    let title = "Исполнение дорожной карты по кварталам";
    vec![
        Block::Chart(Chart::Stacked(chart(&parts))),
        caption(title),
        bare_table(title, &COLUMNS, rows(report, &parts)),
    ]
}

const COLUMNS: [(&str, f32, Kind); 8] = [
    ("Срок", 2.8, Kind::Text),
    ("К исполнению", 1.5, Kind::Number),
    ("Исполнено", 2.0, Kind::Text),
    ("Постоянно", 1.3, Kind::Number),
    ("В работе", 1.1, Kind::Number),
    ("Просрочено", 1.4, Kind::Number),
    ("Перенесено", 1.4, Kind::Number),
    ("Отчёт №", 1.2, Kind::Text),
];

fn rows(report: &AnnualReport, parts: &[&YearPart]) -> Vec<Row> {
    let cells = |label: &str, totals: &opora_domain::report::quarterly::RoadMapTotals, number: &str| {
        let counts = [totals.continuous, totals.in_progress, totals.overdue, totals.postponed];
        let done = if totals.planned > 0 { share(totals.done, totals.planned) } else { "—".to_owned() };
        let head = [label.to_owned(), totals.planned.to_string(), done];
        let number = if number.is_empty() { "—" } else { number };
        head.into_iter().chain(counts.map(|count| count.to_string())).chain([number.to_owned()]).collect()
    };
    let row = |part: &&YearPart| Row::Cells(cells(&part.label, &part.totals, &part.report));
    let total = Row::Total(cells("Итого за год", &report.sections.roadmap.totals, " "));
    parts.iter().map(row).chain([total]).collect()
}

fn chart(parts: &[&YearPart]) -> StackedChart {
    let bar = |part: &&YearPart| {
        let totals = &part.totals;
        let work = totals.in_progress + totals.continuous + totals.postponed;
        let values = [totals.done, work, totals.overdue].map(|count| count.max(0) as u32);
        StackedBar { label: part.label.clone(), values: values.to_vec() }
    };
    let bars: Vec<StackedBar> = parts.iter().map(bar).collect();
    let said = bars.iter().map(|bar| {
        let counts = PARTS.iter().zip(&bar.values);
        let counts: Vec<String> =
            counts.map(|(part, count)| format!("{} — {count}", lower_first(part))).collect();
        format!("{}: {}", bar.label, counts.join(", "))
    });
    StackedChart {
        title: "Исполнение по кварталам, число сроков".to_owned(),
        alt: format!("Исполнение по кварталам. {}.", said.collect::<Vec<_>>().join("; ")),
        parts: PARTS.map(str::to_owned).to_vec(),
        bars,
    }
}
