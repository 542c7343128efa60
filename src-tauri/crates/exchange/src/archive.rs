//! Several files as one archive.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// A file of an archive.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    /// Name inside, with `/` between folders.
    pub name: &'a str,
    /// Content.
    pub bytes: &'a [u8],
}

/// The files as a `.zip`, in the order given. The same files give the same bytes: no moment is written.
///
/// # Errors
/// What the writer says of a name that stands twice or of more than fits.
pub fn zip_files(entries: &[Entry<'_>]) -> Result<Vec<u8>, String> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for entry in entries {
        archive.start_file(entry.name, options).map_err(|error| error.to_string())?;
        archive.write_all(entry.bytes).map_err(|error| error.to_string())?;
    }
    archive.finish().map(Cursor::into_inner).map_err(|error| error.to_string())
}
