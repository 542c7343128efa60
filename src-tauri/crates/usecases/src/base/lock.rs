use super::{Status, files};
use crate::{ApiError, App, Result};

/// Closes the file until the password is given.
///
/// # Errors
/// `Refused` when there is no password: anyone could open the file again.
pub fn lock(app: &mut App, _: ()) -> Result<Status> {
    files::refuse_in_demo(app, "Закрыть данные паролем можно")?;
    if files::need_store(app)?.without_password() {
        return Err(ApiError::refused(
            "Пароль не задан, поэтому закрыть данные нечем.",
            "Все данные сохранены. Задайте пароль в настройках и повторите.",
        ));
    }
    app.set_store(None)?;
    files::status(app)
}
