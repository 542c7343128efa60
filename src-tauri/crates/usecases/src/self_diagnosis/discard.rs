use crate::person::IdInput;
use crate::{App, Result};

/// Throws a draft away.
pub fn discard(app: &mut App, input: IdInput) -> Result<()> {
    Err(app.unfinished("self_diagnosis.discard"))
}
