//! What can go wrong with a file. No words for users: `usecases` finds those by the variant.

use std::io;
use std::path::{Path, PathBuf};

/// A file that was not written or not read. What stood under its name before stands there still.
#[derive(Debug, thiserror::Error)]
pub enum ExchangeError {
    /// The disk or the stick is full.
    #[error("no space left for {0}")]
    NoSpace(PathBuf),
    /// The medium, the folder or the file does not allow it.
    #[error("{0} is read-only or closed to this user")]
    ReadOnly(PathBuf),
    /// The file or its folder is not there: deleted, or the stick was pulled out.
    #[error("{0} is gone")]
    Gone(PathBuf),
    /// Another program keeps holding the file.
    #[error("{0} is held by another program")]
    Held(PathBuf),
    /// A folder or a device, whose reading might never end.
    #[error("{0} is not a file")]
    NotAFile(PathBuf),
    /// The file is larger than the caller takes.
    #[error("{path} has {bytes} bytes, at most {limit} are taken")]
    TooBig {
        /// The file.
        path: PathBuf,
        /// Its size, bytes; at least, when it is still growing.
        bytes: u64,
        /// The limit, bytes.
        limit: u64,
    },
    /// Read back, the file is not what was written: the medium is faulty or fake. It was removed.
    #[error("{0} does not hold what was written")]
    Unfaithful(PathBuf),
    /// Any other failure.
    #[error("{path}: {source}")]
    Io {
        /// The file.
        path: PathBuf,
        /// The system's words.
        source: io::Error,
    },
}

/// Windows: sharing violation, lock violation.
const WINDOWS_HELD: [i32; 2] = [32, 33];
/// Windows: not ready, unknown device, device removed or not connected.
const WINDOWS_GONE: [i32; 4] = [21, 433, 1117, 1167];
/// Unix: input or output error, no such device.
const UNIX_GONE: [i32; 3] = [5, 6, 19];

impl ExchangeError {
    pub(crate) fn of(path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
                Self::NoSpace(path)
            }
            io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => Self::ReadOnly(path),
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::Gone(path),
            _ => Self::by_number(path, source),
        }
    }

    fn by_number(path: PathBuf, source: io::Error) -> Self {
        let number = source.raw_os_error().unwrap_or(0);
        let gone: &[i32] = if cfg!(windows) { &WINDOWS_GONE } else { &UNIX_GONE };
        if cfg!(windows) && WINDOWS_HELD.contains(&number) {
            Self::Held(path)
        } else if gone.contains(&number) {
            Self::Gone(path)
        } else {
            Self::Io { path, source }
        }
    }
}
