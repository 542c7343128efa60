use super::revise::revise;
use super::{Recorded, RowsInput};
use crate::{App, Result, ops};

/// Brings withdrawn indicators back, with the tasks they stand under.
///
/// # Errors
/// `Invalid` without a reason or, after the approval, without a basis.
pub fn restore_indicator(app: &mut App, input: RowsInput) -> Result<Recorded> {
    revise(app, ops::RESTORE_INDICATOR, &input.correction, |draft| {
        input.ids.iter().try_for_each(|id| draft.before.indicator(id).map(drop))?;
        let book = &mut draft.after;
        for indicator in book.indicators.iter_mut().filter(|indicator| input.ids.contains(&indicator.id)) {
            indicator.withdrawn_on = None;
            let above = book.tasks.iter_mut().filter(|task| indicator.task_id.as_ref() == Some(&task.id));
            above.for_each(|task| task.withdrawn_on = None);
        }
        Ok(())
    })
}
