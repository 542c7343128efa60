use super::{PdfView, PeriodInput};
use crate::{App, Result};

/// The pages as they will be, with the mark «ПРОЕКТ».
pub fn preview(app: &mut App, input: PeriodInput) -> Result<PdfView> {
    Err(app.unfinished("report.preview"))
}
