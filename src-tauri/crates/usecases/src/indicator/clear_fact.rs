use crate::person::IdInput;
use crate::{App, Result};

/// Removes a fact of an open stage.
pub fn clear_fact(app: &mut App, input: IdInput) -> Result<()> {
    Err(app.unfinished("indicator.clear_fact"))
}
