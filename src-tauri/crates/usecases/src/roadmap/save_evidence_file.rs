use std::path::{Path, PathBuf};

use opora_domain::evidence::Evidence;

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
    let path = free_path(&folder, &opora_exchange::safe_name(&file.name));
    opora_exchange::write_file(&path, &body)?;
    Ok(path.file_name().map(|name| name.to_string_lossy().into_owned()))
}

/// A name that nothing in the folder has: `приказ.pdf`, `приказ (2).pdf`.
fn free_path(folder: &Path, name: &str) -> PathBuf {
    let (stem, extension) =
        name.rsplit_once('.').map_or((name, String::new()), |(s, e)| (s, format!(".{e}")));
    let numbered = (2..).map(|n| folder.join(format!("{stem} ({n}){extension}")));
    let mut names = std::iter::once(folder.join(name)).chain(numbered);
    names.find(|path| !path.exists()).unwrap_or_else(|| folder.join(name))
}
