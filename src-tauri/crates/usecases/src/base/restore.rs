use std::path::{Path, PathBuf};

use opora_store::{RecoveryCode, Secret, Store};

use super::backup::EXTENSION;
use super::{RestoreInput, Status, files};
use crate::{ApiError, App, Code, Result};

/// Under this token the copy waits for its password.
const WAITING: &str = "restore";
/// Where a copy is tried before the present data is touched.
const TRIAL: &str = "restore-trial";

/// Brings a chosen copy back in place of the present file; nothing when she changes her mind.
///
/// # Errors
/// `WrongSecret` when the copy asks for a password: the next call with one takes the same copy without asking.
pub fn restore(app: &mut App, input: RestoreInput) -> Result<Option<Status>> {
    files::refuse_in_demo(app, "Восстановить данные из копии можно")?;
    let typed = input.password.as_deref().filter(|text| !text.is_empty());
    let Some(file) = chosen(app, typed.is_some()) else { return Ok(None) };
    let restored = restore_from(app, &file, typed);
    if matches!(&restored, Err(error) if error.code == Code::WrongSecret) {
        app.picked.insert(WAITING.into(), file);
    }
    restored.map(Some)
}

fn chosen(app: &mut App, has_password: bool) -> Option<PathBuf> {
    let waiting = app.picked.remove(WAITING).filter(|_| has_password);
    waiting.or_else(|| app.host.pick_file("Копия данных «Опоры»", &[EXTENSION]))
}

/// Brings the copy in `file` back; `typed` is the password or the recovery code of the copy.
///
/// The copy is proved in a folder of its own first, so that a refusal leaves the open file open.
///
/// # Errors
/// `WrongSecret`, `Damaged`, `NewerBase`, `NoSpace`; the present data is then as it was.
pub fn restore_from(app: &mut App, file: &Path, typed: Option<&str>) -> Result<Status> {
    let secret = prove(app, file, typed)?;
    app.set_store(None)?;
    let restored = Store::restore(&app.folder(), file, secret);
    if let Err(error) = restored {
        files::wake(app)?;
        return Err(error.into());
    }
    files::open(app, secret)?;
    app.note_changes(["school"]);
    files::status(app)
}

/// Finds the secret that opens the copy by restoring it aside.
fn prove<'a>(app: &App, file: &Path, typed: Option<&'a str>) -> Result<Secret<'a>> {
    let mut refusal = asks_for_password();
    for secret in secrets(typed) {
        match try_aside(&app.folder().join(TRIAL), file, secret) {
            Ok(()) => return Ok(secret),
            Err(error) if error.code == Code::WrongSecret && typed.is_some() => refusal = does_not_fit(),
            Err(error) if error.code == Code::WrongSecret => {}
            Err(error) => return Err(error),
        }
    }
    Err(refusal)
}

/// What the typed words may be; a copy without a password takes none.
fn secrets(typed: Option<&str>) -> Vec<Secret<'_>> {
    let mut secrets = vec![Secret::None];
    if let Some(typed) = typed {
        secrets.push(Secret::Password(typed));
        if RecoveryCode::parse(typed).is_ok() {
            secrets.push(Secret::Recovery(typed));
        }
    }
    secrets
}

fn try_aside(folder: &Path, file: &Path, secret: Secret<'_>) -> Result<()> {
    remove_folder(folder)?;
    let tried = Store::restore(folder, file, secret);
    remove_folder(folder)?;
    Ok(tried.map(drop)?)
}

/// Removes a folder of ours with all that is in it, if it is there.
pub(super) fn remove_folder(folder: &Path) -> Result<()> {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(opora_store::StoreError::from(error).into())
        }
        _ => Ok(()),
    }
}

fn asks_for_password() -> ApiError {
    ApiError::new(
        Code::WrongSecret,
        "Эта копия закрыта паролем.",
        "Ничего не изменено. Введите пароль, который действовал, когда копия была сделана, или код восстановления.",
    )
}

fn does_not_fit() -> ApiError {
    ApiError::new(
        Code::WrongSecret,
        "Пароль или код восстановления не подходит к этой копии.",
        "Ничего не изменено. Нужен пароль, который действовал, когда копия была сделана.",
    )
}
