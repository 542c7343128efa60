use opora_domain::Id;

use super::revise::{Draft, revise};
use super::{Recorded, RowsInput};
use crate::{App, Result, ops};

/// Brings withdrawn events back, with the headings above them.
///
/// # Errors
/// `Invalid` without a reason or, after the approval, without a basis.
pub fn restore_event(app: &mut App, input: RowsInput) -> Result<Recorded> {
    revise(app, ops::RESTORE_EVENT, &input.correction, |draft| {
        input.ids.iter().try_for_each(|id| restore(draft, id))
    })
}

fn restore(draft: &mut Draft<'_>, id: &Id) -> Result<()> {
    let event = draft.after.event(id)?.clone();
    let above: Vec<Id> = draft.after.above(&event).into_iter().map(|row| row.id.clone()).collect();
    for id in above.iter().chain([&event.id]) {
        draft.after.event_mut(id)?.withdrawn_on = None;
    }
    for task in draft.after.tasks.iter_mut().filter(|task| task.id == event.task_id) {
        task.withdrawn_on = None;
    }
    Ok(())
}
