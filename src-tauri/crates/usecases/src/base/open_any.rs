use std::path::Path;

use opora_store::{Secret, Store};

use super::{Status, files};
use crate::{ApiError, App, Code, Result};

/// Opens what lies in the data folder, for a program without a window: the real school or, when there is none,
/// the demonstration beside it.
///
/// # Errors
/// `NoBase` when there is neither; `Damaged` when only copies of the data are left; `WrongSecret` when the password is missing or does not fit.
pub fn open_any(app: &mut App, password: Option<&str>) -> Result<Status> {
    app.set_store(None)?;
    app.in_demo = !Store::exists(&app.home) && Store::exists(&app.home.join("demo"));
    if !Store::exists(&app.folder()) {
        return Err(nothing_there(&app.folder()));
    }
    let secret = match (Store::needs_password(&app.folder())?, password) {
        (true, Some(password)) => Secret::Password(password),
        _ => Secret::None,
    };
    files::open(app, secret)?;
    files::status(app)
}

fn nothing_there(folder: &Path) -> ApiError {
    files::only_copies(folder).unwrap_or_else(|| {
        ApiError::new(
            Code::NoBase,
            format!("В папке {} нет данных школы.", folder.display()),
            "Ничего не изменено. Проверьте путь или создайте школу.",
        )
    })
}
