//! The open file: creating it, opening it, its password.

use std::fmt;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use rusqlite::Connection;

use crate::disk::{self, DirLock};
use crate::header::{DataKey, Header, Secret};
use crate::reader::Reader;
use crate::recovery::RecoveryCode;
use crate::{Result, StoreError, backup, connection, migrate, swap};

/// The data of one school, open in this process alone.
pub struct Store {
    pub(crate) conn: Connection,
    pub(crate) dir: PathBuf,
    pub(crate) header: Header,
    pub(crate) key: DataKey,
    _lock: DirLock,
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store").field("dir", &self.dir).finish_non_exhaustive()
    }
}

impl Store {
    /// There is a database in this folder.
    pub fn exists(dir: &Path) -> bool {
        swap::is_ready(dir) || swap::database(dir).exists()
    }

    /// Opening asks for a password or a recovery code.
    pub fn needs_password(dir: &Path) -> Result<bool> {
        if !Self::exists(dir) {
            return Err(StoreError::Absent(dir.to_owned()));
        }
        Ok(load_header(dir)?.needs_password())
    }

    /// Creates the folder if need be and an empty database in it. The recovery code is shown this once.
    pub fn create(dir: &Path, password: Option<&str>) -> Result<(Self, RecoveryCode)> {
        disk::create_private_dir(dir)?;
        let lock = DirLock::take(dir)?;
        if Self::exists(dir) {
            return Err(StoreError::AlreadyExists(dir.to_owned()));
        }
        swap::discard(dir)?;
        let (key, code) = (DataKey::random()?, RecoveryCode::random()?);
        let mut header = Header::new(&key);
        header.set_password(&key, password)?;
        header.set_recovery(&key, &code)?;
        migrate::migrate(&connection::create(&swap::new_database(dir), &key)?)?;
        header.save(&swap::new_key(dir))?;
        swap::commit(dir)?;
        let conn = connection::open(&swap::database(dir), &key)?;
        Ok((Self { conn, dir: dir.to_owned(), header, key, _lock: lock }, code))
    }

    /// Opens the database, finishing an interrupted restore and running the missing migrations after a backup.
    ///
    /// `now` only names that backup.
    pub fn open(dir: &Path, secret: Secret<'_>, now: DateTime<FixedOffset>) -> Result<Self> {
        if !Self::exists(dir) {
            return Err(StoreError::Absent(dir.to_owned()));
        }
        let lock = DirLock::take(dir)?;
        swap::finish(dir)?;
        backup::clear_leftovers(dir)?;
        let header = load_header(dir)?;
        let key = header.unlock(secret)?;
        let conn = connection::open(&swap::database(dir), &key)?;
        connection::prove(&conn)?;
        let mut store = Self { conn, dir: dir.to_owned(), header, key, _lock: lock };
        store.catch_up(now)?;
        Ok(store)
    }

    /// The file has no password: whoever has the folder can read it.
    pub fn without_password(&self) -> bool {
        !self.header.needs_password()
    }

    /// Sets, changes or takes away the password, in the copies kept in the data folder too.
    pub fn set_password(&mut self, new: Option<&str>) -> Result<()> {
        let mut header = self.header.clone();
        header.set_password(&self.key, new)?;
        self.keep_header(header, new)
    }

    /// Makes a new recovery code; the old one no longer opens the file.
    pub fn new_recovery_code(&mut self) -> Result<RecoveryCode> {
        let code = RecoveryCode::random()?;
        let mut header = self.header.clone();
        header.set_recovery(&self.key, &code)?;
        self.keep_header(header, None)?;
        Ok(code)
    }

    /// The recovery code as typed back by the user opens this file.
    pub fn recovery_code_fits(&self, typed: &str) -> Result<bool> {
        match self.header.unlock_by_code(&RecoveryCode::parse(typed)?) {
            Ok(_) => Ok(true),
            Err(StoreError::WrongSecret) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Reads records.
    pub fn read(&self) -> Reader<'_> {
        Reader { conn: &self.conn }
    }

    /// The data folder.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// The older copies first: a change broken off there is made again, one broken off after would leave them open.
    fn keep_header(&mut self, header: Header, password: Option<&str>) -> Result<()> {
        backup::reseal(&self.dir, &header, password)?;
        swap::reseal(&self.dir, &header, password)?;
        header.save(&swap::key(&self.dir))?;
        self.header = header;
        Ok(())
    }

    fn catch_up(&mut self, now: DateTime<FixedOffset>) -> Result<()> {
        if migrate::pending(&self.conn)? == 0 {
            return Ok(());
        }
        self.kept_backup("migration", now)?;
        migrate::migrate(&self.conn)
    }
}

/// The key file, or, when it is lost or damaged, the copy in the newest backup that has a readable one.
fn load_header(dir: &Path) -> Result<Header> {
    let path =
        if swap::is_ready(dir) && swap::new_key(dir).exists() { swap::new_key(dir) } else { swap::key(dir) };
    match Header::load(&path) {
        Err(StoreError::Damaged(_) | StoreError::Io(_)) => {
            let header = backup::newest_header(dir).ok_or(StoreError::Damaged("key file".into()))?;
            Ok(header)
        }
        other => other,
    }
}
