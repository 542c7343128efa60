use std::collections::BTreeMap;

use opora_domain::monitoring::Stage;
use opora_domain::period::Period;
use opora_domain::program::Past;
use opora_domain::programme::{self, Shifted};

use super::types::{NewPeriodInput, ShiftInput, ShiftPreview};
use super::{facts, preview};
use crate::program::Recorded;
use crate::program::book::Book;
use crate::program::revise::{Draft, revise};
use crate::{App, Result, ops, school};

/// The current programme as it would be in another period.
///
/// # Errors
/// `Invalid` when the period does not fit.
pub fn shift_preview(app: &mut App, input: NewPeriodInput) -> Result<ShiftPreview> {
    let book = Book::load(app.read()?)?;
    let period = preview::check(book.program.period(), &input)?;
    let source = book.programme();
    let mut shown =
        preview::preview(&source, &programme::shift_with(&source, period, &school::calendar_of(app)?));
    shown.warnings.extend(given_dates(&book));
    Ok(shown)
}

/// Moves the programme to another period while nothing has been done by it.
///
/// # Errors
/// `Refused` when something has been done: then a new period is begun. `Invalid` when the period does not fit.
pub fn shift(app: &mut App, input: ShiftInput) -> Result<Recorded> {
    let read = app.read()?;
    let book = Book::load(read)?;
    facts::refuse_any(&book, read)?;
    let period = preview::check(book.program.period(), &input.period)?;
    revise(app, ops::SHIFT_PROGRAM, &input.correction, |draft| apply(draft, period))
}

/// Dates that the school gave to events without any go with the old period.
fn given_dates(book: &Book) -> Option<String> {
    let given = |event: &&opora_domain::program::Event| {
        event.is_undated() && book.planned(&event.id).iter().any(|it| it.occurrence.window_from.is_some())
    };
    let codes: Vec<_> = book.events.iter().filter(given).map(|event| event.code.as_str()).collect();
    let words =
        || format!("Даты, которые школа задала сама, нужно будет задать заново: {}.", codes.join(", "));
    (!codes.is_empty()).then(words)
}

fn apply(draft: &mut Draft<'_>, period: Period) -> Result<()> {
    let source = draft.before.programme_of(|_| true, |event| event.id.clone());
    let shifted = programme::shift(&source, period);
    passport(draft, &shifted);
    let terms: BTreeMap<_, _> =
        shifted.programme.events.iter().map(|event| (&event.code, &event.term)).collect();
    for event in &mut draft.after.events {
        if let Some(term) = terms.get(&event.id) {
            event.term = (*term).clone();
        }
    }
    stages(draft, &shifted);
    targets(draft, &shifted);
    let ids: Vec<_> = draft.after.events.iter().map(|event| event.id.clone()).collect();
    ids.iter().try_for_each(|id| draft.replan(id, Past::All))
}

fn passport(draft: &mut Draft<'_>, shifted: &Shifted) {
    let today = draft.app.today();
    let moved = &shifted.programme;
    let program = &mut draft.after.program;
    program.title = moved.title.clone();
    program.period_from = moved.period.from;
    program.period_to = moved.period.to;
    program.act_date = preview::binding_date(shifted, today);
    program.notes = moved.notes.clone();
}

/// Stages keep their records; those beyond the new end go, further years come.
fn stages(draft: &mut Draft<'_>, shifted: &Shifted) {
    let old = std::mem::take(&mut draft.after.stages);
    let of = |code: &str| {
        let was = shifted.stages.iter().find(|(_, now)| *now == code).map(|(was, _)| was)?;
        old.iter().find(|stage| stage.code == *was)
    };
    let program_id = &draft.before.program.id;
    let stages = shifted.programme.stages.iter().enumerate();
    draft.after.stages = stages
        .map(|(place, stage)| {
            let id = of(&stage.code).map_or_else(|| draft.app.new_id(), |old| old.id.clone());
            record(id, program_id, stage, place)
        })
        .collect();
}

/// An open stage.
pub(crate) fn record(id: String, program_id: &str, stage: &programme::Stage, place: usize) -> Stage {
    Stage {
        id,
        program_id: program_id.to_owned(),
        code: stage.code.clone(),
        kind: stage.kind,
        title: stage.title.clone(),
        planned_from: stage.from,
        planned_to: stage.to,
        closed_on: None,
        snapshot: String::new(),
        snapshot_sha256: String::new(),
        sort: place as i64,
    }
}

/// Targets follow their stages; those of stages that are no more are left out.
fn targets(draft: &mut Draft<'_>, shifted: &Shifted) {
    let today = draft.app.today();
    for target in &mut draft.after.targets {
        if target.stage == programme::CONST_STAGE {
            continue;
        }
        match shifted.stages.get(&target.stage) {
            Some(code) => {
                target.stage = code.clone();
                target.target.raw = shifted.words(&target.target.raw);
            }
            None => target.withdrawn_on = target.withdrawn_on.or(Some(today)),
        }
    }
}
