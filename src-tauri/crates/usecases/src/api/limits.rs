//! What no field of any request may hold, whatever its call: checked once, at the door.

use chrono::{Datelike, NaiveDate};
use serde_json::Value;

use crate::{Problems, Result};

/// Longest text of any field, characters; a call may ask for less.
const MAX_CHARS: usize = 50_000;
/// Years that a day of a school's life may lie in.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

/// Calls that take a stranger's text as it is: they limit and clean it themselves.
const FOREIGN: [&str; 1] = ["authoring.paste"];

/// Refuses endless texts, control characters and days out of this age, naming their fields.
pub(super) fn check(name: &str, payload: &Value) -> Result<()> {
    if FOREIGN.contains(&name) {
        return Ok(());
    }
    let mut problems = Problems::default();
    walk(payload, "", &mut problems);
    problems.finish()
}

fn walk(value: &Value, place: &str, problems: &mut Problems) {
    match value {
        Value::String(text) => check_text(text, place, problems),
        Value::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(at, item)| walk(item, &inside(place, &at.to_string()), problems));
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(name, field)| walk(field, &inside(place, name), problems));
        }
        _ => {}
    }
}

fn check_text(text: &str, place: &str, problems: &mut Problems) {
    let hidden = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r');
    let far = text.parse::<NaiveDate>().is_ok_and(|day| !YEARS.contains(&day.year()));
    problems
        .check(
            text.chars().nth(MAX_CHARS).is_some(),
            place,
            "Слишком длинный текст: не больше 50 000 знаков.",
        )
        .check(text.contains(hidden), place, "В тексте есть невидимые служебные знаки. Наберите его заново.")
        .check(far, place, "Год — от 1900 до 2100.");
}

fn inside(place: &str, name: &str) -> String {
    if place.is_empty() { name.to_owned() } else { format!("{place}.{name}") }
}
