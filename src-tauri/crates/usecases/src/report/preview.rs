use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use opora_domain::period::ReportPeriod;
use opora_domain::report::{DocumentKind, EventScope};
use opora_report::build::Making;
use opora_report::pdf::to_pdf;

use super::snapshot::period;
use super::{PdfView, PeriodInput, document};
use crate::documents::{DocumentInput, making};
use crate::{App, Result, issue};

/// The pages as they will be, with the mark «ПРОЕКТ».
pub fn preview(app: &mut App, input: PeriodInput) -> Result<PdfView> {
    let period = period(&input.period)?;
    let number = issue::next_number(app)?;
    let making = Making { draft: true, number, ..making(app)? };
    let pages = to_pdf(&document(app, &asked(period), &making)?)?;
    Ok(PdfView {
        base64: STANDARD.encode(&pages.bytes),
        pages: pages.pages,
        file_name: format!("Проект отчёта за {}.pdf", period.label()),
    })
}

/// The report of a period as a document is asked for.
pub(super) fn asked(period: ReportPeriod) -> DocumentInput {
    DocumentInput {
        kind: if period.is_year() { DocumentKind::Annual } else { DocumentKind::Quarterly },
        from: Some(period.start()),
        to: Some(period.end()),
        scope: EventScope::default(),
        subject: None,
    }
}
