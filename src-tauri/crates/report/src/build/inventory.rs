//! «Опись подтверждающих документов».

use opora_domain::report::inventory::{BareRow, Inventory, InventoryRow};
use opora_domain::words::counted;

use super::format::date_or_empty;
use super::head::{self, Said};
use super::{Kind, Making, Row, bare_table, heading, note, paragraph, without_empty};
use crate::document::{Block, Document, Orientation};

/// Characters of a hash that are printed.
const SHORT_HASH: usize = 12;

/// What is left out when no document has a file.
const FILE_COLUMNS: [&str; 3] = ["Файл", "Размер, КБ", "SHA-256"];

/// Says the inventory.
pub fn inventory(inventory: &Inventory, making: &Making) -> Document {
    let head = &inventory.head;
    let about = match inventory.period.as_str() {
        "" => format!("по школьной программе повышения качества образования {}", head::years(head)),
        period => format!("по школьной программе повышения качества образования за {period}"),
    };
    let mut blocks = vec![Block::Turn(Orientation::Landscape)];
    blocks.push(Block::Title {
        kind: "Опись подтверждающих документов".to_owned(), about: about.clone()
    });
    blocks.push(Block::KeyValues(vec![
        ("Школа".to_owned(), head.school_full.clone()),
        ("Программа".to_owned(), head.programme_title.clone()),
    ]));
    blocks.extend(head.demo.then(|| note("Демонстрационный пример: сведения вымышлены.")));
    blocks.push(paragraph(totals(inventory)));
    blocks.extend(documents(inventory));
    blocks.extend(bare(inventory));
    blocks.extend(head::signatures(head, making));
    let data = head::data("inventory", inventory);
    let said = Said {
        kind: "Опись подтверждающих документов", about, needs_order: false, blocks, data
    };
    head::document(head, said, making)
}

fn totals(inventory: &Inventory) -> String {
    let documents = counted(inventory.rows.len() as i64, "документ", "документа", "документов");
    match inventory.rows.len() {
        0 => "Подтверждающих документов за период нет.".to_owned(),
        _ if inventory.with_file() == 0 => format!("Всего: {documents}; файлы не приложены."),
        _ => format!("Всего: {documents}, из них с файлом — {}.", inventory.with_file()),
    }
}

fn documents(inventory: &Inventory) -> Vec<Block> {
    if inventory.rows.is_empty() {
        return Vec::new();
    }
    let columns = [
        ("№", 0.6, Kind::Number),
        ("Мероприятие", 4.0, Kind::Text),
        ("Документ", 3.4, Kind::Text),
        ("Вид", 1.7, Kind::Text),
        ("Номер", 1.1, Kind::Text),
        ("Дата", 1.3, Kind::Date),
        ("Файл", 2.4, Kind::Text),
        ("Размер, КБ", 1.1, Kind::Number),
        ("SHA-256", 1.6, Kind::Text),
    ];
    let mut rows: Vec<Row> = inventory
        .rows
        .iter()
        .enumerate()
        .map(|(i, row)| document(i + 1, row, inventory.with_file() > 0))
        .collect();
    let total = counted(inventory.rows.len() as i64, "документ", "документа", "документов");
    let files = counted(inventory.with_file(), "файл", "файла", "файлов");
    let sum: i64 = inventory.rows.iter().map(|row| kilobytes(row.size)).sum();
    let cells = ["", "Итого", &total, "", "", "", &files, &sum.to_string(), ""];
    rows.push(Row::Total(cells.map(str::to_owned).to_vec()));
    if inventory.with_file() == 0 {
        let (columns, rows) = without_empty(&columns, rows, &FILE_COLUMNS);
        return vec![bare_table("Опись документов", &columns, rows)];
    }
    vec![
        bare_table("Опись документов", &columns, rows),
        note(
            "SHA-256 — первые 12 знаков контрольной суммы файла, хранящегося в школе; прочерк — документ учтён \
             без файла. Полные суммы записаны в данных, вложенных в эту опись в форме PDF (opora-inventory.json).",
        ),
    ]
}

/// A row; `any` of the documents has a file.
fn document(number: usize, row: &InventoryRow, any: bool) -> Row {
    let hash: String = row.sha256.chars().take(SHORT_HASH).collect();
    let filed = !row.sha256.is_empty();
    let or_dash = |text: String| match (filed, any) {
        (true, _) => text,
        (false, true) => "—".to_owned(),
        (false, false) => String::new(),
    };
    Row::Cells(vec![
        number.to_string(),
        event(&row.event_code, &row.event_title),
        row.title.clone(),
        row.kind.clone(),
        row.number.clone(),
        date_or_empty(row.date),
        or_dash(row.file_name.clone()),
        or_dash(kilobytes(row.size).to_string()),
        or_dash(hash),
    ])
}

/// Whole kilobytes, rounded up.
fn kilobytes(bytes: i64) -> i64 {
    (bytes.max(0) + 1023) / 1024
}

fn event(code: &str, title: &str) -> String {
    format!("{code} {title}").trim().to_owned()
}

fn bare(inventory: &Inventory) -> Vec<Block> {
    if inventory.bare.is_empty() {
        return Vec::new();
    }
    let columns = [
        ("№", 0.5, Kind::Number),
        ("Мероприятие", 4.6, Kind::Text),
        ("Исполнено", 1.3, Kind::Date),
        ("Требуемый документ", 3.0, Kind::Text),
        ("Почему документа нет", 3.2, Kind::Text),
    ];
    let row = |(i, row): (usize, &BareRow)| {
        let demanded =
            if row.demanded.is_empty() { "программой не назван" } else { &row.demanded };
        Row::Cells(vec![
            (i + 1).to_string(),
            event(&row.event_code, &row.event_title),
            date_or_empty(row.done_on),
            demanded.to_owned(),
            if row.reason.is_empty() { "не указано".to_owned() } else { row.reason.clone() },
        ])
    };
    let rows = inventory.bare.iter().enumerate().map(row).collect();
    vec![heading("Исполнено без документа"), bare_table("Исполнено без документа", &columns, rows)]
}
