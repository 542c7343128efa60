//! What can go wrong with the file. No words for users: `usecases` finds those by the variant.

use std::io;
use std::path::PathBuf;

use rusqlite::ErrorCode;

/// A failed operation. Unless the variant says otherwise, the data is as it was before the call.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another running program holds the data folder.
    #[error("the data folder is in use by another program")]
    InUse,
    /// The password or the recovery code does not open this file, or none was given and one is needed.
    #[error("the password or recovery code does not fit")]
    WrongSecret,
    /// The recovery code cannot be a code at all: a character is missing or mistyped.
    #[error("the recovery code is mistyped")]
    MistypedRecovery,
    /// The file was written by a newer program; it is not damaged.
    #[error("the file has format {file}, this program knows {program}")]
    NewerThanProgram {
        /// Format of the file.
        file: u32,
        /// The newest format that this program knows.
        program: u32,
    },
    /// The file, its key or a backup is damaged or is not ours.
    #[error("damaged: {0}")]
    Damaged(String),
    /// The disk is full.
    #[error("no space left on the disk")]
    NoSpace,
    /// The folder or the medium does not allow writing.
    #[error("the folder or medium is read-only")]
    ReadOnly,
    /// There is no such file or no database in this folder.
    #[error("nothing at {0}")]
    Absent(PathBuf),
    /// A database is already in this folder.
    #[error("a database already exists at {0}")]
    AlreadyExists(PathBuf),
    /// A file that is not a backup of this program bears the name wanted for one.
    #[error("{0} is no backup and is not written over")]
    Occupied(PathBuf),
    /// A backup beside the data would be lost with it.
    #[error("{0} lies in the data folder")]
    BesideData(PathBuf),
    /// No row with this id.
    #[error("no {table} with id {id}")]
    NotFound {
        /// The table.
        table: &'static str,
        /// The id asked for.
        id: String,
    },
    /// A constraint forbids the change: the row is referred to, is not unique, or has changed since.
    #[error("conflict: {0}")]
    Conflict(String),
    /// A record does not fit its table: a mistake in the program, not in the data.
    #[error("record does not fit its table: {0}")]
    Shape(String),
    /// Any other failure of the file system.
    #[error("input or output failed: {0}")]
    Io(io::Error),
    /// Any other failure of SQLite.
    #[error("database failed: {0}")]
    Sqlite(rusqlite::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::NoSpace,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged(error.to_string()),
            Some(ErrorCode::ConstraintViolation) => Self::Conflict(error.to_string()),
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::InUse,
            Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen) => Self::Io(io::Error::other(error)),
            _ => Self::Sqlite(error),
        }
    }
}

impl From<io::Error> for StoreError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
                Self::NoSpace
            }
            io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => Self::ReadOnly,
            _ => Self::Io(error),
        }
    }
}
