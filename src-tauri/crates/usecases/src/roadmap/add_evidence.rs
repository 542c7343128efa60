use opora_domain::evidence::Evidence;
use opora_domain::occurrence::Occurrence;

use super::AddEvidenceInput;
use super::document::{self, Document};
use crate::{App, Problems, Result, ops};

/// Adds a document to an occurrence.
///
/// # Errors
/// `Invalid` when the document has neither title, number nor file, or its file does not fit.
pub fn add_evidence(app: &mut App, input: AddEvidenceInput) -> Result<Evidence> {
    app.read()?.need::<Occurrence>(&input.occurrence_id)?;
    let mut problems = Problems::default();
    document::check(app, &input.evidence, &mut problems);
    problems.finish()?;
    let document = Document::of(app, &input.occurrence_id, input.evidence)?;
    app.transact(ops::ADD_EVIDENCE, |tx| document.keep(tx))
}
