use super::{DocumentExportInput, make};
use crate::{App, Result};

/// The document as a file, for the command line.
///
/// # Errors
/// `Refused` without a programme; `Invalid` when the period ends before it begins.
pub fn write(app: &mut App, input: &DocumentExportInput) -> Result<Vec<u8>> {
    make::file(&make::document(app, &input.document())?, input.format)
}
