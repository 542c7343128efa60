//! What the demonstration school has done by its day: marks on the road map and facts of indicators.

use chrono::{Days, NaiveDate, TimeDelta};
use opora_domain::evidence::{Evidence, EvidenceKind};
use opora_domain::indicator::{IndicatorValue, ValueSource};
use opora_domain::monitoring::Stage;
use opora_domain::occurrence::{Occurrence, OccurrenceStatus};
use opora_domain::programme::Projection;
use opora_domain::target::Fact;

use crate::indicator::{IndicatorCell, IndicatorRow};
use crate::monitoring::{self, PlanInput};
use crate::person::IdInput;
use crate::roadmap::EventView;
use crate::{App, Result, indicator, ops, roadmap};

/// Every so many occurrences of the last months one is left undone, so that the first screen has something to show.
const LEFT_UNDONE_EVERY: usize = 4;
/// How far back undone things are left, days.
const LATE_DAYS: u64 = 240;
/// How far ahead of its due date work of the demonstration is done, days.
const AHEAD_DAYS: u64 = 6;
/// How long work must have gone on to be done early, days.
const EARLY_AFTER_DAYS: u64 = 15;
/// Longest title of a document, characters.
const TITLE_CHARS: usize = 70;

/// Days from today at which the stages without dates begin and end: past, running, to come.
const STAGE_DAYS: [(i64, i64); 3] = [(-460, -400), (-80, 20), (130, 190)];

pub(super) fn fill(app: &mut App) -> Result<()> {
    mark(app)?;
    plan_stages(app)?;
    measure(app)?;
    close_first_stage(app)
}

/// Some programmes name their stages without dates; the school sets them.
fn plan_stages(app: &mut App) -> Result<()> {
    let today = app.today();
    for (view, (from, to)) in monitoring::list(app, ())?.into_iter().zip(STAGE_DAYS) {
        if view.stage.planned_from.is_none() {
            let day = |days| Some(today + TimeDelta::days(days));
            monitoring::plan(app, PlanInput { id: view.stage.id, from: day(from), to: day(to) })?;
        }
    }
    Ok(())
}

/// One stage is frozen, so that a closed one can be looked at.
fn close_first_stage(app: &mut App) -> Result<()> {
    let today = app.today();
    let stages = monitoring::list(app, ())?;
    let ended =
        stages.into_iter().find(|view| view.filled > 0 && view.stage.planned_to.is_some_and(|to| to < today));
    if let Some(view) = ended {
        app.live_on(view.stage.planned_to.unwrap_or(today));
        monitoring::close(app, IdInput { id: view.stage.id })?;
        app.live_on(today);
    }
    Ok(())
}

fn mark(app: &mut App) -> Result<()> {
    let today = app.today();
    let tasks = roadmap::get(app, ())?.tasks;
    let events = tasks.iter().flat_map(|task| &task.events);
    let occurrences =
        events.flat_map(|event| event.occurrences.iter().map(move |view| (event, &view.occurrence)));
    let mut marks = Vec::new();
    for (n, (event, occurrence)) in occurrences.enumerate() {
        if let Some(due) = occurrence.due.filter(|due| is_done(event, occurrence, *due, today, n)) {
            let done_on = done_on(occurrence, due, today);
            let occurrence =
                Occurrence { status: OccurrenceStatus::Done, done_on: Some(done_on), ..occurrence.clone() };
            marks.push((document(app, event, &occurrence.id, done_on, n), occurrence));
        }
    }
    app.transact(ops::FILL_DEMO, |tx| {
        for (evidence, occurrence) in &marks {
            tx.update(occurrence)?;
            tx.insert(evidence)?;
        }
        Ok(())
    })
}

/// What was due is done, but for a few late ones; of what is under way every second thing is done early.
fn is_done(event: &EventView, occurrence: &Occurrence, due: NaiveDate, today: NaiveDate, n: usize) -> bool {
    if due < today {
        let recent = due + Days::new(LATE_DAYS) >= today;
        return !(event.event.is_owed() && recent && n.is_multiple_of(LEFT_UNDONE_EVERY));
    }
    let begun = occurrence.window_from.is_some_and(|from| from + Days::new(EARLY_AFTER_DAYS) <= today);
    event.event.is_owed() && begun && n.is_multiple_of(2)
}

fn done_on(occurrence: &Occurrence, due: NaiveDate, today: NaiveDate) -> NaiveDate {
    let early = due.min(today) - Days::new(AHEAD_DAYS);
    occurrence.window_from.map_or(early, |from| early.max(from))
}

fn document(app: &App, event: &EventView, occurrence_id: &str, done_on: NaiveDate, n: usize) -> Evidence {
    let wanted = event.event.evidence_required.trim();
    Evidence {
        id: app.new_id(),
        occurrence_id: occurrence_id.to_owned(),
        kind: kind(wanted),
        title: title(wanted),
        number: (n + 1).to_string(),
        date: Some(done_on),
        file: None,
    }
}

/// The kind that the words of the programme ask for.
fn kind(wanted: &str) -> EvidenceKind {
    let wanted = wanted.to_lowercase();
    let kinds = [
        ("приказ", EvidenceKind::Order),
        ("протокол", EvidenceKind::Protocol),
        ("справк", EvidenceKind::Note),
        ("план", EvidenceKind::Plan),
        ("отчет", EvidenceKind::Report),
        ("отчёт", EvidenceKind::Report),
        ("удостоверен", EvidenceKind::Certificate),
        ("сайт", EvidenceKind::Link),
    ];
    kinds.iter().find(|(word, _)| wanted.contains(word)).map_or(EvidenceKind::Note, |(_, kind)| *kind)
}

/// The first document named, if it is short enough to be a title.
fn title(wanted: &str) -> String {
    let first = wanted.split([';', '\n']).next().unwrap_or_default().trim().trim_end_matches([',', '.']);
    if first.chars().count() <= TITLE_CHARS { first.to_owned() } else { String::new() }
}

fn measure(app: &mut App) -> Result<()> {
    let today = app.today();
    let sheet = indicator::sheet(app, ())?;
    let begun = |stage: &&Stage| stage.planned_from.is_some_and(|from| from <= today);
    let mut values = Vec::new();
    for (n, row) in sheet.groups.iter().flat_map(|group| &group.rows).enumerate() {
        for (cell, stage) in row.cells.iter().zip(&sheet.stages).filter(|(_, stage)| begun(stage)) {
            let running = stage.planned_to.is_none_or(|to| to >= today);
            let Some(fact) = fact(row, cell, n, running) else { continue };
            let as_of = stage.planned_to.map_or(today, |to| to.min(today));
            values.push(IndicatorValue {
                id: app.new_id(),
                indicator_id: row.indicator.id.clone(),
                stage: cell.stage.clone(),
                fact,
                as_of,
                comment: "данные школы".to_owned(),
                corrects: None,
                source: ValueSource::Manual,
                override_reason: String::new(),
            });
        }
    }
    app.transact(ops::FILL_DEMO, |tx| {
        values.iter().try_for_each(|value| tx.insert(value))?;
        Ok(())
    })
}

/// An invented fact; every sixth indicator is left for the user to enter, the present stage is behind its target.
fn fact(row: &IndicatorRow, cell: &IndicatorCell, n: usize, running: bool) -> Option<Fact> {
    let counted = cell.auto.as_ref().is_some_and(|auto| auto.fact.is_some());
    if n % 6 == 5 || cell.target.is_none() || counted {
        return None;
    }
    match row.indicator.projection {
        Projection::MunicipalOnly => None,
        Projection::Flag | Projection::Dynamics => Some(Fact::Flag { value: !(running && n % 4 == 3) }),
        Projection::Teachers => Some(Fact::Share { numerator: if running { 3 } else { 6 }, denominator: 8 }),
        Projection::Pupils => {
            Some(Fact::Share { numerator: if running { 86 } else { 108 }, denominator: 148 })
        }
        Projection::Parents => {
            Some(Fact::Share { numerator: if running { 71 } else { 90 }, denominator: 112 })
        }
        Projection::Count => Some(Fact::Count { value: if running { 3 } else { 5 } }),
    }
}
