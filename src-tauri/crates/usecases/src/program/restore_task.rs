use super::revise::revise;
use super::{Recorded, RowsInput};
use crate::{App, Result, ops};

/// Brings withdrawn tasks back; their events and indicators are brought back by their own calls.
///
/// # Errors
/// `Invalid` without a reason or, after the approval, without a basis.
pub fn restore_task(app: &mut App, input: RowsInput) -> Result<Recorded> {
    revise(app, ops::RESTORE_TASK, &input.correction, |draft| {
        input.ids.iter().try_for_each(|id| draft.before.task(id).map(drop))?;
        for task in draft.after.tasks.iter_mut().filter(|task| input.ids.contains(&task.id)) {
            task.withdrawn_on = None;
        }
        Ok(())
    })
}
