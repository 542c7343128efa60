//! A zip that is not trusted: what it really unpacks to is counted, and names in it are never paths on a disk.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::TableError;

/// Unpacked: 200 MB. A road map of a thousand rows has less than 5.
const MAX_UNPACKED: u64 = 200 * 1024 * 1024;
const MAX_ENTRIES: usize = 10_000;

/// An opened zip whose entries are known to fit.
pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
}

impl<'a> Archive<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, TableError> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(of_zip)?;
        let mut archive = Self { zip };
        archive.measure()?;
        Ok(archive)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// The text of an entry; none when there is no such entry.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, TableError> {
        let Some(index) = self.zip.index_for_name(name) else { return Ok(None) };
        let entry = self.zip.by_index(index).map_err(of_zip)?;
        let mut body = Vec::new();
        entry.take(MAX_UNPACKED).read_to_end(&mut body).map_err(of_io)?;
        super::plain::decode(&body).map(Some)
    }

    /// Unpacks everything into nothing: what a zip says of its own sizes may be a lie.
    fn measure(&mut self) -> Result<(), TableError> {
        if self.zip.len() > MAX_ENTRIES {
            return Err(TableError::Bomb { limit: MAX_UNPACKED });
        }
        let mut left = MAX_UNPACKED;
        for index in 0..self.zip.len() {
            let entry = self.zip.by_index(index).map_err(of_zip)?;
            let read = std::io::copy(&mut entry.take(left + 1), &mut std::io::sink()).map_err(of_io)?;
            left = left.checked_sub(read).ok_or(TableError::Bomb { limit: MAX_UNPACKED })?;
        }
        Ok(())
    }
}

fn of_zip(error: ZipError) -> TableError {
    match error {
        ZipError::InvalidPassword => TableError::Encrypted,
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => TableError::Encrypted,
        other => TableError::Corrupt(other.to_string()),
    }
}

fn of_io(error: std::io::Error) -> TableError {
    TableError::Corrupt(error.to_string())
}
