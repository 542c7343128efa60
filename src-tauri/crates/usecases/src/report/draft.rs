use super::{DraftView, PeriodInput};
use crate::{App, Result};

/// What the report of a quarter will say and what is missing.
pub fn draft(app: &mut App, input: PeriodInput) -> Result<DraftView> {
    Err(app.unfinished("report.draft"))
}
