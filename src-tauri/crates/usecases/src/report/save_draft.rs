use super::{DraftInput, DraftView};
use crate::{App, Result};

/// Keeps the hand-written part.
pub fn save_draft(app: &mut App, input: DraftInput) -> Result<DraftView> {
    Err(app.unfinished("report.save_draft"))
}
