//! The road map by quarters of a year or by years of a programme: a chart and a table whose totals are those of the whole.

use opora_domain::report::annual::YearPart;
use opora_domain::report::quarterly::RoadMapTotals;

use super::format::{lower_first, share};
use super::roadmap::PARTS;
use super::{Block, Kind, Row, bare_table, caption, without_empty};
use crate::document::{Chart, StackedBar, StackedChart};

/// What is said by parts.
pub(super) struct Parts<'a> {
    /// Title of the table.
    pub(super) title: &'a str,
    /// Title of the chart: «Исполнение по кварталам».
    pub(super) chart: &'a str,
    /// «Итого за год».
    pub(super) total: &'a str,
    /// The parts.
    pub(super) parts: Vec<&'a YearPart>,
}

/// Left out where no report has been issued.
const ISSUED: &str = "Отчёт №";

const COLUMNS: [(&str, f32, Kind); 8] = [
    ("Срок", 2.8, Kind::Text),
    ("К исполнению", 1.5, Kind::Number),
    ("Исполнено", 2.0, Kind::Text),
    ("Постоянно", 1.3, Kind::Number),
    ("В работе", 1.1, Kind::Number),
    ("Просрочено", 1.4, Kind::Number),
    ("Перенесено", 1.4, Kind::Number),
    (ISSUED, 1.2, Kind::Text),
];

impl Parts<'_> {
    /// The chart and the table.
    pub(super) fn blocks(&self, totals: &RoadMapTotals) -> Vec<Block> {
        let (columns, rows) = without_empty(&COLUMNS, self.rows(totals), &[ISSUED]);
        vec![
            Block::Chart(Chart::Stacked(self.chart())),
            caption(self.title),
            bare_table(self.title, &columns, rows),
        ]
    }

    fn rows(&self, totals: &RoadMapTotals) -> Vec<Row> {
        let issued = self.parts.iter().any(|part| !part.report.is_empty());
        let number = |part: &YearPart| match (part.report.as_str(), issued) {
            ("", true) => "не выпущен".to_owned(),
            (number, _) => number.to_owned(),
        };
        let row = |part: &&YearPart| Row::Cells(cells(&part.label, &part.totals, number(part)));
        let total = Row::Total(cells(self.total, totals, String::new()));
        self.parts.iter().map(row).chain([total]).collect()
    }

    fn chart(&self) -> StackedChart {
        let bars: Vec<StackedBar> = self.parts.iter().map(|part| bar(&part.label, &part.totals)).collect();
        let said = bars.iter().map(|bar| {
            let counts = PARTS.iter().zip(&bar.values);
            let counts: Vec<String> =
                counts.map(|(part, count)| format!("{} — {count}", lower_first(part))).collect();
            format!("{}: {}", bar.label, counts.join(", "))
        });
        StackedChart {
            title: format!("{}, число сроков", self.chart),
            alt: format!("{}. {}.", self.chart, said.collect::<Vec<_>>().join("; ")),
            parts: PARTS.map(str::to_owned).to_vec(),
            bars,
        }
    }
}

fn cells(label: &str, totals: &RoadMapTotals, number: String) -> Vec<String> {
    let counts = [totals.continuous, totals.in_progress, totals.overdue, totals.postponed];
    let done = if totals.planned > 0 { share(totals.done, totals.planned) } else { "—".to_owned() };
    let head = [label.to_owned(), totals.planned.to_string(), done];
    head.into_iter().chain(counts.map(|count| count.to_string())).chain([number]).collect()
}

fn bar(label: &str, totals: &RoadMapTotals) -> StackedBar {
    let work = totals.in_progress + totals.continuous + totals.postponed;
    let values = [totals.done, work, totals.overdue].map(|count| count.max(0) as u32);
    StackedBar { label: label.to_owned(), values: values.to_vec() }
}
