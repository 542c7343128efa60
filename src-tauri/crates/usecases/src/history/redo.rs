use super::HistoryView;
use crate::{App, Result};

/// Brings the last undone change back.
pub fn redo(app: &mut App, _: ()) -> Result<HistoryView> {
    Err(app.unfinished("history.redo"))
}
