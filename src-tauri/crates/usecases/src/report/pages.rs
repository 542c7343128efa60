//! From the data of a report to its pages, unsigned or signed.

use opora_domain::report::quarterly::QuarterlyReport;
use opora_report::build::{self, Making};
use opora_report::document::SignatureMark;
use opora_report::pdf::{PdfOutput, to_pdf};
use opora_sign::{SignRequest, Verdict};

use crate::identity::{self, Current};
use crate::{ApiError, App, Result, verify};

/// The pages without a signature; `draft` writes «ПРОЕКТ» across them.
pub(super) fn unsigned(app: &App, report: &QuarterlyReport, draft: bool) -> Result<PdfOutput> {
    let making = Making { created: app.now(), draft };
    Ok(to_pdf(&build::quarterly(report, None, making))?)
}

/// The signed file and its number of pages. Nothing is given out that our own verifier does not find valid.
pub(super) fn signed(app: &App, report: &QuarterlyReport, signer: &Current) -> Result<(Vec<u8>, usize)> {
    let certificate = identity::words(app, &signer.certificate);
    let mark = SignatureMark {
        serial: certificate.serial,
        owner: certificate.owner,
        valid_from: certificate.valid_from,
        valid_to: certificate.valid_to,
    };
    let making = Making { created: app.now(), draft: false };
    let pages = to_pdf(&build::quarterly(report, Some(&mark), making))?;
    let (page, rect) =
        pages.mark_rect.ok_or_else(|| ApiError::internal("нет места для отметки о подписи"))?;
    let request = SignRequest {
        signed_at: app.now(),
        reason: "Отчёт о реализации ШППКО",
        location: &report.requisites.territory,
        field_name: "Signature1",
        page,
        rect,
    };
    let pdf = opora_sign::sign(&pages.bytes, &signer.identity, &request)?;
    check(&pdf, signer)?;
    Ok((pdf, pages.pages))
}

fn check(pdf: &[u8], signer: &Current) -> Result<()> {
    let found = verify::judge(pdf, std::slice::from_ref(&signer.identity.certificate_der));
    if found.verdict == Verdict::Valid {
        return Ok(());
    }
    Err(ApiError::internal(format!("собственная проверка подписи: {}", found.reasons.join(" "))))
}
