//! Writing files that somebody takes away: nothing half-written stands under a final name.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use sha2::{Digest, Sha256};

use crate::ExchangeError;

/// Waits between attempts while an antivirus or an indexer holds a file, milliseconds.
const RETRY_MS: [u64; 5] = [10, 20, 50, 100, 200];
/// Windows: access denied, sharing violation, lock violation. A freshly written file often meets them.
const HELD: [i32; 3] = [5, 32, 33];

/// A file that was written, flushed and read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// SHA-256 as read back from the medium, lower hex.
    pub sha256: String,
    /// Size, bytes.
    pub bytes: u64,
}

/// Writes a file under a temporary name beside `path`, flushes it, reads it back, and only then gives it its name.
///
/// On any error the file that stood there before is intact and the temporary one is gone (unless the medium is).
/// After `Ok` the stick may be pulled out.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<Written, ExchangeError> {
    let part = part_of(path);
    let written = write_part(&part, path, bytes);
    if written.is_err() {
        fs::remove_file(&part).ok();
    }
    written
}

fn write_part(part: &Path, path: &Path, bytes: &[u8]) -> Result<Written, ExchangeError> {
    let fail = |source| ExchangeError::of(path, source);
    put(part, bytes).map_err(fail)?;
    let wanted = hex(&Sha256::digest(bytes));
    if hash(part).map_err(fail)? != wanted {
        return Err(ExchangeError::Unfaithful(path.to_owned()));
    }
    patiently(|| fs::rename(part, path)).map_err(fail)?;
    sync_folder(path).map_err(fail)?;
    match hash(path).map_err(fail)? {
        sha256 if sha256 == wanted => Ok(Written { sha256, bytes: bytes.len() as u64 }),
        _ => {
            fs::remove_file(path).ok();
            Err(ExchangeError::Unfaithful(path.to_owned()))
        }
    }
}

/// What an earlier attempt has left is removed first, so that nothing planted there is followed or written over.
fn put(part: &Path, bytes: &[u8]) -> io::Result<()> {
    match fs::remove_file(part) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = File::create_new(part)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    forget_cached(&file);
    Ok(())
}

/// Asks the system to drop what it remembers of a flushed file: the read-back then reads the medium.
#[cfg(target_os = "linux")]
fn forget_cached(file: &File) {
    rustix::fs::fadvise(file, 0, None, rustix::fs::Advice::DontNeed).ok();
}

/// Windows offers this only for unbuffered reading; there the read-back may come from memory.
#[cfg(not(target_os = "linux"))]
fn forget_cached(_file: &File) {}

/// `отчёт.pdf` → `отчёт.pdf.part`.
fn part_of(path: &Path) -> PathBuf {
    let mut name = path.file_name().map_or_else(OsString::new, ToOwned::to_owned);
    name.push(".part");
    path.with_file_name(name)
}

fn hash(path: &Path) -> io::Result<String> {
    let (mut file, mut hash, mut buffer) = (File::open(path)?, Sha256::new(), vec![0u8; 1 << 16]);
    loop {
        match file.read(&mut buffer)? {
            0 => return Ok(hex(&hash.finalize())),
            read => hash.update(&buffer[..read]),
        }
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// Flushes what the folder says of its files. Windows has no such call and needs none.
fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
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

fn is_held(error: &io::Error) -> bool {
    cfg!(windows) && error.raw_os_error().is_some_and(|number| HELD.contains(&number))
}
