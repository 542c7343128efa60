use super::Status;
use crate::{App, Result};

/// Tells whether a school is open.
pub fn status(app: &mut App, _: ()) -> Result<Status> {
    Err(app.unfinished("base.status"))
}
