//! Who changed what; undo and redo.

mod list;
mod redo;
mod turn;
mod undo;
mod view;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use list::list;
pub use redo::redo;
pub use undo::undo;

/// How many entries.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct HistoryInput {
    /// At most.
    pub limit: usize,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct HistoryEntry {
    /// Order.
    pub seq: i64,
    /// In words.
    pub what: String,
    /// When, ISO.
    pub at: String,
    /// Who.
    pub who: String,
    /// It was undone.
    pub undone: bool,
}

/// The history.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct HistoryView {
    /// Newest first.
    pub entries: Vec<HistoryEntry>,
    /// What undo would take back, in words.
    pub can_undo: Option<String>,
    /// What redo would bring back, in words.
    pub can_redo: Option<String>,
}
