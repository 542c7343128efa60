use opora_domain::school::School;
use opora_store::{RecoveryCode, Store};

use super::{CreateInput, RecoveryView, files};
use crate::{App, Result, ops, school};

/// Creates the school and its encrypted file.
///
/// # Errors
/// `Invalid` when the card is incomplete or the password short; `Refused` when a school is already here;
/// `Damaged` when only copies of one are left here.
pub fn create(app: &mut App, input: CreateInput) -> Result<RecoveryView> {
    let school = school::to_school(input.school, app.new_id())?;
    let password = files::new_password(input.password.as_deref())?;
    found(app, &school, password)
}

/// Makes the file of the present folder and puts the school into it.
pub(super) fn found(app: &mut App, school: &School, password: Option<&str>) -> Result<RecoveryView> {
    let code = match half_made(app)? {
        true => renew_keys(app, password)?,
        false => new_file(app, password)?,
    };
    app.transact(ops::CREATE_SCHOOL, |tx| {
        tx.insert(school)?;
        tx.lasting();
        Ok(())
    })?;
    Ok(RecoveryView { code: code.to_string() })
}

/// The power went off between the making of the file and of the school.
fn half_made(app: &App) -> Result<bool> {
    Ok(app.store.is_some() && files::first_school(app)?.is_none())
}

fn renew_keys(app: &mut App, password: Option<&str>) -> Result<RecoveryCode> {
    let store = files::need_store(app)?;
    store.set_password(password)?;
    Ok(store.new_recovery_code()?)
}

fn new_file(app: &mut App, password: Option<&str>) -> Result<RecoveryCode> {
    if app.store.is_some() {
        return Err(opora_store::StoreError::AlreadyExists(app.folder()).into());
    }
    if let Some(refusal) = files::only_copies(&app.folder()) {
        return Err(refusal);
    }
    let (store, code) = Store::create(&app.folder(), password)?;
    app.set_store(Some(store))?;
    Ok(code)
}
