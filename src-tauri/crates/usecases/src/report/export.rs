use super::ExportView;
use crate::person::IdInput;
use crate::{App, Result};

/// Copies an issued report to a folder or stick and reads it back.
pub fn export(app: &mut App, input: IdInput) -> Result<Option<ExportView>> {
    Err(app.unfinished("report.export"))
}
