use opora_domain::registers::Meeting;

use crate::person::IdInput;
use crate::{App, Result, ops};

/// Removes a meeting.
///
/// # Errors
/// `NotFound` when it is gone already.
pub fn delete_meeting(app: &mut App, input: IdInput) -> Result<()> {
    app.read()?.need::<Meeting>(&input.id)?;
    app.transact(ops::DELETE_MEETING, |tx| Ok(tx.delete::<Meeting>(&input.id).map(drop)?))
}
