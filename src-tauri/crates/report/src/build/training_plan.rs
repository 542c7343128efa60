//! «План-график повышения квалификации».

use opora_domain::report::training_plan::{TrainingPlan, TrainingRow};

use super::head::{self, Said};
use super::iom::{mark, term};
use super::{Kind, Making, Row, bare_table, heading, list, note, paragraph, without_empty};
use crate::document::{Block, Document, Orientation};

/// Says the plan of courses.
pub fn training_plan(said: &TrainingPlan, making: &Making) -> Document {
    let about = format!("повышения квалификации педагогов{}", head::over(&said.period));
    let mut blocks = vec![Block::Turn(Orientation::Landscape), head::to_approve(&said.head)];
    blocks.extend(head::opening(&said.head, "План-график", &about, &[]));
    blocks.extend(courses(said));
    if !said.without.is_empty() {
        blocks.push(heading("Нужно обучение, курс не запланирован"));
        let words = said.without.iter().map(|(teacher, topics)| format!("{teacher}: {topics}"));
        blocks.push(list(words, false));
    }
    blocks.push(note("Документ содержит фамилии педагогов и остаётся в школе."));
    blocks.extend(making.signatures(vec![head::pen("Заместитель директора", &said.head.deputy)]));
    let data = head::data("training-plan", said);
    head::document(&said.head, Said { kind: "План-график", about, needs_order: false, blocks, data }, making)
}

fn courses(said: &TrainingPlan) -> Vec<Block> {
    if said.rows.is_empty() {
        return vec![paragraph("Курсы за период не внесены.")];
    }
    let columns = [
        ("№", 0.5, Kind::Number),
        ("Педагог", 2.0, Kind::Text),
        ("Тема курса", 3.8, Kind::Text),
        ("Организация", 2.4, Kind::Text),
        ("Часы", 0.8, Kind::Number),
        ("Срок", 1.9, Kind::Text),
        ("Дефицит", 2.2, Kind::Text),
        ("Документ", 1.7, Kind::Text),
        ("Отметка", 2.0, Kind::Text),
    ];
    let mut rows: Vec<Row> = said.rows.iter().enumerate().map(|(i, row)| course(i + 1, row)).collect();
    let hours: i64 = said.rows.iter().filter_map(|row| row.step.hours).sum();
    let total = ["", "Итого", "", "", &hours.to_string(), "", "", "", ""];
    rows.push(Row::Total(total.map(str::to_owned).to_vec()));
    let (columns, rows) = without_empty(&columns, rows, &["Организация", "Дефицит"]);
    vec![bare_table("Курсы повышения квалификации", &columns, rows)]
}

fn course(number: usize, row: &TrainingRow) -> Row {
    let step = &row.step;
    Row::Cells(vec![
        number.to_string(),
        row.teacher.clone(),
        step.title.clone(),
        step.provider.clone(),
        step.hours.map(|hours| hours.to_string()).unwrap_or_default(),
        term(step),
        step.deficit.clone(),
        step.document.clone(),
        mark(step),
    ])
}
