use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::kept;
use crate::person::IdInput;
use crate::report::PdfView;
use crate::{App, Result};

/// The pages of an issued document.
pub fn pdf(app: &mut App, input: IdInput) -> Result<PdfView> {
    let (report, body) = kept::document(app, &input.id)?;
    Ok(PdfView { base64: STANDARD.encode(body), pages: report.pages as usize, file_name: report.file.name })
}
