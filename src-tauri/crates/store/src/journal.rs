//! The journal: what was done, when and by whom, with the changeset that can take it back.
//!
//! Ordered by number, never by time: a clock may jump.

use chrono::{DateTime, FixedOffset};
use fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::hooks::Action;
use rusqlite::session::{ChangesetIter, Session};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, Row};

use crate::transact::By;
use crate::{Result, StoreError};

/// Steps that stay undoable; of older ones only the line in the journal is kept.
const UNDO_DEPTH: i64 = 1000;

/// The journal's own table; it is outside the session.
pub(crate) const CREATE: &str = "
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  op TEXT NOT NULL,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  tables TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped')),
  lasting INTEGER NOT NULL,
  turned_at TEXT,
  turned_by TEXT,
  changeset BLOB
) STRICT;
CREATE INDEX journal_state ON journal (state, seq);
";

/// One line of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalEntry {
    /// Number, rising.
    pub seq: i64,
    /// Code of the operation.
    pub op: String,
    /// When, by the clock of that moment.
    pub at: DateTime<FixedOffset>,
    /// Who.
    pub who: String,
    /// It was taken back and does not stand now.
    pub undone: bool,
    /// It stands and may still be taken back, in its turn.
    pub undoable: bool,
    /// The tables it changed.
    pub tables: Vec<String>,
}

/// What happened to one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The table.
    pub table: String,
    /// The row.
    pub id: String,
    /// What happened.
    pub kind: ChangeKind,
}

/// Kind of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeKind {
    /// The row was added.
    Added,
    /// The row was changed.
    Changed,
    /// The row was removed.
    Removed,
}

/// What a session has seen.
pub(crate) struct Changes {
    pub(crate) bytes: Vec<u8>,
    pub(crate) tables: Vec<String>,
}

/// Where an entry goes when it is turned.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turn {
    Undo,
    Redo,
}

/// An entry about to be turned.
pub(crate) struct Turnable {
    pub(crate) seq: i64,
    pub(crate) op: String,
    pub(crate) tables: Vec<String>,
    pub(crate) changeset: Vec<u8>,
}

/// Starts recording changes of all tables but the journal and the bodies of files.
pub(crate) fn record(conn: &Connection) -> Result<Session<'_>> {
    let mut session = Session::new(conn)?;
    session.table_filter(Some(|table: &str| !matches!(table, "journal" | "blob")));
    session.attach(None::<&str>)?;
    Ok(session)
}

impl Changes {
    /// Ends the recording.
    pub(crate) fn take(mut session: Session<'_>) -> Result<Self> {
        let mut bytes = Vec::new();
        session.changeset_strm(&mut bytes)?;
        let mut tables: Vec<String> = rows(&bytes)?.into_iter().map(|change| change.table).collect();
        tables.sort_unstable();
        tables.dedup();
        Ok(Self { bytes, tables })
    }
}

/// Adds a line; what had been undone can no longer be redone.
pub(crate) fn append(
    conn: &Connection,
    op: &str,
    by: By<'_>,
    lasting: bool,
    changes: &Changes,
) -> Result<i64> {
    conn.execute("UPDATE journal SET state = 'dropped', changeset = NULL WHERE state = 'undone'", [])?;
    let tables = serde_json::json!(changes.tables).to_string();
    conn.prepare_cached(
        "INSERT INTO journal (op, at, who, tables, state, lasting, changeset)
         VALUES (?1, ?2, ?3, ?4, 'done', ?5, ?6)",
    )?
    .execute((op, by.now.to_rfc3339(), by.who, tables, lasting, &changes.bytes))?;
    Ok(conn.last_insert_rowid())
}

/// The entry whose turn it is, if any.
pub(crate) fn next(conn: &Connection, turn: Turn) -> Result<Option<Turnable>> {
    let sql = match turn {
        Turn::Undo => {
            "SELECT seq, op, tables, changeset, lasting FROM journal WHERE state = 'done' ORDER BY seq DESC LIMIT 1"
        }
        Turn::Redo => {
            "SELECT seq, op, tables, changeset, lasting FROM journal WHERE state = 'undone' ORDER BY seq LIMIT 1"
        }
    };
    let row = conn.prepare_cached(sql)?.query_row([], |row| Ok(turnable(row))).optional()?;
    row.transpose().map(Option::flatten)
}

/// Marks the entry as turned.
pub(crate) fn turned(conn: &Connection, seq: i64, turn: Turn, by: By<'_>) -> Result<()> {
    let state = if turn == Turn::Undo { "undone" } else { "done" };
    conn.prepare_cached("UPDATE journal SET state = ?1, turned_at = ?2, turned_by = ?3 WHERE seq = ?4")?
        .execute((state, by.now.to_rfc3339(), by.who, seq))?;
    Ok(())
}

/// The newest lines first.
pub(crate) fn history(conn: &Connection, limit: usize) -> Result<Vec<JournalEntry>> {
    let barrier: i64 = conn.query_row(
        "SELECT coalesce(max(seq), 0) FROM journal WHERE lasting AND state = 'done'",
        [],
        |r| r.get(0),
    )?;
    let mut statement = conn.prepare_cached(
        "SELECT seq, op, at, who, state, tables, changeset IS NOT NULL AS kept
         FROM journal ORDER BY seq DESC LIMIT ?1",
    )?;
    let mut rows = statement.query([i64::try_from(limit).unwrap_or(i64::MAX)])?;
    let mut entries = Vec::new();
    while let Some(row) = rows.next()? {
        entries.push(entry(row, barrier)?);
    }
    Ok(entries)
}

/// What one entry changed, row by row; empty when its changeset is no longer kept.
pub(crate) fn changes(conn: &Connection, seq: i64) -> Result<Vec<Change>> {
    let bytes: Option<Option<Vec<u8>>> =
        conn.query_row("SELECT changeset FROM journal WHERE seq = ?1", [seq], |row| row.get(0)).optional()?;
    bytes.flatten().map_or(Ok(Vec::new()), |bytes| rows(&bytes))
}

/// Forgets the changesets that lie too deep to be undone.
pub(crate) fn trim(conn: &Connection) -> Result<()> {
    conn.execute(
        "UPDATE journal SET changeset = NULL
         WHERE changeset IS NOT NULL AND seq <= (SELECT max(seq) FROM journal) - ?1",
        [UNDO_DEPTH],
    )?;
    Ok(())
}

/// Changes with every write, undo and redo: tells whether a backup is still fresh.
pub(crate) fn position(conn: &Connection) -> Result<String> {
    let sql = "SELECT coalesce(max(seq), 0) || ':' || count(*) FILTER (WHERE state = 'undone') || ':' ||
        coalesce((SELECT at || coalesce(turned_at, '') FROM journal ORDER BY seq DESC LIMIT 1), '') FROM journal";
    Ok(conn.query_row(sql, [], |row| row.get(0))?)
}

fn turnable(row: &Row<'_>) -> Result<Option<Turnable>> {
    let changeset: Option<Vec<u8>> = row.get("changeset")?;
    let lasting: bool = row.get("lasting")?;
    let Some(changeset) = changeset.filter(|_| !lasting) else { return Ok(None) };
    Ok(Some(Turnable { seq: row.get("seq")?, op: row.get("op")?, tables: tables(row)?, changeset }))
}

fn entry(row: &Row<'_>, barrier: i64) -> Result<JournalEntry> {
    let at: String = row.get("at")?;
    let (seq, state): (i64, String) = (row.get("seq")?, row.get("state")?);
    let done = state == "done";
    Ok(JournalEntry {
        seq,
        op: row.get("op")?,
        at: DateTime::parse_from_rfc3339(&at).map_err(|e| StoreError::Damaged(e.to_string()))?,
        who: row.get("who")?,
        undone: !done,
        undoable: done && seq > barrier && row.get("kept")?,
        tables: tables(row)?,
    })
}

fn tables(row: &Row<'_>) -> Result<Vec<String>> {
    let json: String = row.get("tables")?;
    serde_json::from_str(&json).map_err(|e| StoreError::Damaged(e.to_string()))
}

fn rows(changeset: &[u8]) -> Result<Vec<Change>> {
    let mut bytes = changeset;
    let input: &mut dyn std::io::Read = &mut bytes;
    let mut items = ChangesetIter::start_strm(&input)?;
    let mut changes = Vec::new();
    while let Some(item) = items.next()? {
        let operation = item.op()?;
        let kind = match operation.code() {
            Action::SQLITE_INSERT => ChangeKind::Added,
            Action::SQLITE_DELETE => ChangeKind::Removed,
            _ => ChangeKind::Changed,
        };
        let table = operation.table_name().to_owned();
        let id = if kind == ChangeKind::Added { item.new_value(0)? } else { item.old_value(0)? };
        changes.push(Change { table, id: text(id), kind });
    }
    Ok(changes)
}

fn text(value: ValueRef<'_>) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
