//! Bodies of files: named by their SHA-256, never changed, outside the session so that the journal stays small.

use std::collections::BTreeSet;

use rusqlite::Connection;
use sha2::{Digest, Sha256};

use crate::Result;
use crate::table::TABLES;

/// The table of bodies.
pub(crate) const CREATE: &str = "
CREATE TABLE blob (
  sha256 TEXT NOT NULL PRIMARY KEY,
  size INTEGER NOT NULL,
  body BLOB NOT NULL
) STRICT;
CREATE TRIGGER blob_is_immutable BEFORE UPDATE ON blob BEGIN SELECT raise(ABORT, 'blob is immutable'); END;
";

/// SHA-256 in lower hex.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Lower hex.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

pub(crate) fn put(conn: &Connection, body: &[u8]) -> Result<String> {
    let sha256 = sha256(body);
    let mut statement = conn
        .prepare_cached("INSERT INTO blob (sha256, size, body) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING")?;
    statement.execute((&sha256, body.len() as i64, body))?;
    Ok(sha256)
}

/// The bodies that records refer to.
pub(crate) fn referenced(conn: &Connection) -> Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    for (table, column) in TABLES.iter().flat_map(|t| t.files.iter().map(|c| (t.name, *c))) {
        let sql =
            format!("SELECT \"{column}\" ->> '$.sha256' FROM \"{table}\" WHERE \"{column}\" IS NOT NULL");
        let mut statement = conn.prepare_cached(&sql)?;
        for sha256 in statement.query_map([], |row| row.get::<_, String>(0))? {
            found.insert(sha256?);
        }
    }
    Ok(found)
}

/// Removes the bodies that neither a record nor an undoable change refers to; says how many.
pub(crate) fn sweep(conn: &Connection) -> Result<usize> {
    let referenced = referenced(conn)?;
    let mut statement = conn.prepare_cached(
        "SELECT sha256 FROM blob WHERE NOT EXISTS
           (SELECT 1 FROM journal WHERE changeset IS NOT NULL AND instr(changeset, CAST(sha256 AS BLOB)) > 0)",
    )?;
    let unwanted = statement
        .query_map([], |row| row.get(0))?
        .filter(|sha256: &rusqlite::Result<String>| !matches!(sha256, Ok(s) if referenced.contains(s)))
        .collect::<rusqlite::Result<Vec<_>>>()?;
    for sha256 in &unwanted {
        conn.execute("DELETE FROM blob WHERE sha256 = ?1", [sha256])?;
    }
    Ok(unwanted.len())
}
