//! How the encrypted file is opened: the settings that every connection has.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::header::DataKey;
use crate::{Result, StoreError};

/// "OPOR": tells our file from any other SQLite file.
pub(crate) const APPLICATION_ID: i32 = 0x4F50_4F52;

/// Opens the file of the running program: WAL, every commit flushed, no second process let in.
pub(crate) fn open(path: &Path, key: &DataKey) -> Result<Connection> {
    let conn = keyed(path, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    conn.execute_batch(
        "PRAGMA locking_mode = EXCLUSIVE;
         PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA foreign_keys = ON;",
    )?;
    Ok(conn)
}

/// Creates an empty file under `path`; it is moved into place when it is complete.
pub(crate) fn create(path: &Path, key: &DataKey) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let conn = keyed(path, key, flags)?;
    conn.execute_batch("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA user_version = 0;")?;
    conn.pragma_update(None, "application_id", APPLICATION_ID)?;
    Ok(conn)
}

/// Opens a copy only to look at it.
pub(crate) fn open_copy(path: &Path, key: &DataKey) -> Result<Connection> {
    let conn = keyed(path, key, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    prove(&conn)?;
    Ok(conn)
}

/// Says whether the key fits, the file is ours and its pages hold together.
pub(crate) fn prove(conn: &Connection) -> Result<()> {
    let id: i32 = conn.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if id != APPLICATION_ID {
        return Err(StoreError::Damaged("not a file of this program".into()));
    }
    let verdict: String = conn.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if verdict == "ok" { Ok(()) } else { Err(StoreError::Damaged(verdict)) }
}

/// The number of migrations that the file has seen.
pub(crate) fn user_version(conn: &Connection) -> Result<u32> {
    Ok(conn.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

fn keyed(path: &Path, key: &DataKey, flags: OpenFlags) -> Result<Connection> {
    let conn = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    conn.execute_batch("PRAGMA cipher_log_level = NONE;")?;
    conn.execute_batch(&key.as_pragma())?;
    conn.busy_timeout(Duration::from_secs(5))?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    conn.execute_batch(
        "PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;",
    )?;
    Ok(conn)
}
