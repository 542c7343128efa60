use super::AdoptInput;
use super::file::listed;
use crate::folder::hand_out;
use crate::{App, Result};

/// Copies a programme file to a chosen folder, to be passed on; gives its name, or none when the user changed her mind.
///
/// # Errors
/// `NotFound` when there is no such programme; the errors of writing.
pub fn export(app: &mut App, input: AdoptInput) -> Result<Option<String>> {
    let file = listed(app, &input.id)?;
    let name = format!("Программа {} (версия {}).json", file.programme.id, file.programme.version);
    let written = hand_out(app, "Куда записать файл программы", &name, file.text.as_bytes())?;
    Ok(written.map(|file| file.file_name))
}
