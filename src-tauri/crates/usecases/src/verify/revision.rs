use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::RevisionInput;
use crate::report::PdfView;
use crate::{ApiError, App, Result};

/// The file looked at last as it was in one of its saved states, so that a person sees exactly what was signed.
///
/// # Errors
/// `NotFound` when there is no such state.
pub fn revision(app: &mut App, input: RevisionInput) -> Result<PdfView> {
    let missing = || ApiError::not_found("редакция документа");
    let judged = app.judged.as_ref().ok_or_else(missing)?;
    let bytes = opora_sign::read_revision(&judged.pdf, input.number).ok_or_else(missing)?;
    let name = crate::folder::name_of(&judged.path);
    let stem = name.strip_suffix(".pdf").unwrap_or(&name);
    Ok(PdfView {
        base64: STANDARD.encode(bytes),
        pages: 0,
        file_name: opora_exchange::safe_name(&format!("{stem}, редакция {}.pdf", input.number)),
    })
}
