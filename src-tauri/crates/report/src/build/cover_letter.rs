//! «Сопроводительное письмо».

use opora_domain::report::cover_letter::{CoverLetter, SentRow};
use opora_domain::words::{counted, quoted};

use super::format::date;
use super::head::{self, Said};
use super::{Kind, Making, Row, bare_table, note, paragraph};
use crate::document::{Block, Document};

/// Says the letter.
pub fn cover_letter(said: &CoverLetter, making: &Making) -> Document {
    let head = &said.head;
    let mut blocks = vec![
        head::letterhead(head, &said.site, &said.addressee, making),
        Block::Title {
            kind: "Сопроводительное письмо".to_owned(),
            about: "о направлении документов".to_owned(),
        },
    ];
    blocks.extend(head.demo.then(|| note("Демонстрационный пример: школа, имена и сведения вымышлены.")));
    blocks.push(paragraph(format!(
        "{} направляет документы по программе {}.",
        head.school_short,
        quoted(&head.programme_title)
    )));
    blocks.extend(documents(said));
    blocks.extend(making.signatures(vec![head::pen("Директор", &head.director)]));
    blocks.push(note(format!("Исполнитель: {}", head.deputy)));
    let data = head::data("cover-letter", said);
    let about = "о направлении документов".to_owned();
    let said_so = Said {
        kind: "Сопроводительное письмо", about, needs_order: false, blocks, data
    };
    head::document(head, said_so, making)
}

fn documents(said: &CoverLetter) -> Vec<Block> {
    if said.rows.is_empty() {
        return vec![paragraph("Документы к отправке не выбраны.")];
    }
    let columns = [
        ("№", 0.5, Kind::Number),
        ("Документ", 3.6, Kind::Text),
        ("Номер", 1.1, Kind::Text),
        ("Дата", 1.4, Kind::Date),
        ("Страниц", 1.0, Kind::Number),
        ("Файл", 3.0, Kind::Text),
        ("SHA-256", 2.2, Kind::Text),
    ];
    let row = |(i, row): (usize, &SentRow)| {
        Row::Cells(vec![
            (i + 1).to_string(),
            row.title.clone(),
            row.number.clone(),
            date(row.date),
            row.pages.to_string(),
            row.file_name.clone(),
            row.sha256.chars().take(16).collect(),
        ])
    };
    let pages: i64 = said.rows.iter().map(|row| row.pages).sum();
    let files = counted(said.rows.len() as i64, "документ", "документа", "документов");
    let pages = counted(pages, "странице", "страницах", "страницах");
    vec![
        paragraph(format!("Приложение: {files} на {pages}.")),
        bare_table("Перечень документов", &columns, said.rows.iter().enumerate().map(row).collect()),
        note(
            "SHA-256 — первые 16 знаков контрольной суммы файла; полные суммы вложены в это письмо в форме PDF.",
        ),
    ]
}
