use super::{PasswordInput, Status};
use crate::{App, Result};

/// Opens the file with the password.
pub fn open(app: &mut App, input: PasswordInput) -> Result<Status> {
    Err(app.unfinished("base.open"))
}
