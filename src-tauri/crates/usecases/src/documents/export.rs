use opora_report::build::Making;

use super::{DocumentExportInput, ExportView, make, making};
use crate::folder::hand_out;
use crate::{App, Result};

/// Writes the document to a folder or stick and reads it back; none when the user changed her mind.
///
/// # Errors
/// `Refused` without a programme; `Invalid` when the period ends before it begins; the errors of writing.
pub fn export(app: &mut App, input: DocumentExportInput) -> Result<Option<ExportView>> {
    let (document, format) = (input.document(), input.format);
    // A report without a number and a signature must not pass for an issued one.
    let draft = document.kind.is_composed();
    let making = Making { draft, ..making(app)? };
    let body = make::file(&make::document(app, &document, &making)?, format)?;
    let name = make::file_name(app, &document, format)?;
    hand_out(app, "Куда записать документ", &name, &body)
}
