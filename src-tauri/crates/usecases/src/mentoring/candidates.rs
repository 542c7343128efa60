use super::{Candidate, DeficitInput};
use crate::{App, Result};

/// Teachers who could help with a deficit, the best first.
pub fn candidates(app: &mut App, input: DeficitInput) -> Result<Vec<Candidate>> {
    Err(app.unfinished("mentoring.candidates"))
}
