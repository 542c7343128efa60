//! The journal takes a document whose signatures are all in; one that waits is put off.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use opora_domain::Id;
use opora_domain::evidence::FileRef;
use opora_domain::issued_report::{IssuedReport, PendingSigning, in_force};
use opora_exchange::safe_name;
use opora_sign::Verdict;

use super::signer::Moment;
use crate::journal::{self, JournalEntry};
use crate::{ApiError, App, Result, ops, verify};

/// A file that has no name yet.
pub(super) fn unnamed() -> FileRef {
    FileRef { name: String::new(), sha256: String::new(), size: 0 }
}

/// Keeps the document for good, and with it forgets the pending one. Nothing is kept that our own verifier does not
/// find valid.
pub(super) fn keep(
    app: &mut App,
    record: PendingSigning,
    pdf: &[u8],
    pending: Option<&Id>,
    issued_at: Moment,
) -> Result<JournalEntry> {
    judge(&record, pdf)?;
    let name = safe_name(&format!("{} {}.pdf", record.title, app.school()?.short_name));
    let size = pdf.len() as i64;
    let issued = app.transact(ops::ISSUE_REPORT, |tx| {
        tx.lasting();
        let sha256 = tx.put_blob(pdf)?;
        let same = tx.by::<IssuedReport>("period", &record.period)?;
        let earlier = in_force(&same, record.kind, &record.subject).map(|earlier| earlier.id.clone());
        let first = record.signers.first().cloned();
        let issued = IssuedReport {
            id: record.id.clone(),
            kind: record.kind,
            subject: record.subject,
            period: record.period,
            title: record.title,
            number: record.number,
            date: Some(record.date),
            issued_at,
            signer: first.as_ref().map(|signer| signer.name.clone()).unwrap_or_default(),
            certificate_sha256: first.map(|signer| signer.sha256).unwrap_or_default(),
            signers: record.signers,
            file: FileRef { name, sha256, size },
            pages: record.pages,
            supersedes: earlier,
            correction_reason: record.correction_reason,
        };
        if let Some(id) = pending {
            tx.delete::<PendingSigning>(id)?;
        }
        tx.insert(&issued)?;
        Ok(issued)
    })?;
    journal::entry(app, &issued)
}

/// Keeps a document that waits for another program.
pub(super) fn put_off(app: &mut App, record: PendingSigning, prepared: &[u8]) -> Result<()> {
    app.transact(ops::PREPARE_SIGNING, |tx| {
        tx.lasting();
        let sha256 = tx.put_blob(prepared)?;
        let file = FileRef { name: record.title.clone(), sha256, size: prepared.len() as i64 };
        tx.put(&PendingSigning { file, ..record })?;
        Ok(())
    })
}

fn judge(record: &PendingSigning, pdf: &[u8]) -> Result<()> {
    if !record.signers.iter().any(|signer| signer.way.is_embedded()) {
        return Ok(());
    }
    let used: Vec<Vec<u8>> = record.certificates.iter().filter_map(|der| STANDARD.decode(der).ok()).collect();
    let found = verify::judge(pdf, &used);
    match found.verdict {
        Verdict::Valid => Ok(()),
        _ => Err(ApiError::refused(
            format!("Подпись не прошла собственной проверки «Опоры». {}", found.reasons.join(" ")),
            "Ничего не выпущено, данные целы. Проверьте сертификат и дату на компьютере и подпишите ещё раз.",
        )),
    }
}
