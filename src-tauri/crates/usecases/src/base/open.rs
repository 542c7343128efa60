use opora_store::{Secret, Store};

use super::{PasswordInput, Status, files};
use crate::{App, Result};

/// Opens the file with the password; a file without one opens with any.
///
/// # Errors
/// `WrongSecret` when the password does not fit.
pub fn open(app: &mut App, input: PasswordInput) -> Result<Status> {
    if app.store.is_none() {
        let secret = match Store::needs_password(&app.folder())? {
            true => Secret::Password(&input.password),
            false => Secret::None,
        };
        files::open(app, secret)?;
    }
    files::status(app)
}
