use crate::person::IdInput;
use crate::{App, Result};

/// Removes a document.
pub fn delete_evidence(app: &mut App, input: IdInput) -> Result<()> {
    Err(app.unfinished("roadmap.delete_evidence"))
}
