//! «Протокол заседания рабочей группы».

use opora_domain::report::protocol::Protocol;

use super::format::{date, sentence};
use super::head::{self, Said};
use super::{Making, heading, list, paragraph};
use crate::document::Document;

/// A line for the pen.
const LINE: &str = "__________________________________";

/// Says the minutes; what the register does not hold is left to the pen.
pub fn protocol(said: &Protocol, making: &Making) -> Document {
    let number = if said.number.is_empty() { "____" } else { &said.number };
    let about = format!("заседания рабочей группы от\u{a0}{} №\u{a0}{number}", date(said.date));
    let present = match said.present {
        Some(count) => format!("{count} чел.: {LINE}"),
        None => LINE.to_owned(),
    };
    let own =
        [("Председатель", LINE.to_owned()), ("Секретарь", LINE.to_owned()), ("Присутствовали", present)];
    let mut blocks = head::opening(&said.head, "Протокол", &about, &own);
    blocks.push(heading("Повестка"));
    blocks.push(match said.agenda.as_slice() {
        [] => paragraph(LINE),
        questions => list(questions.iter().map(|text| sentence(text)), true),
    });
    blocks.push(heading("Слушали"));
    blocks.push(list((0..said.agenda.len().max(1)).map(|_| LINE.to_owned()), true));
    blocks.push(heading("Решили"));
    blocks.push(match said.decisions.as_slice() {
        [] => paragraph(LINE),
        decisions => list(decisions.iter().map(|text| decision(text)), true),
    });
    let pen = |post| head::pen(post, "");
    blocks.extend(making.signatures(vec![pen("Председатель"), pen("Секретарь")]));
    let data = head::data("protocol", said);
    head::document(&said.head, Said { kind: "Протокол", about, needs_order: false, blocks, data }, making)
}

fn decision(text: &str) -> String {
    format!("{} Срок: __________. Отметка об исполнении: __________.", sentence(text))
}
