//! «Check the database»: looks at everything, changes nothing.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use crate::store::Store;
use crate::table::TABLES;
use crate::{Result, backup, blob};

/// What a check found. Checking twice finds the same.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CheckReport {
    /// Faults of pages and indexes in SQLite's words; empty when all is well.
    pub integrity: Vec<String>,
    /// References that lead nowhere: `table → parent`.
    pub foreign_keys: Vec<String>,
    /// Records that cannot be read as what they are.
    pub unreadable: Vec<String>,
    /// Attached files whose bodies are gone, by SHA-256.
    pub missing_blobs: Vec<String>,
    /// Bodies that are not what their name says, by SHA-256.
    pub damaged_blobs: Vec<String>,
    /// Rows by table.
    pub counts: BTreeMap<String, u64>,
}

impl CheckReport {
    /// Nothing is wrong.
    pub fn is_clean(&self) -> bool {
        let faults =
            [&self.integrity, &self.foreign_keys, &self.unreadable, &self.missing_blobs, &self.damaged_blobs];
        faults.iter().all(|list| list.is_empty())
    }
}

impl Store {
    /// Checks pages, seals, references, records and bodies of files.
    pub fn check(&self) -> Result<CheckReport> {
        let conn = &self.conn;
        let bodies = bodies(conn)?;
        let is_missing = |sha256: &String| !bodies.iter().any(|(name, _)| name == sha256);
        Ok(CheckReport {
            integrity: integrity(conn)?,
            foreign_keys: foreign_keys(conn)?,
            unreadable: unreadable(self),
            missing_blobs: referenced(conn).into_iter().filter(is_missing).collect(),
            damaged_blobs: bodies.iter().filter(|(_, sound)| !sound).map(|(name, _)| name.clone()).collect(),
            counts: backup::counts(conn)?,
        })
    }
}

fn integrity(conn: &Connection) -> Result<Vec<String>> {
    let mut found = texts(conn, "PRAGMA integrity_check")?;
    found.retain(|line| line != "ok");
    found.extend(texts(conn, "PRAGMA cipher_integrity_check")?);
    Ok(found)
}

fn texts(conn: &Connection, sql: &str) -> Result<Vec<String>> {
    let mut statement = conn.prepare(sql)?;
    Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

fn foreign_keys(conn: &Connection) -> Result<Vec<String>> {
    let mut statement = conn.prepare("PRAGMA foreign_key_check")?;
    let lines = statement.query_map([], |row| {
        let (table, parent): (String, String) = (row.get(0)?, row.get(2)?);
        Ok(format!("{table} → {parent}"))
    })?;
    let mut broken = lines.collect::<Result<Vec<_>, _>>()?;
    broken.sort_unstable();
    Ok(broken)
}

fn unreadable(store: &Store) -> Vec<String> {
    TABLES
        .iter()
        .filter_map(|table| (table.read_all)(&store.read()).err())
        .map(|error| error.to_string())
        .collect()
}

/// A damaged record is reported elsewhere; here it refers to nothing.
fn referenced(conn: &Connection) -> BTreeSet<String> {
    blob::referenced(conn).unwrap_or_default()
}

/// Every body with whether it is what its name says.
fn bodies(conn: &Connection) -> Result<Vec<(String, bool)>> {
    let mut statement = conn.prepare("SELECT sha256, size, body FROM blob ORDER BY sha256")?;
    let rows = statement.query_map([], |row| {
        let (name, size): (String, i64) = (row.get(0)?, row.get(1)?);
        let body = row.get_ref(2)?.as_blob()?;
        let sound = blob::sha256(body) == name && i64::try_from(body.len()) == Ok(size);
        Ok((name, sound))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
