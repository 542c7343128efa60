//! «Протокол заседания рабочей группы».

use opora_domain::registers::Resolution;
use opora_domain::report::protocol::Protocol;

use super::format::{date, sentence};
use super::head::{self, Said};
use super::{Block, Making, heading, list, paragraph};
use crate::document::Document;

/// A line for the pen.
const LINE: &str = "__________________________________";

/// Says the minutes; what the register does not hold is left to the pen.
pub fn protocol(said: &Protocol, making: &Making) -> Document {
    let number = if said.number.is_empty() { "____" } else { &said.number };
    let about = format!("заседания рабочей группы от\u{a0}{} №\u{a0}{number}", date(said.date));
    let own = [
        ("Председатель", or_line(&said.chair)),
        ("Секретарь", or_line(&said.secretary)),
        ("Присутствовали", present(said)),
    ];
    let mut blocks = head::opening(&said.head, "Протокол", &about, &own);
    blocks.extend(items("Повестка", &said.agenda, 1));
    blocks.extend(items("Слушали", &said.heard, said.agenda.len().max(1)));
    blocks.extend(items("Выступили", &said.spoke, 1));
    blocks.push(heading("Решили"));
    blocks.push(match said.decisions.as_slice() {
        [] => paragraph(LINE),
        decisions => list(decisions.iter().map(decision), true),
    });
    let pen = |post, name| head::pen(post, name);
    blocks
        .extend(making.signatures(vec![pen("Председатель", &said.chair), pen("Секретарь", &said.secretary)]));
    let data = head::data("protocol", said);
    head::document(&said.head, Said { kind: "Протокол", about, needs_order: false, blocks, data }, making)
}

/// A heading with numbered sentences, or with so many lines for the pen.
fn items(title: &str, said: &[String], empty: usize) -> [Block; 2] {
    let lines: Vec<String> = match said {
        [] => vec![LINE.to_owned(); empty],
        said => said.iter().map(|text| sentence(text)).collect(),
    };
    [heading(title), list(lines, true)]
}

fn or_line(name: &str) -> String {
    if name.is_empty() { LINE.to_owned() } else { name.to_owned() }
}

/// «5 чел.: А. С. Белова, …».
fn present(said: &Protocol) -> String {
    let names = or_line(&said.attended.join(", "));
    said.present.map_or(names.clone(), |count| format!("{count}\u{a0}чел.: {names}"))
}

/// The decision, who answers and by when; what is not known has a line.
fn decision(decision: &Resolution) -> String {
    let line = "__________";
    let responsible = if decision.responsible.is_empty() { line } else { &decision.responsible };
    let due = decision.due.map_or(line.to_owned(), |due| format!("до\u{a0}{}", date(due)));
    let done = decision.done_on.map(|day| format!(" Исполнено {}.", date(day))).unwrap_or_default();
    let text = sentence(&decision.text);
    format!("{text} Ответственный: {}. Срок: {due}.{done}", responsible.trim_end_matches('.'))
}
