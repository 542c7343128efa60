use opora_domain::evidence::Evidence;

use crate::folder::hand_out;
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
    Ok(hand_out(app, "Куда сохранить файл", &file.name, &body)?.map(|file| file.file_name))
}
