use opora_domain::mentoring::MentoringMeeting;

use super::records;
use crate::person::IdInput;
use crate::{App, Result, ops};

/// Removes a meeting.
///
/// # Errors
/// `Frozen` when the tandem is closed.
pub fn delete_meeting(app: &mut App, input: IdInput) -> Result<()> {
    let meeting: MentoringMeeting = app.read()?.need(&input.id)?;
    records::active(app, &meeting.tandem_id)?;
    app.transact(ops::DELETE_MENTORING_MEETING, |tx| {
        Ok(tx.delete::<MentoringMeeting>(&meeting.id).map(drop)?)
    })
}
