//! What the demonstration school has done by its day: marks on the road map and facts of indicators.

use chrono::{Days, NaiveDate};
use opora_domain::evidence::{Evidence, EvidenceKind};
use opora_domain::indicator::IndicatorValue;
use opora_domain::monitoring::Stage;
use opora_domain::occurrence::{Occurrence, OccurrenceStatus};
use opora_domain::programme::Projection;
use opora_domain::target::Fact;

use crate::indicator::{IndicatorCell, IndicatorRow};
use crate::roadmap::EventView;
use crate::{App, Result, indicator, ops, roadmap};

/// Every so many occurrences of the last half-year one is left undone, so that the first screen has something to show.
const LEFT_UNDONE_EVERY: usize = 5;
/// How far back undone things are left, days.
const LATE_DAYS: u64 = 180;
/// How far ahead of its due date work of the demonstration is done, days.
const AHEAD_DAYS: u64 = 6;
/// Longest title of a document, characters.
const TITLE_CHARS: usize = 70;

pub(super) fn fill(app: &mut App) -> Result<()> {
    mark(app)?;
    measure(app)
}

fn mark(app: &mut App) -> Result<()> {
    let today = app.today();
    let tasks = roadmap::get(app, ())?.tasks;
    let mut marks = Vec::new();
    for event in
        tasks.iter().flat_map(|task| &task.events).filter(|event| event.event.level.concerns_school())
    {
        for view in &event.occurrences {
            let Some(due) = view.occurrence.due.filter(|due| *due < today) else { continue };
            let late = event.event.level.concerns_school() && due + Days::new(LATE_DAYS) >= today;
            if late && (marks.len() + 1).is_multiple_of(LEFT_UNDONE_EVERY) {
                marks.push(None);
                continue;
            }
            let evidence = document(app, event, &view.occurrence.id, due, marks.len());
            marks.push(Some((done(&view.occurrence, due), evidence)));
        }
    }
    app.transact(ops::FILL_DEMO, |tx| {
        for (occurrence, evidence) in marks.iter().flatten() {
            tx.update(occurrence)?;
            tx.insert(evidence)?;
        }
        Ok(())
    })
}

fn done(occurrence: &Occurrence, due: NaiveDate) -> Occurrence {
    let early = due - Days::new(AHEAD_DAYS);
    let done_on = occurrence.window_from.map_or(early, |from| early.max(from));
    Occurrence { status: OccurrenceStatus::Done, done_on: Some(done_on), ..occurrence.clone() }
}

fn document(app: &App, event: &EventView, occurrence_id: &str, due: NaiveDate, n: usize) -> Evidence {
    let wanted = event.event.evidence_required.trim();
    Evidence {
        id: app.new_id(),
        occurrence_id: occurrence_id.to_owned(),
        kind: kind(wanted),
        title: title(wanted),
        number: (n + 1).to_string(),
        date: Some(due - Days::new(AHEAD_DAYS)),
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
    if n % 6 == 5 || cell.target.is_none() {
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
