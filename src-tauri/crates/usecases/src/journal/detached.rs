//! Signatures beside the document: made with the school's key, or brought by another signer.

use opora_domain::issued_report::{IssuedReport, ReportFileKind};
use opora_sign::Verification;

use super::kept::{self, Addition};
use super::{AnswerView, JournalEntry};
use crate::folder::name_of;
use crate::person::IdInput;
use crate::verify::{judge_detached_by, read_signature, trust_of};
use crate::{ApiError, App, Result, identity, ops};

/// Signs the issued PDF beside itself with the school's own key.
///
/// # Errors
/// `Refused` without a certificate in force, or when this certificate has signed beside the document already.
pub fn sign_detached(app: &mut App, input: IdInput) -> Result<JournalEntry> {
    let (report, pdf) = kept::document(app, &input.id)?;
    let signer = identity::current(app)?.ok_or_else(no_certificate)?;
    refuse_second(app, &report, &pdf, &signer.certificate.sha256)?;
    let signature = opora_sign::sign_detached(&pdf, &signer.identity, app.now())?;
    let found = judge_detached_by(&pdf, &signature, &trust_of(app)?);
    if !found.verdict.is_intact() {
        return Err(ApiError::internal(format!("собственная проверка подписи: {}", found.reasons.join(" "))));
    }
    let addition = Addition {
        kind: ReportFileKind::Detached,
        name: format!("{}.sig", report.file.name),
        note: words(&found),
        body: signature,
    };
    kept::add(app, ops::SIGN_DETACHED, &report, addition)
}

fn refuse_second(app: &App, report: &IssuedReport, pdf: &[u8], sha256: &str) -> Result<()> {
    for file in kept::beside(app, &report.id)? {
        if file.kind != ReportFileKind::Detached {
            continue;
        }
        let found = judge_detached_by(pdf, &kept::body(app, &file.file)?, &trust_of(app)?);
        if found.signer.is_some_and(|signer| signer.sha256 == sha256) {
            return Err(ApiError::refused(
                "Рядом с документом уже есть подпись этим сертификатом.",
                "Ничего не изменено. Её можно записать на флешку вместе с документом.",
            ));
        }
    }
    Ok(())
}

/// Lets the user choose the signature that somebody made over the issued PDF, checks it and keeps it; none when she
/// changed her mind. The owner need not be trusted: the verdict says so.
///
/// # Errors
/// `Refused` when the signature does not hold or is of another file.
pub fn read_detached(app: &mut App, input: IdInput) -> Result<Option<AnswerView>> {
    let (report, pdf) = kept::document(app, &input.id)?;
    let Some(path) = app.host.pick_file("Файл подписи этого документа", &["sig", "p7s", "sgn"])
    else {
        return Ok(None);
    };
    let signature = read_signature(&path)?;
    let found = judge_detached_by(&pdf, &signature, &trust_of(app)?);
    if !found.verdict.is_intact() {
        return Err(not_of_it(&report, &found));
    }
    let addition = Addition {
        kind: ReportFileKind::Detached,
        name: name_of(&path),
        note: words(&found),
        body: signature,
    };
    let entry = kept::add(app, ops::ADD_SIGNATURE, &report, addition)?;
    Ok(Some(AnswerView { entry, verdict: found.verdict.label().to_owned(), reasons: found.reasons }))
}

/// «Иванова Ольга Петровна, 20.12.2024: действительна, владелец не проверен».
fn words(found: &Verification) -> String {
    let signer =
        found.signer.as_ref().map_or("владелец не назван", |signer| signer.subject.as_str());
    let day = found.signed_at.map(|at| at.format(", %d.%m.%Y").to_string()).unwrap_or_default();
    format!("{signer}{day}: {}", found.verdict.label())
}

fn not_of_it(report: &IssuedReport, found: &Verification) -> ApiError {
    let why = found.reasons.first().map_or("Подпись не читается.", String::as_str);
    ApiError::refused(
        format!("Подпись не принята. {why}"),
        format!(
            "Документ №\u{a0}{} не изменён. Запишите его PDF из журнала, подпишите именно этот файл и выберите новую подпись.",
            report.number
        ),
    )
}

fn no_certificate() -> ApiError {
    ApiError::refused(
        "Сертификата подписи ещё нет.",
        "Ничего не подписано. Создайте сертификат в разделе «Школа и настройки» и повторите.",
    )
}
