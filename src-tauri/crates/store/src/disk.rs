//! Files that appear whole or not at all, on Windows and Linux alike.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use crate::{Result, StoreError};

/// Waits between attempts while an antivirus or an indexer holds a file, milliseconds.
const RETRY_MS: [u64; 5] = [10, 20, 50, 100, 200];

/// The OS lock on a data folder; let go when dropped or when the process dies.
pub(crate) struct DirLock(#[expect(dead_code, reason = "held for its lock")] File);

impl DirLock {
    /// Takes the lock or fails with [`StoreError::InUse`].
    ///
    /// Waits a moment first: a program just closed, or a child just starting, may still hold it.
    pub(crate) fn take(dir: &Path) -> Result<Self> {
        let path = dir.join("opora.lock");
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(path)?;
        for wait in RETRY_MS {
            match file.try_lock() {
                Ok(()) => return Ok(Self(file)),
                Err(TryLockError::WouldBlock) => sleep(Duration::from_millis(wait)),
                Err(TryLockError::Error(error)) => return Err(error.into()),
            }
        }
        Err(StoreError::InUse)
    }
}

/// Creates `dir` closed to other users of the machine.
pub(crate) fn create_private_dir(dir: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(dir)
}

/// Writes a small file under a temporary name, flushes it and renames it over `path`.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let part = path.with_added_extension("part");
    let mut file = File::create(&part)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    replace(&part, path)
}

/// Renames `from` over `to`, patient with programs that hold a file for a moment, and flushes the folder.
pub(crate) fn replace(from: &Path, to: &Path) -> io::Result<()> {
    patiently(|| fs::rename(from, to))?;
    sync_dir(to.parent().unwrap_or(Path::new(".")))
}

/// Removes `path` if it is there.
pub(crate) fn remove_if_there(path: &Path) -> io::Result<()> {
    match patiently(|| fs::remove_file(path)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// Flushes what a folder says of its files. Windows has no such call and needs none.
pub(crate) fn sync_dir(dir: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(dir)?.sync_all() } else { Ok(()) }
}

fn patiently(act: impl Fn() -> io::Result<()>) -> io::Result<()> {
    for wait in RETRY_MS {
        match act() {
            Err(error) if is_held(&error) => sleep(Duration::from_millis(wait)),
            other => return other,
        }
    }
    act()
}

/// Windows: access denied, sharing violation, lock violation.
fn is_held(error: &io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(5 | 32 | 33))
}
