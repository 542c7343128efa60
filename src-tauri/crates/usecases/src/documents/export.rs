use opora_exchange::write_file;

use super::{DocumentExportInput, ExportView, make, making};
use crate::folder::{free_path, name_of};
use crate::{App, Result};

/// Writes the document to a folder or stick and reads it back; none when the user changed her mind.
///
/// # Errors
/// `Refused` without a programme; `Invalid` when the period ends before it begins; the errors of writing.
pub fn export(app: &mut App, input: DocumentExportInput) -> Result<Option<ExportView>> {
    let (document, format) = (input.document(), input.format);
    let making = making(app)?;
    let body = make::file(&make::document(app, &document, &making)?, format)?;
    let name = make::file_name(app, &document, format)?;
    let Some(folder) = app.host.pick_folder("Куда записать документ") else {
        return Ok(None);
    };
    let path = free_path(&folder, &name, &body);
    let written = write_file(&path, &body)?;
    Ok(Some(ExportView {
        file_name: name_of(&path),
        folder: name_of(&folder),
        sha256: written.sha256,
        bytes: written.bytes,
    }))
}
