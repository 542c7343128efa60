//! Puts a database and its key into the folder together: both of them, or neither.
//!
//! The new files lie ready under temporary names, then a marker appears; from then on an interrupted swap is
//! finished at the next start. What stood there before is kept in `replaced/`.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use crate::header::Header;
use crate::{Result, disk};

/// Replaced databases that are kept.
const KEPT_REPLACED: usize = 3;

pub(crate) fn database(dir: &Path) -> PathBuf {
    dir.join("opora.db")
}

pub(crate) fn key(dir: &Path) -> PathBuf {
    dir.join("opora.key")
}

pub(crate) fn new_database(dir: &Path) -> PathBuf {
    dir.join("opora.db.new")
}

pub(crate) fn new_key(dir: &Path) -> PathBuf {
    dir.join("opora.key.new")
}

fn marker(dir: &Path) -> PathBuf {
    dir.join("opora.swap")
}

/// A swap was decided on but may be unfinished.
pub(crate) fn is_ready(dir: &Path) -> bool {
    marker(dir).exists()
}

/// Both new files are complete: decides on the swap and does it.
pub(crate) fn commit(dir: &Path) -> Result<()> {
    File::options().read(true).write(true).open(new_database(dir))?.sync_all()?;
    disk::sync_dir(dir)?;
    disk::write_whole(&marker(dir), b"ready")?;
    finish(dir)
}

/// Finishes a swap that was decided on, or clears away one that was not.
pub(crate) fn finish(dir: &Path) -> Result<()> {
    if !is_ready(dir) {
        return discard(dir);
    }
    if new_database(dir).exists() {
        move_aside(dir)?;
        disk::replace(&new_database(dir), &database(dir))?;
    }
    if new_key(dir).exists() {
        disk::replace(&new_key(dir), &key(dir))?;
    }
    disk::remove_if_there(&marker(dir))?;
    Ok(disk::sync_dir(dir)?)
}

/// Clears away new files without a marker.
pub(crate) fn discard(dir: &Path) -> Result<()> {
    for path in [new_database(dir), new_key(dir), sidecar(&new_database(dir), "-journal")] {
        disk::remove_if_there(&path)?;
    }
    Ok(())
}

/// A stale log beside a restored file would be played into it: the side files go away first.
fn move_aside(dir: &Path) -> Result<()> {
    let database = database(dir);
    if !database.exists() {
        return Ok(());
    }
    let aside = next_replaced(dir)?;
    if key(dir).exists() {
        fs::copy(key(dir), aside.join("opora.key"))?;
    }
    for suffix in ["-wal", "-shm", "-journal", ""] {
        let from = sidecar(&database, suffix);
        if from.exists() {
            disk::replace(&from, &sidecar(&aside.join("opora.db"), suffix))?;
        }
    }
    Ok(())
}

fn sidecar(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// Gives the replaced databases the key file of today, or at least the new password.
pub(crate) fn reseal(dir: &Path, header: &Header, password: Option<&str>) -> Result<()> {
    for path in replaced(dir).map(|(_, folder)| key(&folder)) {
        let Ok(old) = Header::load(&path) else { continue };
        if let Some(new) = old.follow(header, password)? {
            new.save(&path)?;
        }
    }
    Ok(())
}

/// Folders of replaced databases with their numbers.
fn replaced(dir: &Path) -> impl Iterator<Item = (u32, PathBuf)> {
    let entries = fs::read_dir(dir.join("replaced")).into_iter().flatten();
    entries.filter_map(|entry| {
        let entry = entry.ok()?;
        Some((entry.file_name().to_str()?.parse().ok()?, entry.path()))
    })
}

/// A fresh folder for what is moved aside; the oldest ones go.
fn next_replaced(dir: &Path) -> Result<PathBuf> {
    let root = dir.join("replaced");
    disk::create_private_dir(&root)?;
    let mut numbers: Vec<u32> = replaced(dir).map(|(number, _)| number).collect();
    numbers.sort_unstable();
    for old in numbers.iter().rev().skip(KEPT_REPLACED - 1) {
        fs::remove_dir_all(root.join(old.to_string()))?;
    }
    let next = root.join((numbers.last().unwrap_or(&0) + 1).to_string());
    disk::create_private_dir(&next)?;
    Ok(next)
}
