//! «Адресные рекомендации».

use opora_domain::report::recommendations::{RecommendationRow, Recommendations};

use super::head::{self, Said};
use super::{Kind, Making, Row, bare_table, note, paragraph};
use crate::document::{Block, Document, Orientation};

/// Says the recommendations.
pub fn recommendations(said: &Recommendations, making: &Making) -> Document {
    let about = said.addressee.clone();
    let mut blocks = vec![Block::Turn(Orientation::Landscape)];
    blocks.extend(head::opening(&said.head, "Адресные рекомендации", &about, &[]));
    blocks.extend(table(said));
    let mut own = vec![head::pen("Заместитель директора", &said.head.deputy)];
    if !said.teacher.is_empty() {
        blocks.push(note("Рекомендации остаются в школе и не передаются третьим лицам."));
        own.push(head::pen("С рекомендациями ознакомлен(а), педагог", &said.teacher));
    }
    blocks.extend(making.signatures(own));
    let data = head::data("recommendations", said);
    let said_so =
        Said { kind: "Адресные рекомендации", about, needs_order: false, blocks, data };
    head::document(&said.head, said_so, making)
}

fn table(said: &Recommendations) -> Vec<Block> {
    if said.rows.is_empty() {
        return vec![paragraph("Открытых дефицитов и невыполненных шагов нет: рекомендаций нет.")];
    }
    let columns = [
        ("№", 0.5, Kind::Number),
        ("Что выявлено", 3.2, Kind::Text),
        ("Что сделать", 4.0, Kind::Text),
        ("Кто поможет", 2.4, Kind::Text),
        ("Срок", 1.6, Kind::Text),
        ("Как проверяется", 2.8, Kind::Text),
    ];
    let row = |(i, row): (usize, &RecommendationRow)| {
        let term = if row.term.is_empty() { "__________" } else { &row.term };
        Row::Cells(vec![
            (i + 1).to_string(),
            row.finding.clone(),
            row.action.clone(),
            row.helper.clone(),
            term.to_owned(),
            row.check.clone(),
        ])
    };
    vec![bare_table("Адресные рекомендации", &columns, said.rows.iter().enumerate().map(row).collect())]
}
