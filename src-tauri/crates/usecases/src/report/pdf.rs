use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use opora_domain::issued_report::IssuedReport;

use super::PdfView;
use crate::person::IdInput;
use crate::{ApiError, App, Result};

/// The pages of an issued report.
pub fn pdf(app: &mut App, input: IdInput) -> Result<PdfView> {
    let (report, body) = stored(app, &input.id)?;
    Ok(PdfView { base64: STANDARD.encode(body), pages: report.pages as usize, file_name: report.file.name })
}

/// An issued report and its signed file.
pub(super) fn stored(app: &App, id: &str) -> Result<(IssuedReport, Vec<u8>)> {
    let read = app.read()?;
    let report = read.need::<IssuedReport>(id)?;
    let body = read.blob(&report.file.sha256)?.ok_or_else(|| ApiError::not_found("файл отчёта"))?;
    Ok((report, body))
}
