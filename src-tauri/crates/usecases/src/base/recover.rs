use opora_store::{RecoveryCode, Secret, Store};

use super::{RecoverInput, Status, files};
use crate::{ApiError, App, Code, Result};

/// Opens the file with the recovery code and sets a new password.
///
/// # Errors
/// `WrongSecret` when the code does not fit; `Invalid` when the new password is short; `Refused` when there is no
/// password to be forgotten: any code would do then.
pub fn recover(app: &mut App, input: RecoverInput) -> Result<Status> {
    files::refuse_in_demo(app, "Код восстановления нужен")?;
    if !Store::needs_password(&app.folder())? {
        return Err(ApiError::refused(
            "Данные не закрыты паролем, код восстановления не нужен.",
            "Ничего не изменено. Пароль задаётся в разделе «Школа и настройки».",
        ));
    }
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
