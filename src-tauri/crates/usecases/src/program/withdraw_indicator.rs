use opora_domain::Id;

use super::revise::{Draft, revise};
use super::{Recorded, RowsInput};
use crate::{App, Result, ops};

/// Leaves indicators out of the programme: closed stages keep them, values are kept.
///
/// # Errors
/// `Invalid` without a reason or, after the approval, without a basis.
pub fn withdraw_indicator(app: &mut App, input: RowsInput) -> Result<Recorded> {
    revise(app, ops::WITHDRAW_INDICATOR, &input.correction, |draft| {
        input.ids.iter().try_for_each(|id| withdraw(draft, id))
    })
}

/// Leaves out an indicator; its targets go with it.
pub(super) fn withdraw(draft: &mut Draft<'_>, id: &Id) -> Result<()> {
    draft.after.indicator(id)?;
    let today = draft.app.today();
    for indicator in draft.after.indicators.iter_mut().filter(|indicator| indicator.id == *id) {
        indicator.withdrawn_on = indicator.withdrawn_on.or(Some(today));
    }
    Ok(())
}
