use super::{DoneInput, OccurrenceView};
use crate::{App, Result};

/// Marks an occurrence done, with its document.
pub fn done(app: &mut App, input: DoneInput) -> Result<OccurrenceView> {
    Err(app.unfinished("roadmap.done"))
}
