use opora_domain::program::Program;
use opora_domain::school::School;
use opora_store::{Secret, Store};

use super::{DemoInput, Status, create, files, restore};
use crate::{App, Code, Result, assets, demo as example, ops, school};

/// Opens the demonstration school of a programme, made anew if the one at hand is of another.
pub fn demo(app: &mut App, input: DemoInput) -> Result<Status> {
    assets::programme(&input.programme_id)?;
    if open_present(app, &input.programme_id)? {
        return files::status(app);
    }
    create_demo(app, &input.programme_id)
}

/// Makes the demonstration school of a programme in `<home>/demo`, in place of an earlier one, and opens it.
///
/// # Errors
/// `NotFound` when there is no such programme; `InUse` when the demonstration is open in another window.
pub fn create_demo(app: &mut App, programme_id: &str) -> Result<Status> {
    let programme = &assets::programme(programme_id)?.programme;
    let school = School {
        demo_today: Some(example::today(programme)),
        ..school::to_school(example::school(programme), app.new_id())?
    };
    enter(app)?;
    let filled = fresh(app, &school, programme_id);
    if filled.is_err() {
        app.set_store(None)?;
        restore::remove_folder(&app.folder())?;
        leave(app)?;
    }
    filled?;
    files::status(app)
}

fn fresh(app: &mut App, school: &School, programme_id: &str) -> Result<()> {
    refuse_in_use(app)?;
    restore::remove_folder(&app.folder())?;
    create::found(app, school, None)?;
    // The day of the demonstration counts from here on.
    files::open(app, Secret::None)?;
    example::fill(app, programme_id)?;
    seal(app)
}

/// The last line of the making: without it a demonstration was cut short. What is before it cannot be undone.
fn seal(app: &mut App) -> Result<()> {
    let school = School {
        status_basis: "список школ муниципалитета на учебный год (пример)".into(),
        ..app.school()?
    };
    app.transact(ops::FILL_DEMO, |tx| {
        tx.update(&school)?;
        tx.lasting();
        Ok(())
    })
}

/// Opens the demonstration at hand if it is of this programme; says whether.
fn open_present(app: &mut App, programme_id: &str) -> Result<bool> {
    enter(app)?;
    if !Store::exists(&app.folder()) {
        leave(app)?;
        return Ok(false);
    }
    let opened = files::open(app, Secret::None);
    if matches!(&opened, Err(error) if error.code == Code::InUse) {
        leave(app)?;
        return opened.map(|()| false);
    }
    // A demonstration that does not open is made anew: nothing in it is the user's own.
    if opened.is_ok() && is_whole(app)? && is_of(app, programme_id)? {
        return Ok(true);
    }
    leave(app)?;
    Ok(false)
}

/// More lines than any demonstration has.
const MANY: usize = 1_000_000;

fn is_whole(app: &App) -> Result<bool> {
    let Some(store) = &app.store else { return Ok(false) };
    Ok(store.history(MANY)?.iter().any(|entry| entry.op == ops::FILL_DEMO.0))
}

fn is_of(app: &App, programme_id: &str) -> Result<bool> {
    let programs = app.read()?.all::<Program>()?;
    Ok(programs.iter().any(|program| program.template_id == programme_id))
}

fn refuse_in_use(app: &mut App) -> Result<()> {
    if !Store::exists(&app.folder()) {
        return Ok(());
    }
    match Store::open(&app.folder(), Secret::None, app.host.now()) {
        Err(error @ opora_store::StoreError::InUse) => Err(error.into()),
        _ => Ok(()),
    }
}

fn enter(app: &mut App) -> Result<()> {
    app.set_store(None)?;
    app.in_demo = true;
    Ok(())
}

/// Goes back to the folder of the real school and opens it if no password guards it.
pub(super) fn leave(app: &mut App) -> Result<()> {
    app.set_store(None)?;
    app.in_demo = false;
    files::wake(app)
}
