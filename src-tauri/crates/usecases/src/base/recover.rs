use opora_store::{RecoveryCode, Secret};

use super::{RecoverInput, Status, files};
use crate::{App, Code, Result};

/// Opens the file with the recovery code and sets a new password.
///
/// # Errors
/// `WrongSecret` when the code does not fit; `Invalid` when the new password is short.
pub fn recover(app: &mut App, input: RecoverInput) -> Result<Status> {
    let password = files::new_password(input.password.as_deref())?;
    files::open(app, Secret::Recovery(&input.code)).map_err(|mut error| {
        if error.code == Code::WrongSecret && RecoveryCode::parse(&input.code).is_ok() {
            error.message = "Код восстановления не подходит к этим данным.".into();
            error.hint =
                "Данные целы. Проверьте, что код — от последней распечатки: при смене пароля он меняется."
                    .into();
        }
        error
    })?;
    files::need_store(app)?.set_password(password)?;
    files::status(app)
}
