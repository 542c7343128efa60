use crate::person::IdInput;
use crate::{App, Result};

/// Writes the attached file to a chosen folder; gives the name.
pub fn save_evidence_file(app: &mut App, input: IdInput) -> Result<Option<String>> {
    Err(app.unfinished("roadmap.save_evidence_file"))
}
