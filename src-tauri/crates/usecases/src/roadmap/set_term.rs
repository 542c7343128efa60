use super::{OccurrenceView, TermInput};
use crate::{App, Result};

/// Gives dates to an occurrence without a term.
pub fn set_term(app: &mut App, input: TermInput) -> Result<OccurrenceView> {
    Err(app.unfinished("roadmap.set_term"))
}
