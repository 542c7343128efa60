//! Versions: the programme frozen as it was, in words and as records.

use std::collections::BTreeMap;

use opora_domain::Id;
use opora_domain::program::{Line, LineDiff, ProgramVersion, diff};
use opora_domain::term::SchoolCalendar;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::book::Book;
use super::lines::READING;
use crate::{ApiError, App, Code, Result, canonical, school};

const SCHEMA: &str = "opora.program/1";

/// What is frozen. The words are read by comparisons for ever; the records are kept beside them, whole.
#[derive(Serialize, Deserialize)]
struct Snapshot {
    schema: String,
    #[serde(flatten)]
    state: State,
    records: Value,
}

/// The programme in words at some moment.
#[derive(Serialize, Deserialize)]
pub(super) struct State {
    /// Its rows, dates by the quarters that the school had then.
    pub(super) lines: Vec<Line>,
    /// Dates of the events by the usual quarters, by which states are compared: a school that enters its own quarters
    /// has not corrected its programme.
    #[serde(default)]
    usual: BTreeMap<Id, String>,
}

impl State {
    /// As it stands.
    pub(super) fn of(book: &Book, calendar: &SchoolCalendar) -> Self {
        let usual = SchoolCalendar::default();
        let readings = book.events.iter().map(|event| (event.id.clone(), book.reading(event, &usual)));
        Self { lines: book.lines(calendar), usual: readings.collect() }
    }

    /// What differs, told in the dates of either moment.
    pub(super) fn diff(&self, later: &Self) -> Vec<LineDiff> {
        let mut found = diff(&self.compared(), &later.compared());
        for row in &mut found {
            for field in row.fields.iter_mut().filter(|field| field.field == READING) {
                field.before = self.reading(&row.line.id);
                field.after = later.reading(&row.line.id);
            }
        }
        found
    }

    fn compared(&self) -> Vec<Line> {
        let mut lines = self.lines.clone();
        for line in &mut lines {
            let Some(usual) = self.usual.get(&line.id) else { continue };
            let reading = line.fields.iter_mut().filter(|field| field.field == READING);
            reading.for_each(|field| field.text.clone_from(usual));
        }
        lines
    }

    fn reading(&self, id: &str) -> String {
        let line = self.lines.iter().find(|line| line.id == id);
        let reading = line.and_then(|line| line.fields.iter().find(|field| field.field == READING));
        reading.map(|field| field.text.clone()).unwrap_or_default()
    }
}

/// The text of the programme as it stands.
pub(super) fn text(book: &Book, calendar: &SchoolCalendar) -> Result<String> {
    let stages: Vec<Value> = book
        .stages
        .iter()
        .map(|stage| json!({ "code": stage.code, "title": stage.title, "from": stage.planned_from, "to": stage.planned_to }))
        .collect();
    let records = json!({
        "program": book.program, "tasks": book.tasks, "events": book.events, "occurrences": book.occurrences,
        "indicators": book.indicators, "targets": book.targets, "stages": stages,
    });
    canonical::text(&Snapshot { schema: SCHEMA.into(), state: State::of(book, calendar), records })
}

/// The state that a version has frozen.
///
/// # Errors
/// `Damaged` when the text is not the one that was frozen.
pub(super) fn state(version: &ProgramVersion) -> Result<State> {
    if canonical::sha256(&version.snapshot) != version.snapshot_sha256 {
        return Err(ApiError::new(
            Code::Damaged,
            format!("Версия {} программы не совпадает со своей контрольной суммой.", version.number),
            "Остальные данные не затронуты. Восстановите данные из последней проверенной копии.",
        ));
    }
    let snapshot: Snapshot = serde_json::from_str(&version.snapshot).map_err(ApiError::internal)?;
    Ok(snapshot.state)
}

/// Version 0, the programme as adopted, if it has not been kept yet: it is kept before the first correction.
pub(super) fn origin(app: &App, book: &Book) -> Result<Option<ProgramVersion>> {
    let known = app.read()?.by::<ProgramVersion>("program_id", &book.program.id)?;
    if !known.is_empty() {
        return Ok(None);
    }
    let snapshot = text(book, &school::calendar_of(app)?)?;
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
