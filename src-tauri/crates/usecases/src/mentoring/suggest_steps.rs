use super::{DeficitInput, StepDraft};
use crate::{App, Result};

/// A draft of the programme for a deficit.
pub fn suggest_steps(app: &mut App, input: DeficitInput) -> Result<Vec<StepDraft>> {
    Err(app.unfinished("mentoring.suggest_steps"))
}
