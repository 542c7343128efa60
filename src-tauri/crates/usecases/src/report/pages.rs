//! From the data of a report to its pages, unsigned or signed.

use opora_domain::report::quarterly::QuarterlyReport;
use opora_report::build::{self, Making};
use opora_report::document::{Mark, Signature, SignatureMark};
use opora_report::pdf::{PdfOutput, to_pdf};
use opora_sign::{SignRequest, Verdict};

use crate::documents::making;
use crate::identity::{self, Current};
use crate::{ApiError, App, Result, verify};

/// The pages without a signature; `draft` writes «ПРОЕКТ» across them.
pub(super) fn unsigned(app: &App, report: &QuarterlyReport, draft: bool) -> Result<PdfOutput> {
    let making = Making { draft, ..making(app)? };
    Ok(to_pdf(&build::quarterly(report, &making))?)
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
    let making = Making { signers: signers(report, mark), ..making(app)? };
    let pages = to_pdf(&build::quarterly(report, &making))?;
    let (page, rect) =
        *pages.marks.first().ok_or_else(|| ApiError::internal("нет места для отметки о подписи"))?;
    let request = SignRequest {
        signed_at: app.now(),
        reason: "Отчёт о реализации ШППКО",
        location: &report.requisites.territory,
        field_name: "Signature1",
        page,
        rect,
        also: &[],
    };
    let pdf = opora_sign::sign(&pages.bytes, &signer.identity, &request)?;
    check(&pdf, signer)?;
    Ok((pdf, pages.pages))
}

/// The report's signers; the mark stands by its owner, or by the first.
fn signers(report: &QuarterlyReport, mark: SignatureMark) -> Vec<Signature> {
    let owner = report.signers.iter().position(|signer| signer.fio == mark.owner).unwrap_or(0);
    let mut signers = build::signers(report);
    if let Some(signer) = signers.get_mut(owner) {
        signer.mark = Mark::Electronic(mark);
    }
    signers
}

fn check(pdf: &[u8], signer: &Current) -> Result<()> {
    let found = verify::judge(pdf, std::slice::from_ref(&signer.identity.certificate_der));
    if found.verdict == Verdict::Valid {
        return Ok(());
    }
    Err(ApiError::internal(format!("собственная проверка подписи: {}", found.reasons.join(" "))))
}
