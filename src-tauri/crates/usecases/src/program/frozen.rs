//! Versions: the programme frozen as it was, in words and as records.

use opora_domain::program::{Line, ProgramVersion};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::book::Book;
use crate::{ApiError, App, Code, Result, canonical};

const SCHEMA: &str = "opora.program/1";

/// What is frozen. The words are read by comparisons for ever; the records are kept beside them, whole.
#[derive(Serialize, Deserialize)]
struct Snapshot {
    schema: String,
    lines: Vec<Line>,
    records: Value,
}

/// The text of the programme as it stands.
pub(super) fn text(book: &Book) -> Result<String> {
    let stages: Vec<Value> = book
        .stages
        .iter()
        .map(|stage| json!({ "code": stage.code, "title": stage.title, "from": stage.planned_from, "to": stage.planned_to }))
        .collect();
    let records = json!({
        "program": book.program, "tasks": book.tasks, "events": book.events, "occurrences": book.occurrences,
        "indicators": book.indicators, "targets": book.targets, "stages": stages,
    });
    canonical::text(&Snapshot { schema: SCHEMA.into(), lines: book.lines(), records })
}

/// The rows of a version.
///
/// # Errors
/// `Damaged` when the text is not the one that was frozen.
pub(super) fn lines(version: &ProgramVersion) -> Result<Vec<Line>> {
    if canonical::sha256(&version.snapshot) != version.snapshot_sha256 {
        return Err(ApiError::new(
            Code::Damaged,
            format!("Версия {} программы не совпадает со своей контрольной суммой.", version.number),
            "Остальные данные не затронуты. Восстановите данные из последней проверенной копии.",
        ));
    }
    let snapshot: Snapshot = serde_json::from_str(&version.snapshot).map_err(ApiError::internal)?;
    Ok(snapshot.lines)
}

/// Version 0, the programme as adopted, if it has not been kept yet: it is kept before the first correction.
pub(super) fn origin(app: &App, book: &Book) -> Result<Option<ProgramVersion>> {
    let known = app.read()?.by::<ProgramVersion>("program_id", &book.program.id)?;
    if !known.is_empty() {
        return Ok(None);
    }
    let snapshot = text(book)?;
    Ok(Some(ProgramVersion {
        id: app.new_id(),
        program_id: book.program.id.clone(),
        number: 0,
        fixed_on: app.today(),
        order_no: String::new(),
        order_date: None,
        authority: String::new(),
        note: String::new(),
        snapshot_sha256: canonical::sha256(&snapshot),
        snapshot,
    }))
}
