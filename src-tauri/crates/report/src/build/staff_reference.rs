//! «Кадровая справка».

use opora_domain::report::staff_reference::{Group, StaffReference, StaffRow};
use opora_domain::target::percent;
use opora_domain::words::{counted, plural};

use super::format::{date, hundredths};
use super::head::{self, Said};
use super::{Kind, Making, Row, bare_table, heading, note, paragraph, without_empty};
use crate::document::{Block, Document};

/// Says the reference.
pub fn staff_reference(said: &StaffReference, making: &Making) -> Document {
    let about = format!("о педагогических работниках на {}", date(said.on));
    let mut blocks = head::opening(&said.head, "Кадровая справка", &about, &[]);
    blocks.push(paragraph(summary(said)));
    for (title, first, groups) in [
        ("Квалификационные категории", "Категория", &said.categories),
        ("Педагогический стаж", "Стаж", &said.experience),
        ("Предметы", "Предмет", &said.subjects),
    ] {
        blocks.extend(shares(title, first, groups, said.rows.len()));
    }
    blocks.extend(people(said));
    blocks.push(note("Документ содержит фамилии педагогов и остаётся в школе."));
    blocks.extend(making.signatures(vec![head::pen("Заместитель директора", &said.head.deputy)]));
    let data = head::data("staff-reference", said);
    let kind = "Кадровая справка";
    head::document(&said.head, Said { kind, about, needs_order: false, blocks, data }, making)
}

fn summary(said: &StaffReference) -> String {
    let all = said.rows.len() as i64;
    if all == 0 {
        return "Педагоги не внесены.".to_owned();
    }
    let work = plural(all, "работает", "работают", "работают");
    let people = counted(all, "педагог", "педагога", "педагогов");
    format!(
        "В школе {work} {people}. Курсы повышения квалификации за последние три года завершили {} из {all} ({}).",
        said.trained,
        percent(said.trained, all)
    )
}

fn shares(title: &str, first: &str, groups: &[Group], all: usize) -> Vec<Block> {
    if groups.is_empty() {
        return Vec::new();
    }
    let columns = [(first, 4.0, Kind::Text), ("Педагогов", 1.2, Kind::Number), ("Доля", 1.2, Kind::Number)];
    let row = |group: &Group| {
        let share = percent(group.count, all as i64);
        Row::Cells(vec![group.label.clone(), group.count.to_string(), share])
    };
    vec![bare_table(title, &columns, groups.iter().map(row).collect())]
}

fn people(said: &StaffReference) -> Vec<Block> {
    if said.rows.is_empty() {
        return Vec::new();
    }
    let columns = [
        ("№", 0.5, Kind::Number),
        ("Педагог", 2.0, Kind::Text),
        ("Должность", 1.8, Kind::Text),
        ("Предметы", 2.2, Kind::Text),
        ("Категория", 1.6, Kind::Text),
        ("Стаж, лет", 0.9, Kind::Number),
        ("Часов в неделю", 1.1, Kind::Number),
        ("Последние курсы", 2.6, Kind::Text),
    ];
    let rows = said.rows.iter().enumerate().map(|(i, row)| person(i + 1, row)).collect();
    let (columns, rows) = without_empty(&columns, rows, &["Стаж, лет", "Часов в неделю", "Последние курсы"]);
    vec![heading("Педагоги"), bare_table("Педагогические работники", &columns, rows)]
}

fn person(number: usize, row: &StaffRow) -> Row {
    Row::Cells(vec![
        number.to_string(),
        row.teacher.clone(),
        row.post.clone(),
        row.subjects.clone(),
        row.category.clone(),
        row.experience_years.map(|years| years.to_string()).unwrap_or_default(),
        row.weekly_load.map(hundredths).unwrap_or_default(),
        row.course.clone(),
    ])
}
