use opora_domain::registers::Meeting;

use super::GroupMeetingInput;
use crate::{App, Result};

/// Adds or changes a meeting.
pub fn save_meeting(app: &mut App, input: GroupMeetingInput) -> Result<Meeting> {
    Err(app.unfinished("registers.save_meeting"))
}
