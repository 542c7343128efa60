use opora_domain::issued_report::{Dispatch, IssuedReport};

use super::{JournalEntry, entry};
use crate::person::IdInput;
use crate::{ApiError, App, Result, ops};

/// Removes a mark made by hand.
///
/// # Errors
/// `Frozen` for a copy that the program has written: it lies somewhere.
pub fn delete_dispatch(app: &mut App, input: IdInput) -> Result<JournalEntry> {
    let dispatch = app.read()?.need::<Dispatch>(&input.id)?;
    if !dispatch.file_name.is_empty() {
        return Err(ApiError::frozen(
            format!("Копия «{}» записана программой, запись о ней остаётся в журнале.", dispatch.file_name),
            "Ничего не изменено. В этой записи можно исправить, кому и как передан документ.",
        ));
    }
    let report = app.read()?.need::<IssuedReport>(&dispatch.report_id)?;
    app.transact(ops::DELETE_DISPATCH, |tx| {
        tx.delete::<Dispatch>(&dispatch.id)?;
        Ok(())
    })?;
    entry(app, &report)
}
