use super::{DocumentExportInput, make, making};
use crate::{App, Result};

/// The document as a file, for the command line.
///
/// # Errors
/// `Refused` without a programme; `Invalid` when the period ends before it begins.
pub fn write(app: &mut App, input: &DocumentExportInput) -> Result<Vec<u8>> {
    let making = making(app)?;
    make::file(&make::document(app, &input.document(), &making)?, input.format)
}
