use super::Status;
use crate::{App, Result};

/// Closes the file until the password is given.
pub fn lock(app: &mut App, _: ()) -> Result<Status> {
    Err(app.unfinished("base.lock"))
}
