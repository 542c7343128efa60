use opora_domain::occurrence::{Occurrence, OccurrenceStatus};

use super::plan::{self, Plan};
use super::{AddOccurrenceInput, OccurrenceView, window};
use crate::{ApiError, App, Result, ops, program};

/// Adds an occurrence of an event whose dates stand in another plan, come on demand or are not named.
///
/// # Errors
/// `Refused` for an event whose dates the programme names in full; `Invalid` when the dates do not fit.
pub fn add_occurrence(app: &mut App, input: AddOccurrenceInput) -> Result<OccurrenceView> {
    let plan = Plan::load(app)?;
    let event = plan.event(&input.event_id)?;
    program::in_plan(event)?;
    if !event.takes_more() {
        return Err(ApiError::refused(
            "Все сроки этого мероприятия названы в программе, добавить ещё один нельзя.",
            "Ничего не изменено. Отметьте исполнение по одному из имеющихся сроков.",
        ));
    }
    window::check(plan.program.as_ref(), input.from, input.to)?;
    let occurrence = Occurrence {
        id: app.new_id(),
        event_id: input.event_id,
        window_from: Some(input.from),
        window_to: Some(input.to),
        due: Some(input.to),
        stage: None,
        status: OccurrenceStatus::Planned,
        done_on: None,
        result: String::new(),
        reason: String::new(),
    };
    app.transact(ops::ADD_OCCURRENCE, |tx| Ok(tx.insert(&occurrence)?))?;
    plan::view_of(app, &occurrence.id)
}
