use opora_domain::Id;

use super::revise::{Draft, revise};
use super::{Recorded, RowsInput, withdraw_event, withdraw_indicator};
use crate::{App, Result, ops};

/// Leaves tasks out of the programme with their events and indicators; all facts are kept.
///
/// # Errors
/// `Invalid` without a reason or, after the approval, without a basis.
pub fn withdraw_task(app: &mut App, input: RowsInput) -> Result<Recorded> {
    revise(app, ops::WITHDRAW_TASK, &input.correction, |draft| {
        input.ids.iter().try_for_each(|id| withdraw(draft, id))
    })
}

fn withdraw(draft: &mut Draft<'_>, id: &Id) -> Result<()> {
    draft.after.task(id)?;
    let today = draft.app.today();
    for task in draft.after.tasks.iter_mut().filter(|task| task.id == *id) {
        task.withdrawn_on = task.withdrawn_on.or(Some(today));
    }
    let events = draft.after.events.iter().filter(|event| event.task_id == *id);
    let events: Vec<Id> = events.map(|event| event.id.clone()).collect();
    events.iter().try_for_each(|id| withdraw_event::withdraw(draft, id))?;
    let own = draft.after.indicators.iter().filter(|indicator| indicator.task_id.as_ref() == Some(id));
    let own: Vec<Id> = own.map(|indicator| indicator.id.clone()).collect();
    own.iter().try_for_each(|id| withdraw_indicator::withdraw(draft, id))
}
