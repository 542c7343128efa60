use opora_domain::registers::Meeting;

use crate::{App, Result};

/// Meetings, newest first.
pub fn meetings(app: &mut App, _: ()) -> Result<Vec<Meeting>> {
    let mut meetings: Vec<Meeting> = app.read()?.all()?;
    meetings.sort_by_key(|meeting| std::cmp::Reverse((meeting.date, meeting.id.clone())));
    Ok(meetings)
}
