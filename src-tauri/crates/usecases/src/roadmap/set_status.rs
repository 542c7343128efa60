use opora_domain::occurrence::{Occurrence, OccurrenceStatus};

use super::plan::{self, Plan};
use super::{OccurrenceView, StatusInput};
use crate::{App, Problems, Result, ops};

/// Puts an occurrence into work, postpones or cancels it, or takes «done» back.
///
/// # Errors
/// `Invalid` when the status is `done`, a reason is missing, or the new date is missing or past.
pub fn set_status(app: &mut App, input: StatusInput) -> Result<OccurrenceView> {
    check(app, &input)?;
    let plan = Plan::load(app)?;
    let (_, before) = plan.open_occurrence(&input.id)?;
    let postponed = input.due.filter(|_| input.status == OccurrenceStatus::Postponed);
    let occurrence = Occurrence {
        status: input.status,
        due: postponed.or(before.due),
        done_on: None,
        result: result(before, input.status),
        reason: input.reason.trim().to_owned(),
        ..before.clone()
    };
    app.transact(ops::SET_STATUS, |tx| Ok(tx.update(&occurrence)?))?;
    plan::view_of(app, &input.id)
}

/// What came of it is kept while something is said to have come.
fn result(before: &Occurrence, status: OccurrenceStatus) -> String {
    let kept = matches!(status, OccurrenceStatus::InProgress | OccurrenceStatus::Partial);
    if kept { before.result.clone() } else { String::new() }
}

fn check(app: &App, input: &StatusInput) -> Result<()> {
    use OccurrenceStatus::{Cancelled, Done, NotApplicable, Postponed};
    let reasoned = matches!(input.status, Postponed | Cancelled | NotApplicable);
    let postponed = input.status == Postponed;
    Problems::default()
        .check(input.status == Done, "status", "Исполнение отмечается вместе с датой и документом.")
        .check(reasoned && input.reason.trim().is_empty(), "reason", "Укажите причину.")
        .check(postponed && input.due.is_none(), "due", "Укажите новый срок.")
        .check(
            postponed && input.due.is_some_and(|due| due < app.today()),
            "due",
            "Новый срок не может быть в прошлом.",
        )
        .finish()
}
