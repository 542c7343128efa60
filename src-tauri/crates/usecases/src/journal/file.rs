use opora_domain::issued_report::ReportFile;

use super::kept;
use crate::folder::hand_out;
use crate::person::IdInput;
use crate::{App, Result};

/// Writes a file kept beside a document to a chosen folder; gives its name, or none when the user changed her mind.
///
/// # Errors
/// The errors of writing.
pub fn file(app: &mut App, input: IdInput) -> Result<Option<String>> {
    let kept = app.read()?.need::<ReportFile>(&input.id)?;
    let body = kept::body(app, &kept.file)?;
    Ok(hand_out(app, "Куда сохранить файл", &kept.file.name, &body)?.map(|file| file.file_name))
}
