use opora_store::JournalEntry;

use super::{HistoryEntry, HistoryView};
use crate::{App, Result, ops};

/// Most entries that a list shows.
pub(super) const MOST: usize = 1000;

/// The newest `limit` entries and what undo and redo would do.
pub(super) fn view(app: &App, limit: usize) -> Result<HistoryView> {
    app.read()?;
    let Some(store) = &app.store else { return Ok(empty()) };
    let words = |code: Option<String>| code.map(|code| ops::words(&code).to_owned());
    Ok(HistoryView {
        entries: store.history(limit.min(MOST))?.into_iter().map(entry).collect(),
        can_undo: words(store.next_undo()?),
        can_redo: words(store.next_redo()?),
    })
}

fn empty() -> HistoryView {
    HistoryView { entries: Vec::new(), can_undo: None, can_redo: None }
}

fn entry(entry: JournalEntry) -> HistoryEntry {
    HistoryEntry {
        seq: entry.seq,
        what: ops::words(&entry.op).to_owned(),
        at: entry.at.to_rfc3339(),
        who: entry.who,
        undone: entry.undone,
    }
}
