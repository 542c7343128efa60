//! The annual report: the sections of the quarterly one over a year, the year by quarters, what is due next.

use opora_domain::report::annual::{AheadRow, AnnualReport};
use opora_domain::words::counted;

use super::format::window;
use super::parts::Parts;
use super::quarterly::{Said, compose, data};
use super::{Block, Kind, Making, Row, heading, indicators, paragraph, roadmap, table, working_group};
use crate::document::Document;

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
    let parts = report.parts.iter().filter(|part| part.quarter.is_some() || part.totals.planned > 0);
    let said = Parts {
        title: "Исполнение дорожной карты по кварталам",
        chart: "Исполнение по кварталам",
        total: "Итого за год",
        parts: parts.collect(),
    };
    said.blocks(&report.sections.roadmap.totals)
}
