//! `opora term`: how the words of a term are read.

use std::path::Path;
use std::process::ExitCode;

use chrono::NaiveDate;
use opora_usecases::term::{OccurrenceKind, Period, SchoolCalendar, TermOccurrence, TermReading, reading};
use opora_usecases::{ApiError, Code, Result};
use serde_json::{Value, json};

use crate::failure::{of_file, with_cause};
use crate::output::Output;

/// Reads one term, or each line of a file; no school is needed.
pub(crate) fn run(
    text: Option<&str>,
    file: Option<&Path>,
    period: Period,
    output: Output,
) -> Result<ExitCode> {
    let read = |raw: &str| reading(raw, period, &SchoolCalendar::default());
    if let Some(text) = text {
        let found = read(text)?;
        return Ok(output.answer(&json_of(&found), || words_of(&found)));
    }
    let path = file.ok_or_else(nothing)?;
    let lines = std::fs::read_to_string(path).map_err(|cause| unreadable(path, &cause))?;
    let found = lines.lines().map(read).collect::<Result<Vec<_>>>()?;
    let values: Vec<Value> = found.iter().map(json_of).collect();
    Ok(output.answer(&Value::from(values), || found.iter().map(words_of).collect::<Vec<_>>().join("\n\n")))
}

/// A year, a month or a day as the first or the last day that it means.
pub(crate) fn day(text: &str, last: bool) -> std::result::Result<NaiveDate, String> {
    let wrong = || format!("«{text}» — не год, не месяц (2024-09) и не день (2024-09-01)");
    let numbers: Option<Vec<u32>> = text.split('-').map(|part| part.parse().ok()).collect();
    let date = |year: u32, month, day| NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day);
    let found = match *numbers.ok_or_else(wrong)?.as_slice() {
        [year] if last => date(year, 12, 31),
        [year] => date(year, 1, 1),
        [year, 12] if last => date(year, 12, 31),
        [year, month] if last => date(year, month + 1, 1).and_then(|day| day.pred_opt()),
        [year, month] => date(year, month, 1),
        [year, month, day] => date(year, month, day),
        _ => None,
    };
    found.filter(|day| (1990..=2100).contains(&chrono::Datelike::year(day))).ok_or_else(wrong)
}

fn json_of(found: &TermReading) -> Value {
    let occurrences: Vec<Value> = found.occurrences.iter().map(occurrence).collect();
    json!({
        "raw": found.term.raw,
        "segments": found.term.segments,
        "ambiguous": found.term.ambiguous,
        "note": found.term.note,
        "occurrences": occurrences,
    })
}

fn occurrence(found: &TermOccurrence) -> Value {
    json!({ "from": found.from, "to": found.to, "due": found.due, "kind": found.kind, "stage": found.stage })
}

fn words_of(found: &TermReading) -> String {
    let mut lines =
        vec![format!("«{}»", found.term.raw), format!("  Прочитано: {}.", found.words.trim_end_matches('.'))];
    if found.term.ambiguous {
        lines.push("  Требует уточнения.".into());
    }
    lines.extend(found.term.note.iter().map(|note| format!("  {note}")));
    lines.extend(found.occurrences.iter().map(|one| format!("  — {}", line(one))));
    lines.join("\n")
}

fn line(found: &TermOccurrence) -> String {
    let date = |day: NaiveDate| day.format("%d.%m.%Y").to_string();
    let stage = found.stage.as_ref().map(|stage| format!(", этап {stage}")).unwrap_or_default();
    match (found.from, found.to) {
        (Some(from), Some(to)) => {
            let due = if found.due.is_none() { ", без срока сдачи" } else { "" };
            format!("с {} по {}{due}{stage}", date(from), date(to))
        }
        _ => match (found.kind, &found.waits_for) {
            (_, Some(plan)) => format!("дата не известна: {plan}"),
            (OccurrenceKind::Continuous, None) => "постоянно, без срока сдачи".into(),
            (_, None) => "дата не известна".into(),
        },
    }
}

fn nothing() -> ApiError {
    ApiError::new(
        Code::Invalid,
        "Не назван срок.",
        "Ничего не изменено. Напишите его в кавычках или укажите файл: --file ФАЙЛ, по одному сроку в строке.",
    )
}

fn unreadable(path: &Path, cause: &std::io::Error) -> ApiError {
    let refusal = ApiError::new(
        Code::NotFound,
        "Файл не читается.",
        "Ничего не изменено. Проверьте, что файл есть и записан в UTF-8.",
    );
    of_file(path, with_cause(refusal, cause))
}
