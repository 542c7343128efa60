use super::{AddOccurrenceInput, OccurrenceView};
use crate::{App, Result};

/// Adds an occurrence of an event that goes by another plan.
pub fn add_occurrence(app: &mut App, input: AddOccurrenceInput) -> Result<OccurrenceView> {
    Err(app.unfinished("roadmap.add_occurrence"))
}
