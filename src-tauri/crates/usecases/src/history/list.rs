use super::{HistoryInput, HistoryView, view};
use crate::{App, Result};

/// The audit list, newest first; at most 1000 entries.
pub fn list(app: &mut App, input: HistoryInput) -> Result<HistoryView> {
    view::view(app, input.limit)
}
