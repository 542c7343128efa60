use super::{HistoryInput, HistoryView};
use crate::{App, Result};

/// The audit list.
pub fn list(app: &mut App, input: HistoryInput) -> Result<HistoryView> {
    Err(app.unfinished("history.list"))
}
