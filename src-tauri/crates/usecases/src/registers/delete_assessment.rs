use crate::person::IdInput;
use crate::{App, Result};

/// Removes a result.
pub fn delete_assessment(app: &mut App, input: IdInput) -> Result<()> {
    Err(app.unfinished("registers.delete_assessment"))
}
