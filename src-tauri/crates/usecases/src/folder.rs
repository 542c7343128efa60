//! Files that go to a folder or a stick that the user chose.

use std::path::{Path, PathBuf};

use opora_exchange::{Written, safe_name, write_file};

use crate::documents::ExportView;
use crate::{App, Result};

/// Writes a file to a folder or stick that the user chooses, and reads it back; none when she changed her mind.
pub(crate) fn hand_out(app: &App, title: &str, name: &str, body: &[u8]) -> Result<Option<ExportView>> {
    let Some(folder) = app.host.pick_folder(title) else { return Ok(None) };
    let (file_name, Written { sha256, bytes }) = put(&folder, name, body)?;
    Ok(Some(ExportView { file_name, folder: name_of(&folder), sha256, bytes }))
}

/// Writes a file without standing over another one, and reads it back; gives the name under which it lies.
pub(crate) fn put(folder: &Path, name: &str, body: &[u8]) -> Result<(String, Written)> {
    let path = free_path(folder, &safe_name(name), body);
    let written = write_file(&path, body)?;
    Ok((name_of(&path), written))
}

/// A path that does not stand over another file: «приказ.pdf», «приказ (2).pdf»; the same file may be written again.
fn free_path(folder: &Path, name: &str, body: &[u8]) -> PathBuf {
    let (stem, ending) = name.rsplit_once('.').map_or((name, String::new()), |(s, e)| (s, format!(".{e}")));
    let names = std::iter::once(name.to_owned()).chain((2..).map(|n| format!("{stem} ({n}){ending}")));
    let mut paths = names.map(|name| folder.join(name));
    // A larger file is another one: it need not be read.
    let fits = |path: &PathBuf| match opora_exchange::read_file(path, body.len() as u64) {
        Ok(there) => there == body,
        Err(_) => !path.exists(),
    };
    paths.find(fits).unwrap_or_else(|| folder.join(name))
}

/// The last part of a path, for the user's eyes.
pub(crate) fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}
