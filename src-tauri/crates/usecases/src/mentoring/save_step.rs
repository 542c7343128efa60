use super::{StepInput, TandemView};
use crate::{App, Result};

/// Adds or changes a step.
pub fn save_step(app: &mut App, input: StepInput) -> Result<TandemView> {
    Err(app.unfinished("mentoring.save_step"))
}
