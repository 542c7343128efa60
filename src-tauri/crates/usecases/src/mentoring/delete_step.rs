use crate::person::IdInput;
use crate::{App, Result};

/// Removes a step.
pub fn delete_step(app: &mut App, input: IdInput) -> Result<()> {
    Err(app.unfinished("mentoring.delete_step"))
}
