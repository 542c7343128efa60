//! Automatic numbers of Word: they stand in no cell and have to be counted.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::TableError;
use super::xml::{attribute, broken, number};

const MAX_LEVELS: usize = 9;

/// A level of a list.
#[derive(Clone, Default)]
struct Level {
    start: usize,
    format: String,
    text: String,
}

/// Lists of a document and how far each has been counted.
#[derive(Default)]
pub(super) struct Numbering {
    /// Levels by list.
    levels: BTreeMap<String, Vec<Level>>,
    /// List by the number that paragraphs name.
    lists: BTreeMap<String, String>,
    counters: BTreeMap<String, Vec<usize>>,
}

impl Numbering {
    pub(super) fn read(xml: &str) -> Result<Self, TableError> {
        let mut numbering = Self::default();
        let mut reader = Reader::from_str(xml);
        let (mut list, mut instance) = (String::new(), String::new());
        loop {
            match reader.read_event().map_err(broken)? {
                Event::Start(element) | Event::Empty(element) => match element.local_name().as_ref() {
                    "abstractNum" => list = attribute(&element, "abstractNumId").unwrap_or_default(),
                    "num" => instance = attribute(&element, "numId").unwrap_or_default(),
                    "abstractNumId" => {
                        let named = attribute(&element, "val").unwrap_or_default();
                        numbering.lists.insert(instance.clone(), named);
                    }
                    _ => numbering.level(&list, &element),
                },
                Event::Eof => return Ok(numbering),
                _ => {}
            }
        }
    }

    fn level(&mut self, list: &str, element: &BytesStart<'_>) {
        let levels = self.levels.entry(list.to_owned()).or_default();
        if element.local_name().as_ref() == "lvl" && levels.len() < MAX_LEVELS {
            levels.push(Level { start: 1, ..Level::default() });
        }
        let Some(level) = levels.last_mut() else { return };
        match element.local_name().as_ref() {
            "start" => level.start = number(element, "val").unwrap_or(1),
            "numFmt" => level.format = attribute(element, "val").unwrap_or_default(),
            "lvlText" => level.text = attribute(element, "val").unwrap_or_default(),
            _ => {}
        }
    }

    /// The number of the next paragraph of a list: «1.2.».
    pub(super) fn next(&mut self, instance: &str, depth: usize) -> Option<String> {
        let list = self.lists.get(instance)?;
        let levels = self.levels.get(list)?;
        let level = levels.get(depth)?;
        let counters = self.counters.entry(list.clone()).or_default();
        counters.truncate(depth + 1);
        while counters.len() <= depth {
            let start = levels.get(counters.len()).map_or(1, |level| level.start);
            counters.push(if counters.len() == depth { start.saturating_sub(1) } else { start });
        }
        counters[depth] = counters[depth].saturating_add(1);
        if level.format == "bullet" {
            return Some("–".to_owned());
        }
        let mut text = level.text.clone();
        for (at, count) in counters.iter().enumerate() {
            let format = levels.get(at).map_or("", |level| level.format.as_str());
            text = text.replace(&format!("%{}", at + 1), &written(*count, format));
        }
        (!text.trim().is_empty()).then_some(text)
    }
}

fn written(count: usize, format: &str) -> String {
    const ROMAN: [(usize, &str); 9] =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    const RUSSIAN: [char; 10] = ['а', 'б', 'в', 'г', 'д', 'е', 'ж', 'з', 'и', 'к'];
    match format {
        "upperRoman" if count < 400 => {
            let (mut left, mut text) = (count, String::new());
            for (value, letters) in ROMAN {
                text.push_str(&letters.repeat(left / value));
                left %= value;
            }
            text
        }
        "russianLower" if (1..=RUSSIAN.len()).contains(&count) => RUSSIAN[count - 1].to_string(),
        _ => count.to_string(),
    }
}
