use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use opora_domain::report::DocumentFormat;
use opora_report::pdf::to_pdf;

use super::{DocumentInput, make, making};
use crate::report::PdfView;
use crate::{App, Result};

/// The pages as they would be written now.
///
/// # Errors
/// `Refused` without a programme; `Invalid` when the period ends before it begins.
pub fn preview(app: &mut App, input: DocumentInput) -> Result<PdfView> {
    let making = making(app)?;
    let pdf = to_pdf(&make::document(app, &input, &making)?)?;
    Ok(PdfView {
        base64: STANDARD.encode(&pdf.bytes),
        pages: pdf.pages,
        file_name: make::file_name(app, &input, DocumentFormat::Pdf)?,
    })
}
