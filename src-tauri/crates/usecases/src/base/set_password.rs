use super::{NewPasswordInput, RecoveryView};
use crate::{App, Result};

/// Sets, changes or removes the password; gives a new recovery code.
pub fn set_password(app: &mut App, input: NewPasswordInput) -> Result<RecoveryView> {
    Err(app.unfinished("base.set_password"))
}
