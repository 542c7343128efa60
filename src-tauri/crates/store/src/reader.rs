//! Reading records.

use rusqlite::{Connection, OptionalExtension, Params};

use crate::record::{self, Record};
use crate::{Result, StoreError};

/// Reads; cannot write.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    pub(crate) conn: &'a Connection,
}

impl Reader<'_> {
    /// The record with this id.
    pub fn get<R: Record>(&self, id: &str) -> Result<Option<R>> {
        let sql = format!("SELECT * FROM \"{}\" WHERE id = ?1", R::TABLE);
        Ok(self.select(&sql, [id])?.pop())
    }

    /// The record with this id, or [`StoreError::NotFound`].
    pub fn need<R: Record>(&self, id: &str) -> Result<R> {
        self.get(id)?.ok_or_else(|| StoreError::NotFound { table: R::TABLE, id: id.to_owned() })
    }

    /// All records in order of id, which is the order of making: ids are UUIDv7.
    pub fn all<R: Record>(&self) -> Result<Vec<R>> {
        self.select(&format!("SELECT * FROM \"{}\" ORDER BY id", R::TABLE), [])
    }

    /// The records whose `column` equals `value`, in order of id.
    pub fn by<R: Record>(&self, column: &'static str, value: &str) -> Result<Vec<R>> {
        self.select(&format!("SELECT * FROM \"{}\" WHERE \"{column}\" = ?1 ORDER BY id", R::TABLE), [value])
    }

    /// How many records the table has.
    pub fn count<R: Record>(&self) -> Result<u64> {
        count(self.conn, R::TABLE)
    }

    /// The body of a file by its SHA-256 (lower hex).
    pub fn blob(&self, sha256: &str) -> Result<Option<Vec<u8>>> {
        let mut statement = self.conn.prepare_cached("SELECT body FROM blob WHERE sha256 = ?1")?;
        Ok(statement.query_row([sha256], |row| row.get(0)).optional()?)
    }

    fn select<R: Record>(&self, sql: &str, params: impl Params) -> Result<Vec<R>> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        let mut records = Vec::new();
        while let Some(row) = rows.next()? {
            records.push(record::from_row(row)?);
        }
        Ok(records)
    }
}

/// Rows of any table of ours.
pub(crate) fn count(conn: &Connection, table: &str) -> Result<u64> {
    let rows: i64 = conn.query_row(&format!("SELECT count(*) FROM \"{table}\""), [], |row| row.get(0))?;
    Ok(rows.unsigned_abs())
}
