use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::snapshot::{quarter, snapshot};
use super::{PdfView, PeriodInput, issue, pages};
use crate::{App, Result};

/// The pages as they will be, with the mark «ПРОЕКТ».
pub fn preview(app: &mut App, input: PeriodInput) -> Result<PdfView> {
    let quarter = quarter(&input.period)?;
    let number = issue::next_number(app)?;
    let report = snapshot(app, quarter, &number)?;
    let pages = pages::unsigned(app, &report, true)?;
    Ok(PdfView {
        base64: STANDARD.encode(&pages.bytes),
        pages: pages.pages,
        file_name: format!("Проект отчёта за {}.pdf", quarter.label()),
    })
}
