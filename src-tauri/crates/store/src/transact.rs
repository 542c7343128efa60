//! The one way to write, and the way back: undo and redo by inverted changesets.

use chrono::{DateTime, FixedOffset};
use rusqlite::session::{ConflictAction, invert_strm};
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::journal::{self, Changes, Turn, Turnable};
use crate::store::Store;
use crate::tx::Tx;
use crate::{Result, StoreError};

/// Stable code of an operation, `mark_occurrence`; its words live in `usecases`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Op(pub &'static str);

/// When and by whom.
#[derive(Debug, Clone, Copy)]
pub struct By<'a> {
    /// The clock's word; order never depends on it.
    pub now: DateTime<FixedOffset>,
    /// Who.
    pub who: &'a str,
}

/// A finished operation. It is on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done<T> {
    /// What the operation gave.
    pub value: T,
    /// Names of the tables it changed, sorted; empty when nothing changed.
    pub changed: Vec<String>,
}

/// An operation taken back or done again. It is on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undone {
    /// Code of the operation.
    pub op: String,
    /// Names of the tables that changed, sorted.
    pub changed: Vec<String>,
}

impl Store {
    /// Runs `f` in one transaction: all of it is on the disk when this returns `Ok`, none of it otherwise.
    ///
    /// The change goes to the journal in the same transaction; an operation that changed nothing leaves no line.
    pub fn transact<T, E: From<StoreError>>(
        &mut self,
        op: Op,
        by: By<'_>,
        f: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<Done<T>, E> {
        let transaction = begin(&self.conn)?;
        let session = journal::record(&transaction)?;
        let tx = Tx::new(&transaction);
        let value = f(&tx)?;
        let changes = Changes::take(session)?;
        if !changes.tables.is_empty() {
            journal::append(&transaction, op.0, by, tx.is_lasting(), &changes)?;
        }
        transaction.commit().map_err(StoreError::from)?;
        Ok(Done { value, changed: changes.tables })
    }

    /// Takes back the last operation that stands; `None` when there is none or it is lasting.
    pub fn undo(&mut self, by: By<'_>) -> Result<Option<Undone>> {
        self.turn(Turn::Undo, by)
    }

    /// Does again the operation that was taken back last; `None` when there is none.
    pub fn redo(&mut self, by: By<'_>) -> Result<Option<Undone>> {
        self.turn(Turn::Redo, by)
    }

    /// Code of the operation that [`Store::undo`] would take back.
    pub fn next_undo(&self) -> Result<Option<String>> {
        Ok(journal::next(&self.conn, Turn::Undo)?.map(|entry| entry.op))
    }

    /// Code of the operation that [`Store::redo`] would do again.
    pub fn next_redo(&self) -> Result<Option<String>> {
        Ok(journal::next(&self.conn, Turn::Redo)?.map(|entry| entry.op))
    }

    /// The newest `limit` lines of the journal, the newest first.
    pub fn history(&self, limit: usize) -> Result<Vec<journal::JournalEntry>> {
        journal::history(&self.conn, limit)
    }

    /// What one line of the journal changed, row by row.
    pub fn changes(&self, seq: i64) -> Result<Vec<journal::Change>> {
        journal::changes(&self.conn, seq)
    }

    fn turn(&mut self, turn: Turn, by: By<'_>) -> Result<Option<Undone>> {
        let transaction = begin(&self.conn)?;
        let Some(entry) = journal::next(&transaction, turn)? else { return Ok(None) };
        apply(&transaction, &entry, turn)?;
        journal::turned(&transaction, entry.seq, turn, by)?;
        transaction.commit()?;
        Ok(Some(Undone { op: entry.op, changed: entry.tables }))
    }
}

pub(crate) fn begin(conn: &Connection) -> Result<Transaction<'_>> {
    Ok(Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?)
}

/// Applies the entry's changes, inverted for an undo; any row that is not as it was left stops all of it.
fn apply(conn: &Connection, entry: &Turnable, turn: Turn) -> Result<()> {
    let mut changeset = entry.changeset.clone();
    if turn == Turn::Undo {
        changeset.clear();
        invert_strm(&mut entry.changeset.as_slice(), &mut changeset)?;
    }
    let applied = conn.apply_strm(&mut changeset.as_slice(), None::<fn(&str) -> bool>, |_, _| {
        ConflictAction::SQLITE_CHANGESET_ABORT
    });
    applied.map_err(|error| match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::OperationAborted) => {
            StoreError::Conflict(format!("journal entry {}", entry.seq))
        }
        _ => error.into(),
    })
}
