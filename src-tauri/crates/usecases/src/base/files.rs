//! Opening and closing of the file, shared by the verbs.

use std::path::Path;

use opora_domain::program::Program;
use opora_domain::school::School;
use opora_store::{Secret, Store};

use super::{BaseState, Status};
use crate::{ApiError, App, Code, Problems, Result};

/// Shortest password that is taken.
const MIN_PASSWORD_CHARS: usize = 8;

/// Opens the file of the present folder and keeps the day's copy.
pub(super) fn open(app: &mut App, secret: Secret<'_>) -> Result<()> {
    app.set_store(None)?;
    let mut store = Store::open(&app.folder(), secret, app.host.now())?;
    // A full disk must not keep her from her data; a copy asked for by hand says what is wrong.
    let _ = store.auto_backup(app.host.now());
    app.set_store(Some(store))
}

/// Opens the file without a step of the user when nothing guards it.
pub(super) fn wake(app: &mut App) -> Result<()> {
    let folder = app.folder();
    if app.store.is_none() && Store::exists(&folder) && !Store::needs_password(&folder)? {
        open(app, Secret::None)?;
    }
    Ok(())
}

/// How the program stands, without opening anything.
pub(super) fn status(app: &App) -> Result<Status> {
    let school = first_school(app)?;
    Ok(Status {
        state: state(app, school.as_ref()),
        demo: app.in_demo || school.as_ref().is_some_and(|school| school.demo_today.is_some()),
        without_password: without_password(app)?,
        school: school.map(|school| school.short_name),
        has_program: app.store.is_some() && app.read()?.count::<Program>()? > 0,
        today: app.today(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        folder: app.folder().display().to_string(),
    })
}

/// A file whose creation was cut short has no school yet and counts as none.
fn state(app: &App, school: Option<&School>) -> BaseState {
    match (school, app.store.is_some() || !Store::exists(&app.folder())) {
        (Some(_), _) => BaseState::Open,
        (None, true) => BaseState::NoBase,
        (None, false) => BaseState::Locked,
    }
}

pub(super) fn first_school(app: &App) -> Result<Option<School>> {
    if app.store.is_none() {
        return Ok(None);
    }
    Ok(app.read()?.all::<School>()?.into_iter().next())
}

fn without_password(app: &App) -> Result<bool> {
    let folder = app.folder();
    match &app.store {
        Some(store) => Ok(store.without_password()),
        None => Ok(!Store::exists(&folder) || !Store::needs_password(&folder)?),
    }
}

/// The password as it is to be set; `None` = no password.
pub(super) fn new_password(typed: Option<&str>) -> Result<Option<&str>> {
    let password = typed.filter(|text| !text.is_empty());
    Problems::default()
        .check(
            password.is_some_and(|text| text.chars().count() < MIN_PASSWORD_CHARS),
            "password",
            "Пароль — не короче 8 знаков. Удобно взять короткую фразу из нескольких слов.",
        )
        .finish()?;
    Ok(password)
}

/// Some things make no sense in the demonstration.
pub(super) fn refuse_in_demo(app: &App, what: &str) -> Result<()> {
    if app.in_demo {
        return Err(ApiError::refused(
            format!("{what} — только в данных своей школы, а сейчас открыт пример."),
            "Ничего не изменено. Вернитесь из примера к своей школе и повторите.",
        ));
    }
    Ok(())
}

/// The open file, for what only the store itself can do.
pub(super) fn need_store(app: &mut App) -> Result<&mut Store> {
    app.read()?;
    app.store.as_mut().ok_or_else(|| ApiError::new(Code::Locked, "Данные закрыты.", "Откройте данные школы."))
}

/// The refusal for a folder whose data are gone while copies of them are left.
pub(super) fn only_copies(folder: &Path) -> Option<ApiError> {
    let newest = Store::backups(folder).into_iter().next()?;
    Some(ApiError::new(
        Code::Damaged,
        format!("Файл данных пропал: в папке {} остались только его копии.", folder.display()),
        format!("Копии целы. Восстановите данные из последней: {}.", newest.path.display()),
    ))
}
