//! Writing records: possible only inside [`Store::transact`](crate::Store::transact).

use std::cell::Cell;
use std::ops::Deref;

use rusqlite::{Connection, params_from_iter};

use crate::reader::Reader;
use crate::record::{self, Record};
use crate::{Result, StoreError, blob};

/// An open transaction; reads what it has written.
pub struct Tx<'a> {
    reader: Reader<'a>,
    lasting: Cell<bool>,
}

impl<'a> Deref for Tx<'a> {
    type Target = Reader<'a>;

    fn deref(&self) -> &Self::Target {
        &self.reader
    }
}

impl<'a> Tx<'a> {
    pub(crate) fn new(conn: &'a Connection) -> Self {
        Self { reader: Reader { conn }, lasting: Cell::new(false) }
    }

    /// Adds a record; [`StoreError::Conflict`] if the id is taken.
    pub fn insert<R: Record>(&self, record: &R) -> Result<()> {
        self.add(record, |_| String::new())
    }

    /// Adds the record or replaces the one with its id.
    pub fn put<R: Record>(&self, record: &R) -> Result<()> {
        self.add(record, |columns| {
            let sets = columns.iter().map(|c| format!("\"{c}\" = excluded.\"{c}\"")).collect::<Vec<_>>();
            format!(" ON CONFLICT (id) DO UPDATE SET {}", sets.join(", "))
        })
    }

    /// Replaces the record with the same id; [`StoreError::NotFound`] if there is none.
    pub fn update<R: Record>(&self, record: &R) -> Result<()> {
        let columns = record::columns(self.reader.conn, R::TABLE)?;
        let sets =
            columns.iter().enumerate().map(|(i, c)| format!("\"{c}\" = ?{}", i + 1)).collect::<Vec<_>>();
        let sql =
            format!("UPDATE \"{}\" SET {} WHERE id = ?{}", R::TABLE, sets.join(", "), columns.len() + 1);
        let mut values = record::values(record, &columns)?;
        values.push(record.id().to_owned().into());
        match self.reader.conn.prepare_cached(&sql)?.execute(params_from_iter(values))? {
            0 => Err(StoreError::NotFound { table: R::TABLE, id: record.id().to_owned() }),
            _ => Ok(()),
        }
    }

    /// Removes the record; says whether there was one.
    pub fn delete<R: Record>(&self, id: &str) -> Result<bool> {
        let sql = format!("DELETE FROM \"{}\" WHERE id = ?1", R::TABLE);
        Ok(self.reader.conn.prepare_cached(&sql)?.execute([id])? > 0)
    }

    /// Keeps the body of a file for good and gives its SHA-256, lower hex. The same body is kept once.
    pub fn put_blob(&self, body: &[u8]) -> Result<String> {
        blob::put(self.reader.conn, body)
    }

    /// This operation, and with it all before it, can no longer be undone: a stage is closed, a report issued.
    pub fn lasting(&self) {
        self.lasting.set(true);
    }

    pub(crate) fn is_lasting(&self) -> bool {
        self.lasting.get()
    }

    fn add<R: Record>(&self, record: &R, tail: impl FnOnce(&[String]) -> String) -> Result<()> {
        let columns = record::columns(self.reader.conn, R::TABLE)?;
        let names = columns.iter().map(|c| format!("\"{c}\"")).collect::<Vec<_>>().join(", ");
        let marks = vec!["?"; columns.len()].join(", ");
        let sql = format!("INSERT INTO \"{}\" ({names}) VALUES ({marks}){}", R::TABLE, tail(&columns));
        let values = record::values(record, &columns)?;
        self.reader.conn.prepare_cached(&sql)?.execute(params_from_iter(values))?;
        Ok(())
    }
}
