use super::{MeetingInput, TandemView};
use crate::{App, Result};

/// Logs a meeting.
pub fn save_meeting(app: &mut App, input: MeetingInput) -> Result<TandemView> {
    Err(app.unfinished("mentoring.save_meeting"))
}
