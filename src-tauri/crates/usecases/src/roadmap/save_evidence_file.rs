use opora_domain::evidence::Evidence;

use crate::folder::{free_path, name_of};
use crate::person::IdInput;
use crate::{ApiError, App, Result};

/// Writes the attached file to a chosen folder; gives the name.
///
/// # Errors
/// `NotFound` when the document has no file; `NoSpace`, `ReadOnly`.
pub fn save_evidence_file(app: &mut App, input: IdInput) -> Result<Option<String>> {
    let evidence = app.read()?.need::<Evidence>(&input.id)?;
    let file = evidence.file.ok_or_else(|| ApiError::not_found("приложенный файл"))?;
    let body = app.read()?.blob(&file.sha256)?.ok_or_else(|| ApiError::not_found("приложенный файл"))?;
    let Some(folder) = app.host.pick_folder("Куда сохранить файл") else { return Ok(None) };
    let path = free_path(&folder, &opora_exchange::safe_name(&file.name), &body);
    opora_exchange::write_file(&path, &body)?;
    Ok(Some(name_of(&path)))
}
