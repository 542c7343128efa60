use super::HistoryView;
use crate::{App, Result};

/// Takes the last change back.
pub fn undo(app: &mut App, _: ()) -> Result<HistoryView> {
    Err(app.unfinished("history.undo"))
}
