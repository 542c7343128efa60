use super::{RecoverInput, Status};
use crate::{App, Result};

/// Opens the file with the recovery code and sets a new password.
pub fn recover(app: &mut App, input: RecoverInput) -> Result<Status> {
    Err(app.unfinished("base.recover"))
}
