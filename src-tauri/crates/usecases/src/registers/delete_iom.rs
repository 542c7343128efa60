use crate::person::IdInput;
use crate::{App, Result};

/// Removes a step.
pub fn delete_iom(app: &mut App, input: IdInput) -> Result<()> {
    Err(app.unfinished("registers.delete_iom"))
}
