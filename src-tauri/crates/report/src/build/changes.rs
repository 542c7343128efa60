//! «Лист изменений».

use opora_domain::report::changes::{ChangeRow, ChangeSheet, FieldRow};
use opora_domain::words::counted;

use super::format::{date, window};
use super::head::{self, Said};
use super::{Kind, Making, Row, bare_table, paragraph};
use crate::document::{Block, Document, Orientation};

/// Says the sheet of corrections.
pub fn changes(sheet: &ChangeSheet, making: &Making) -> Document {
    let head = &sheet.head;
    let about = format!("школьной программы повышения качества образования {}", head::years(head));
    let mut blocks = vec![Block::Turn(Orientation::Landscape)];
    blocks.push(Block::Title { kind: "Лист изменений".to_owned(), about: about.clone() });
    blocks.push(Block::KeyValues(facts(sheet)));
    blocks.extend(head.demo.then(|| super::note("Демонстрационный пример: сведения вымышлены.")));
    blocks.extend(table(sheet));
    blocks.extend(head::signatures(head, making));
    let data = head::data("changes", sheet);
    let said = Said { kind: "Лист изменений", about, needs_order: false, blocks, data };
    head::document(head, said, making)
}

fn facts(sheet: &ChangeSheet) -> Vec<(String, String)> {
    let head = &sheet.head;
    let state = match &head.approval {
        None => "проект, приказом не утверждена".to_owned(),
        Some(order) if order.order_no.is_empty() => format!("утверждена, редакция № {}", order.version),
        Some(order) => format!("утверждена приказом № {}, редакция № {}", order.order_no, order.version),
    };
    let period = window(sheet.from, sheet.to).replace('\n', "");
    let pairs = [
        ("Школа", head.school_full.clone()),
        ("Программа", head.programme_title.clone()),
        ("Состояние", state),
        ("Период", period),
    ];
    let filled = pairs.into_iter().filter(|(_, value)| !value.is_empty());
    filled.map(|(name, value)| (name.to_owned(), value)).collect()
}

fn table(sheet: &ChangeSheet) -> Vec<Block> {
    if sheet.rows.is_empty() {
        return vec![paragraph("Изменений нет: программа действует в том виде, в каком принята.")];
    }
    let count = counted(sheet.rows.len() as i64, "изменение", "изменения", "изменений");
    let columns = [
        ("№", 0.6, Kind::Number),
        ("Дата", 1.2, Kind::Date),
        ("Что изменено", 3.0, Kind::Text),
        ("Было", 3.0, Kind::Text),
        ("Стало", 3.0, Kind::Text),
        ("Причина", 2.4, Kind::Text),
        ("Основание", 1.9, Kind::Text),
    ];
    let mut rows = Vec::new();
    let mut version = None;
    for row in &sheet.rows {
        if version != Some(row.version) {
            rows.push(Row::Group(edition(row.version)));
        }
        version = Some(row.version);
        rows.push(change(row));
    }
    vec![paragraph(format!("Всего внесено: {count}.")), bare_table("Лист изменений", &columns, rows)]
}

fn edition(version: Option<i64>) -> String {
    match version {
        Some(number) => format!("Вошло в редакцию №\u{a0}{number}"),
        None => "Ещё не вошло в утверждённую редакцию".to_owned(),
    }
}

fn change(row: &ChangeRow) -> Row {
    let lines = |of: fn(&FieldRow) -> &str| {
        let said = row.fields.iter().map(|field| match of(field) {
            "" => format!("{}: —", field.label),
            text => format!("{}: {text}", field.label),
        });
        said.collect::<Vec<_>>().join("\n")
    };
    Row::Cells(vec![
        row.number.to_string(),
        date(row.date),
        row.what.clone(),
        lines(|field| &field.before),
        lines(|field| &field.after),
        row.reason.clone(),
        row.basis.clone(),
    ])
}
