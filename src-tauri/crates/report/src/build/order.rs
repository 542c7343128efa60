//! Draft orders.

use opora_domain::report::order::{Appendix, Order};

use super::head::{self, Said};
use super::{Kind, Making, Row, bare_table, heading, list, paragraph};
use crate::document::{Block, Document};

/// Says a draft order; number and date are left to the pen.
pub fn order(said: &Order, making: &Making) -> Document {
    let head = &said.head;
    let mut blocks = vec![
        Block::Title { kind: "Приказ".to_owned(), about: head.school_full.clone() },
        paragraph("от «____» ______________ 20___ г. № ________"),
        heading(&said.about),
        paragraph(format!("{},", said.preamble.trim_end_matches(['.', ',']))),
        paragraph("ПРИКАЗЫВАЮ:"),
    ];
    let control = "Контроль за исполнением настоящего приказа оставляю за собой.".to_owned();
    blocks.push(list(said.points.iter().cloned().chain([control]), true));
    blocks.extend(making.signatures(vec![head::pen("Директор", &head.director)]));
    blocks.push(paragraph("С приказом ознакомлены:"));
    blocks.push(list(acquainted(said), false));
    blocks.extend(said.appendix.iter().flat_map(appendix));
    let data = head::data("order", said);
    let about = super::format::lower_first(&said.about);
    let draft = Making { draft: true, ..making.clone() };
    head::document(head, Said { kind: "Проект приказа", about, needs_order: false, blocks, data }, &draft)
}

fn acquainted(said: &Order) -> Vec<String> {
    let line = |name: &str| format!("______________ {name} «____» __________ 20___ г.");
    match said.acquainted.as_slice() {
        [] => (0..3).map(|_| line("______________________")).collect(),
        names => names.iter().map(|name| line(name)).collect(),
    }
}

fn appendix(appendix: &Appendix) -> [Block; 3] {
    let columns: Vec<(&str, f32, Kind)> = appendix
        .columns
        .iter()
        .map(|title| (title.as_str(), if title == "№" { 0.4 } else { 2.0 }, Kind::Text))
        .collect();
    let rows = appendix.rows.iter().cloned().map(Row::Cells).collect();
    [
        Block::PageBreak,
        heading(&format!("Приложение. {}", appendix.title)),
        bare_table(&appendix.title, &columns, rows),
    ]
}
