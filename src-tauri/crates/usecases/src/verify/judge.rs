//! The verdict in the user's words.

use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use opora_domain::identity::{SigningIdentity, TrustedCertificate};
use opora_domain::report::quarterly::QuarterlyReport;
use opora_sign::{Trust, Verdict, Verification, attachment, verify};

use super::VerifyView;
use crate::{ApiError, App, Code, Result, identity};

/// Name of the data inside a report.
const DATA: &str = "opora-report.json";
/// A certificate is a few kilobytes.
const MAX_CERTIFICATE_BYTES: u64 = 1024 * 1024;

/// Judges a PDF by the certificates given (DER or PEM); one that cannot be read is not trusted.
pub fn judge(pdf: &[u8], trusted: &[Vec<u8>]) -> Verification {
    let der = |bytes: &Vec<u8>| opora_sign::read_certificate(bytes).ok().map(|(der, _)| der);
    verify(pdf, &Trust { certificates: trusted.iter().filter_map(der).collect(), ..Trust::default() })
}

/// Reads a PDF to be judged.
///
/// # Errors
/// `NotFound`, `ReadOnly`; `Invalid` for a folder, a device and a file larger than any report.
pub fn read_pdf(path: &Path) -> Result<Vec<u8>> {
    Ok(opora_exchange::read_file(path, opora_sign::MAX_PDF_BYTES as u64)?)
}

/// Reads a certificate (DER or PEM) that the caller trusts.
///
/// # Errors
/// As [`read_pdf`]; `Invalid` when the file holds no certificate.
pub fn read_certificate(path: &Path) -> Result<Vec<u8>> {
    let bytes = opora_exchange::read_file(path, MAX_CERTIFICATE_BYTES)?;
    match opora_sign::read_certificate(&bytes) {
        Ok(_) => Ok(bytes),
        Err(_) => Err(ApiError::new(
            Code::Invalid,
            format!("В файле нет сертификата: {}.", path.display()),
            "Ничего не проверено. Укажите файл сертификата школы (PEM или DER).",
        )),
    }
}

/// The data inside a report, whatever the verdict: the caller asks for the verdict first.
pub fn report_data(pdf: &[u8]) -> Option<String> {
    String::from_utf8(attachment(pdf, DATA)?).ok()
}

/// What this school trusts: its own certificates and those the user accepted.
fn trust_of(app: &App) -> Result<Vec<Vec<u8>>> {
    let read = app.read()?;
    let own = read.all::<SigningIdentity>()?.into_iter().map(|record| record.certificate);
    let accepted = read.all::<TrustedCertificate>()?.into_iter().map(|record| record.certificate);
    own.chain(accepted).map(|text| STANDARD.decode(text).map_err(ApiError::internal)).collect()
}

/// The data inside a report of this school whose signature is intact; none of any other.
pub(crate) fn intact(app: &App, pdf: &[u8]) -> Result<Option<String>> {
    let sound = judge(pdf, &trust_of(app)?).verdict == Verdict::Valid;
    Ok(sound.then(|| report_data(pdf)).flatten())
}

/// The verdict on a file as the window shows it.
pub(crate) fn view(app: &App, file: &str, pdf: &[u8]) -> Result<VerifyView> {
    let found = judge(pdf, &trust_of(app)?);
    let signer = found.signer.as_ref().map(|certificate| identity::words(app, certificate));
    let expired = found
        .signer
        .as_ref()
        .zip(found.signed_at)
        .is_some_and(|(certificate, at)| at < certificate.not_before || at > certificate.not_after);
    Ok(VerifyView {
        file: file.to_owned(),
        verdict: found.verdict,
        label: found.verdict.label().to_owned(),
        signed_at: found.signed_at.map(|moment| moment.format("%d.%m.%Y %H:%M (UTC%:z)").to_string()),
        can_trust: found.verdict == Verdict::ValidUnknownSigner && !expired,
        report: (found.verdict == Verdict::Valid).then(|| describe(pdf)).flatten(),
        pdf: pdf.starts_with(b"%PDF").then(|| STANDARD.encode(pdf)),
        reasons: found.reasons,
        signer,
    })
}

/// «Отчёт о реализации ШППКО за IV квартал 2024 года, МБОУ «Ёлкинская СОШ»».
fn describe(pdf: &[u8]) -> Option<String> {
    let report: QuarterlyReport = serde_json::from_str(&report_data(pdf)?).ok()?;
    let facts = report.requisites;
    Some(format!("Отчёт о реализации ШППКО за {}, {}", facts.period.label(), facts.school_short))
}
