use opora_domain::issued_report::{IssuedReport, ReportFile, ReportFileKind};

use super::{JournalEntry, entry};
use crate::person::IdInput;
use crate::{ApiError, App, Result, ops};

/// Removes a scan.
///
/// # Errors
/// `Frozen` for a signature and a stamped file: they prove something.
pub fn delete_file(app: &mut App, input: IdInput) -> Result<JournalEntry> {
    let file = app.read()?.need::<ReportFile>(&input.id)?;
    if file.kind != ReportFileKind::Scan {
        return Err(ApiError::frozen(
            "Подпись и файл с меткой времени хранятся вместе с документом и не удаляются.",
            "Ничего не изменено. Удалить можно только скан.",
        ));
    }
    let report = app.read()?.need::<IssuedReport>(&file.report_id)?;
    app.transact(ops::DELETE_REPORT_FILE, |tx| {
        tx.delete::<ReportFile>(&file.id)?;
        Ok(())
    })?;
    entry(app, &report)
}
