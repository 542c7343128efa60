//! Reading files that somebody brought.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use crate::ExchangeError;

/// Reads a whole file of at most `max_bytes`; a larger one is refused without being read.
pub fn read_file(path: &Path, max_bytes: u64) -> Result<Vec<u8>, ExchangeError> {
    let fail = |source| ExchangeError::of(path, source);
    // Before opening: to open a pipe that nobody writes to would wait for ever.
    let metadata = fs::metadata(path).map_err(fail)?;
    if !metadata.is_file() {
        return Err(ExchangeError::NotAFile(path.to_owned()));
    }
    let file = File::open(path).map_err(fail)?;
    let too_big = |bytes| ExchangeError::TooBig { path: path.to_owned(), bytes, limit: max_bytes };
    if metadata.len() > max_bytes {
        return Err(too_big(metadata.len()));
    }
    let mut bytes = Vec::new();
    file.take(max_bytes.saturating_add(1)).read_to_end(&mut bytes).map_err(fail)?;
    let length = bytes.len() as u64;
    if length > max_bytes { Err(too_big(length)) } else { Ok(bytes) }
}
