//! Backups that are proved: each one is read back, opened and counted before it gets its name.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::Connection;

use crate::container::{self, Manifest};
use crate::header::{DataKey, Header};
use crate::store::Store;
use crate::thin::{self, Numbered};
use crate::{Result, StoreError, blob, connection, disk, journal, reader, transact};

/// Extension of the files that [`Store::auto_backup`] keeps.
const EXTENSION: &str = "opora";
/// Working copies; they are encrypted, and cleared at the next start if the program died.
const COPY: &str = "copy.tmp";
const PROOF: &str = "proof.tmp";

/// A backup as it describes itself; not opened, so not proved anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupInfo {
    /// The file.
    pub path: PathBuf,
    /// When made, by the clock of that moment.
    pub made_at: DateTime<FixedOffset>,
    /// `manual`, `auto` or `migration`.
    pub reason: String,
    /// Schema version of the database inside.
    pub schema: u32,
    /// Rows by table.
    pub counts: BTreeMap<String, u64>,
    /// Size of the database inside, bytes.
    pub bytes: u64,
}

impl Store {
    /// Writes a verified backup to `file`. The backup that stood there goes only when the new one is proved.
    ///
    /// # Errors
    /// [`StoreError::Occupied`] when anything but a backup stands there; [`StoreError::BesideData`] for a file of the
    /// data folder itself, the open database among them.
    pub fn backup(&mut self, file: &Path, now: DateTime<FixedOffset>) -> Result<BackupInfo> {
        self.refuse_target(file)?;
        self.tidy()?;
        self.write_backup(file, "manual", now)
    }

    /// Keeps a verified backup in the data folder, unless nothing has changed since the newest one; thins old ones.
    pub fn auto_backup(&mut self, now: DateTime<FixedOffset>) -> Result<Option<BackupInfo>> {
        self.tidy()?;
        let position = journal::position(&self.conn)?;
        let newest = list(&self.dir).into_iter().find_map(|path| container::open(&path).ok());
        if newest.is_some_and(|(manifest, _)| manifest.position == position) {
            return Ok(None);
        }
        self.kept_backup("auto", now).map(Some)
    }

    /// The backups kept in the data folder that can be read, the newest first.
    pub fn backups(dir: &Path) -> Vec<BackupInfo> {
        list(dir).into_iter().filter_map(|path| Self::backup_info(&path).ok()).collect()
    }

    /// What a backup says of itself.
    pub fn backup_info(file: &Path) -> Result<BackupInfo> {
        let (manifest, _) = container::open(file)?;
        Ok(info(file, manifest))
    }

    /// Writes a backup into the data folder under the next number.
    pub(crate) fn kept_backup(&self, reason: &str, now: DateTime<FixedOffset>) -> Result<BackupInfo> {
        let folder = folder(&self.dir);
        disk::create_private_dir(&folder)?;
        let next = list(&self.dir).first().and_then(|p| numbered(p)).map_or(1, |newest| newest.seq + 1);
        let name = format!("opora-{next:08}-{}.{EXTENSION}", now.date_naive());
        let info = self.write_backup(&folder.join(name), reason, now)?;
        thin(&self.dir)?;
        Ok(info)
    }

    fn refuse_target(&self, file: &Path) -> Result<()> {
        let folder = file.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let folder = fs::canonicalize(folder).map_err(|_| StoreError::Absent(folder.to_owned()))?;
        if folder == fs::canonicalize(&self.dir)? {
            return Err(StoreError::BesideData(file.to_owned()));
        }
        if fs::symlink_metadata(file).is_ok() && !container::is_one(file) {
            return Err(StoreError::Occupied(file.to_owned()));
        }
        Ok(())
    }

    fn tidy(&self) -> Result<()> {
        let transaction = transact::begin(&self.conn)?;
        journal::trim(&transaction)?;
        blob::sweep(&transaction)?;
        Ok(transaction.commit()?)
    }

    fn write_backup(&self, file: &Path, reason: &str, now: DateTime<FixedOffset>) -> Result<BackupInfo> {
        let part = file.with_added_extension("part");
        let made = self.write_proved(&part, reason, now);
        clear_copies(&self.dir)?;
        let manifest = made.inspect_err(|_| drop(fs::remove_file(&part)))?;
        disk::replace(&part, file)?;
        Ok(info(file, manifest))
    }

    fn write_proved(&self, part: &Path, reason: &str, now: DateTime<FixedOffset>) -> Result<Manifest> {
        let copy = self.dir.join(COPY);
        disk::remove_if_there(&copy)?;
        self.conn.execute("VACUUM INTO ?1", [path_text(&copy)?])?;
        let (database_bytes, database_sha256) = container::measure(&copy)?;
        let manifest = Manifest {
            format: Manifest::FORMAT,
            made_at: now,
            reason: reason.to_owned(),
            schema: connection::user_version(&self.conn)?,
            position: journal::position(&self.conn)?,
            counts: counts(&self.conn)?,
            database_bytes,
            database_sha256,
            key: self.header.clone(),
        };
        container::write(part, &manifest, File::open(&copy)?)?;
        prove(part, &self.dir.join(PROOF), &self.key)?;
        Ok(manifest)
    }
}

/// Reads a backup back, extracts its database to `target`, opens it and compares its counts.
pub(crate) fn prove(file: &Path, target: &Path, key: &DataKey) -> Result<Manifest> {
    let (manifest, reader) = container::open(file)?;
    container::extract(&manifest, reader, target)?;
    let conn = connection::open_copy(target, key)?;
    let same = counts(&conn)? == manifest.counts && connection::user_version(&conn)? == manifest.schema;
    if same { Ok(manifest) } else { Err(StoreError::Damaged("counts of the backup".into())) }
}

/// Rows of every table in the file.
pub(crate) fn counts(conn: &Connection) -> Result<BTreeMap<String, u64>> {
    let mut statement = conn.prepare_cached(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY 1",
    )?;
    let names = statement.query_map([], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
    names.into_iter().map(|name| reader::count(conn, &name).map(|rows| (name, rows))).collect()
}

/// Removes what an interrupted backup has left.
pub(crate) fn clear_leftovers(dir: &Path) -> Result<()> {
    clear_copies(dir)?;
    for path in files(&folder(dir)).filter(|path| path.extension().is_some_and(|e| e == "part")) {
        disk::remove_if_there(&path)?;
    }
    Ok(())
}

fn clear_copies(dir: &Path) -> Result<()> {
    for name in [COPY, PROOF] {
        disk::remove_if_there(&dir.join(name))?;
    }
    Ok(())
}

/// Gives the kept backups the key file of today, so that an old password, or none, no longer opens them.
pub(crate) fn reseal(dir: &Path, header: &Header, password: Option<&str>) -> Result<()> {
    for path in list(dir) {
        let Ok((mut manifest, database)) = container::open(&path) else { continue };
        let Some(key) = manifest.key.follow(header, password)? else { continue };
        let part = path.with_added_extension("part");
        manifest.key = key;
        container::write(&part, &manifest, database)?;
        match container::verify(&part) {
            Ok(()) => disk::replace(&part, &path)?,
            // It was damaged before: what is left of it stays as it is.
            Err(StoreError::Damaged(_)) => disk::remove_if_there(&part)?,
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// The key file as the newest readable backup has it.
pub(crate) fn newest_header(dir: &Path) -> Option<Header> {
    list(dir).into_iter().find_map(|path| container::open(&path).ok()).map(|(manifest, _)| manifest.key)
}

/// A path as SQL wants it.
pub(crate) fn path_text(path: &Path) -> Result<&str> {
    path.to_str().ok_or_else(|| StoreError::Shape(format!("path is not text: {}", path.display())))
}

fn thin(dir: &Path) -> Result<()> {
    let all = list(dir);
    let gone = thin::surplus(all.iter().filter_map(|path| numbered(path)).collect());
    for path in all.iter().filter(|path| numbered(path).is_some_and(|n| gone.contains(&n.seq))) {
        disk::remove_if_there(path)?;
    }
    Ok(())
}

fn folder(dir: &Path) -> PathBuf {
    dir.join("backups")
}

/// The kept backups, the highest number first.
fn list(dir: &Path) -> Vec<PathBuf> {
    let mut all: Vec<_> = files(&folder(dir)).filter_map(|path| Some((numbered(&path)?.seq, path))).collect();
    all.sort_unstable_by(|a, b| b.cmp(a));
    all.into_iter().map(|(_, path)| path).collect()
}

fn files(folder: &Path) -> impl Iterator<Item = PathBuf> {
    fs::read_dir(folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()))
}

/// Number and date from a name like `opora-00000012-2024-10-01.opora`.
fn numbered(path: &Path) -> Option<Numbered> {
    let name = path.file_name()?.to_str()?.strip_prefix("opora-")?.strip_suffix(".opora")?;
    let (seq, date) = name.split_once('-')?;
    Some(Numbered { seq: seq.parse().ok()?, date: date.parse::<NaiveDate>().ok()? })
}

fn info(path: &Path, manifest: Manifest) -> BackupInfo {
    BackupInfo {
        path: path.to_owned(),
        made_at: manifest.made_at,
        reason: manifest.reason,
        schema: manifest.schema,
        counts: manifest.counts,
        bytes: manifest.database_bytes,
    }
}
