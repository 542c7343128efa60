use opora_domain::issued_report::ReportFile;

use super::kept;
use crate::folder::{free_path, name_of};
use crate::person::IdInput;
use crate::{App, Result};

/// Writes a file kept beside a document to a chosen folder; gives its name, or none when the user changed her mind.
///
/// # Errors
/// The errors of writing.
pub fn file(app: &mut App, input: IdInput) -> Result<Option<String>> {
    let kept = app.read()?.need::<ReportFile>(&input.id)?;
    let body = kept::body(app, &kept.file)?;
    let Some(folder) = app.host.pick_folder("Куда сохранить файл") else { return Ok(None) };
    let path = free_path(&folder, &opora_exchange::safe_name(&kept.file.name), &body);
    opora_exchange::write_file(&path, &body)?;
    Ok(Some(name_of(&path)))
}
