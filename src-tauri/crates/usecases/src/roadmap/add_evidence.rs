use opora_domain::evidence::Evidence;

use super::AddEvidenceInput;
use crate::{App, Result};

/// Adds a document to an occurrence.
pub fn add_evidence(app: &mut App, input: AddEvidenceInput) -> Result<Evidence> {
    Err(app.unfinished("roadmap.add_evidence"))
}
