use crate::person::IdInput;
use crate::{App, Result};

/// Removes a meeting.
pub fn delete_meeting(app: &mut App, input: IdInput) -> Result<()> {
    Err(app.unfinished("registers.delete_meeting"))
}
