use super::PdfView;
use crate::person::IdInput;
use crate::{App, Result};

/// The pages of an issued report.
pub fn pdf(app: &mut App, input: IdInput) -> Result<PdfView> {
    Err(app.unfinished("report.pdf"))
}
