use super::{NewPasswordInput, RecoveryView, files};
use crate::{App, Result};

/// Sets, changes or removes the password; gives a new recovery code, the old one no longer fits.
///
/// # Errors
/// `Invalid` when the password is shorter than 8 characters.
pub fn set_password(app: &mut App, input: NewPasswordInput) -> Result<RecoveryView> {
    files::refuse_in_demo(app, "Пароль задаётся")?;
    let password = files::new_password(input.password.as_deref())?;
    let store = files::need_store(app)?;
    store.set_password(password)?;
    Ok(RecoveryView { code: store.new_recovery_code()?.to_string() })
}
