use opora_domain::Id;

use super::revise::{Draft, revise};
use super::{Recorded, RowsInput};
use crate::{App, Result, ops};

/// Leaves events out of the plan with all rows below them: they owe nothing from today, their facts are kept.
///
/// # Errors
/// `Invalid` without a reason or, after the approval, without a basis.
pub fn withdraw_event(app: &mut App, input: RowsInput) -> Result<Recorded> {
    revise(app, ops::WITHDRAW_EVENT, &input.correction, |draft| {
        input.ids.iter().try_for_each(|id| withdraw(draft, id))
    })
}

/// Leaves out an event and all rows below it.
pub(super) fn withdraw(draft: &mut Draft<'_>, id: &Id) -> Result<()> {
    draft.after.event(id)?;
    let today = draft.app.today();
    for id in draft.after.subtree(id) {
        let event = draft.after.event_mut(&id)?;
        event.withdrawn_on = event.withdrawn_on.or(Some(today));
    }
    Ok(())
}
