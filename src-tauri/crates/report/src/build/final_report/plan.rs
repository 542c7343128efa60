//! Section 3: the road map by years and tasks, and what was not done.

use opora_domain::report::final_report::{FinalReport, TaskPart, UndoneRow};
use opora_domain::report::quarterly::RoadMapTotals;

use crate::build::format::{percent, window};
use crate::build::parts::Parts;
use crate::build::{Block, Kind, Row, bare_table, caption, heading, paragraph, roadmap, subheading, table};
use crate::document::Chart;

/// Section 3.
pub(super) fn section(said: &FinalReport) -> Vec<Block> {
    let mut blocks = vec![heading("3. Исполнение дорожной карты")];
    if said.roadmap.rows.is_empty() {
        blocks
            .push(paragraph("Сроков исполнения в дорожной карте нет: внесите мероприятия школы и их сроки."));
        return blocks;
    }
    let totals = &said.roadmap.totals;
    blocks.push(paragraph(roadmap::totals(&said.roadmap, said.head.from, "времени до начала программы")));
    let parts = Parts {
        title: "Исполнение дорожной карты по годам",
        chart: "Исполнение по годам",
        total: "Итого",
        parts: said.years.iter().collect(),
    };
    blocks.extend(parts.blocks(totals));
    blocks.push(Block::Chart(Chart::Stacked(roadmap::by_task(&said.roadmap))));
    blocks.extend(by_task(said));
    blocks.push(subheading("Что не исполнено и почему"));
    blocks.extend(undone(&said.undone()));
    blocks
}

/// A row a task, a column a year: «3 из 4».
fn by_task(said: &FinalReport) -> Vec<Block> {
    let years: Vec<&str> = said.years.iter().map(|part| part.label.trim_end_matches(" год")).collect();
    let mut columns = vec![("Задача", 6.0, Kind::Text)];
    columns.extend(years.iter().map(|year| (*year, 1.2, Kind::Text)));
    columns.extend([
        ("Всего", 1.3, Kind::Text),
        ("%", 1.1, Kind::Number),
        ("Просрочено", 1.2, Kind::Number),
        ("Перенесено", 1.2, Kind::Number),
    ]);
    let title = "Исполнено из запланированного по задачам и годам";
    let row = |part: &TaskPart| Row::Cells(cells(&part.title, &part.years, &part.totals));
    let whole: Vec<RoadMapTotals> = said.years.iter().map(|part| part.totals).collect();
    let total = Row::Total(cells("Итого", &whole, &said.roadmap.totals));
    let rows = said.by_task().iter().map(row).chain([total]).collect();
    vec![caption(title), bare_table(title, &columns, rows)]
}

fn cells(title: &str, years: &[RoadMapTotals], totals: &RoadMapTotals) -> Vec<String> {
    let done = |totals: &RoadMapTotals| match totals.planned {
        0 => "—".to_owned(),
        planned => format!("{}\u{a0}из\u{a0}{planned}", totals.done),
    };
    let mut cells = vec![title.to_owned()];
    cells.extend(years.iter().map(done));
    cells.extend([
        done(totals),
        percent(totals.done, totals.planned).unwrap_or_else(|| "—".to_owned()),
        totals.overdue.to_string(),
        totals.postponed.to_string(),
    ]);
    cells
}

fn undone(rows: &[UndoneRow]) -> Vec<Block> {
    let columns = [
        ("№", 0.9, Kind::Text),
        ("Мероприятие", 4.4, Kind::Text),
        ("Срок", 2.0, Kind::Text),
        ("Состояние", 1.6, Kind::Text),
        ("Причина", 3.0, Kind::Text),
    ];
    let row = |row: &UndoneRow| {
        let reason = if row.reason.is_empty() { "не указана" } else { &row.reason };
        Row::Cells(vec![
            row.code.clone(),
            row.title.clone(),
            window(row.from, row.to),
            row.status.clone(),
            reason.to_owned(),
        ])
    };
    let empty = "Просроченных, перенесённых и отменённых сроков нет.";
    table("Неисполненные сроки дорожной карты", &columns, rows.iter().map(row).collect(), empty)
}
