//! One running window a data folder, by a lock that the system drops with the process.

use std::fs::{File, TryLockError};
use std::path::Path;

/// Held while the window lives.
pub(crate) struct Instance {
    _lock: Option<File>,
}

impl Instance {
    /// `None` when another window holds the folder. A folder that cannot be written is judged later,
    /// by the use cases, in words.
    pub(crate) fn take(folder: &Path) -> Option<Self> {
        let Ok(file) = create(folder) else { return Some(Self { _lock: None }) };
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => None,
            Ok(()) | Err(TryLockError::Error(_)) => Some(Self { _lock: Some(file) }),
        }
    }
}

fn create(folder: &Path) -> std::io::Result<File> {
    std::fs::create_dir_all(folder)?;
    File::options().create(true).write(true).truncate(false).open(folder.join("opened.lock"))
}
