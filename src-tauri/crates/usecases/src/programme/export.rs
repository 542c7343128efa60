use opora_exchange::{safe_name, write_file};

use super::AdoptInput;
use super::file::listed;
use crate::folder::{free_path, name_of};
use crate::{App, Result};

/// Copies a programme file to a chosen folder, to be passed on; gives its name, or none when the user changed her mind.
///
/// # Errors
/// `NotFound` when there is no such programme; the errors of writing.
pub fn export(app: &mut App, input: AdoptInput) -> Result<Option<String>> {
    let file = listed(app, &input.id)?;
    let Some(folder) = app.host.pick_folder("Куда записать файл программы") else {
        return Ok(None);
    };
    let name = format!("Программа {} (версия {}).json", file.programme.id, file.programme.version);
    let body = file.text.as_bytes();
    let path = free_path(&folder, &safe_name(&name), body);
    write_file(&path, body)?;
    Ok(Some(name_of(&path)))
}
