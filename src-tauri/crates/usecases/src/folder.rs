//! Names of files in a folder or on a stick that the user chose.

use std::path::{Path, PathBuf};

/// A path that does not stand over another file: «приказ.pdf», «приказ (2).pdf»; the same file may be written again.
pub(crate) fn free_path(folder: &Path, name: &str, body: &[u8]) -> PathBuf {
    let (stem, ending) = name.rsplit_once('.').map_or((name, String::new()), |(s, e)| (s, format!(".{e}")));
    let names = std::iter::once(name.to_owned()).chain((2..100).map(|n| format!("{stem} ({n}){ending}")));
    let mut paths = names.map(|name| folder.join(name));
    let fits = |path: &PathBuf| match opora_exchange::read_file(path, u64::MAX) {
        Ok(there) => there == body,
        Err(_) => !path.exists(),
    };
    paths.find(fits).unwrap_or_else(|| folder.join(name))
}

/// The last part of a path, for the user's eyes.
pub(crate) fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}
