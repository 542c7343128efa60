use opora_exchange::{safe_name, write_file};

use super::AdoptInput;
use super::file::listed;
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
    let programme = &file.programme;
    let stem = format!("Программа {} (версия {})", programme.id, programme.version);
    let names = (1..100).map(|n: u32| match n {
        1 => format!("{stem}.json"),
        n => format!("{stem} {n}.json"),
    });
    // A name is taken when another file stands under it; the same one may be written again.
    let body = file.text.as_bytes();
    let free = |name: &String| {
        let path = folder.join(safe_name(name));
        opora_exchange::read_file(&path, u64::MAX).map_or(!path.exists(), |there| there == body)
    };
    let name = safe_name(&names.into_iter().find(free).unwrap_or_else(|| format!("{stem}.json")));
    write_file(&folder.join(&name), body)?;
    Ok(Some(name))
}
