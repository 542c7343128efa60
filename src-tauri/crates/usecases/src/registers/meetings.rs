use opora_domain::registers::Meeting;

use crate::{App, Result};

/// Meetings, newest first.
pub fn meetings(app: &mut App, _: ()) -> Result<Vec<Meeting>> {
    Err(app.unfinished("registers.meetings"))
}
