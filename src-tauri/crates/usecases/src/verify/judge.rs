//! The verdict in the user's words.

use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use opora_domain::identity::{RevocationList, SigningIdentity, TrustedCertificate};
use opora_domain::report::quarterly::QuarterlyReport;
use opora_sign::{Trust, Verdict, Verification, attachment, verify, verify_detached};

use crate::{ApiError, App, Code, Result};

/// Name of the data inside a report.
const DATA: &str = "opora-report.json";
/// A signature with its chain is a few kilobytes; one that holds the document too is as large as that.
const MAX_SIGNATURE_BYTES: u64 = 2 * opora_sign::MAX_PDF_BYTES as u64;
/// A certificate is a few kilobytes.
const MAX_CERTIFICATE_BYTES: u64 = 4 * 1024 * 1024;
/// A list of a large authority holds some hundred thousand entries.
const MAX_LIST_BYTES: u64 = 32 * 1024 * 1024;

/// Judges a PDF by the certificates given (DER or PEM); one that cannot be read is not trusted.
pub fn judge(pdf: &[u8], trusted: &[Vec<u8>]) -> Verification {
    verify(pdf, &trust(trusted))
}

/// Judges a PDF by what is trusted and what was revoked.
pub fn judge_by(pdf: &[u8], trust: &Trust) -> Verification {
    verify(pdf, trust)
}

/// Judges a signature that lies beside its file by what is trusted and what was revoked.
pub fn judge_detached_by(file: &[u8], signature: &[u8], trust: &Trust) -> Verification {
    verify_detached(file, signature, trust)
}

/// Judges a signature that lies beside its file.
pub fn judge_detached(file: &[u8], signature: &[u8], trusted: &[Vec<u8>]) -> Verification {
    verify_detached(file, signature, &trust(trusted))
}

fn trust(certificates: &[Vec<u8>]) -> Trust {
    let der = |bytes: &Vec<u8>| opora_sign::read_certificate(bytes).ok().map(|(der, _)| der);
    Trust { certificates: certificates.iter().filter_map(der).collect(), ..Trust::default() }
}

/// Whether a name says that the file is a signature.
pub fn is_signature(path: &Path) -> bool {
    let end = path.extension().map(|end| end.to_string_lossy().to_lowercase());
    end.is_some_and(|end| ["sig", "p7s", "sgn"].contains(&end.as_str()))
}

/// Reads a signature file (`.sig`, `.p7s`) to be judged.
///
/// # Errors
/// As [`read_pdf`].
pub fn read_signature(path: &Path) -> Result<Vec<u8>> {
    Ok(opora_exchange::read_file(path, MAX_SIGNATURE_BYTES)?)
}

/// Reads a PDF to be judged.
///
/// # Errors
/// `NotFound`, `ReadOnly`; `Invalid` for a folder, a device and a file larger than any report.
pub fn read_pdf(path: &Path) -> Result<Vec<u8>> {
    Ok(opora_exchange::read_file(path, opora_sign::MAX_PDF_BYTES as u64)?)
}

/// Reads certificates that the caller trusts: DER, PEM, PKCS #7.
///
/// # Errors
/// As [`read_pdf`]; `Invalid` when the file holds no certificate.
pub fn read_trusted(path: &Path) -> Result<Vec<Vec<u8>>> {
    let bytes = opora_exchange::read_file(path, MAX_CERTIFICATE_BYTES)?;
    match opora_sign::read_certificates(&bytes) {
        Ok(found) => Ok(found.into_iter().map(|one| one.der).collect()),
        Err(_) => Err(ApiError::new(
            Code::Invalid,
            format!("В файле нет сертификата: {}.", path.display()),
            "Ничего не проверено. Укажите файл сертификата школы или центра: .pem, .cer, .crt или .p7b.",
        )),
    }
}

/// Reads a list of revoked certificates, DER or PEM.
///
/// # Errors
/// As [`read_pdf`]; `Invalid` when the file is no such list.
pub fn read_list(path: &Path) -> Result<Vec<u8>> {
    let bytes = opora_exchange::read_file(path, MAX_LIST_BYTES)?;
    match opora_sign::read_crl(&bytes) {
        Some(_) => Ok(bytes),
        None => Err(ApiError::new(
            Code::Invalid,
            format!("Это не список отозванных сертификатов: {}.", path.display()),
            "Ничего не проверено. Возьмите файл .crl на сайте удостоверяющего центра.",
        )),
    }
}

/// The data inside a report, whatever the verdict: the caller asks for the verdict first.
pub fn report_data(pdf: &[u8]) -> Option<String> {
    String::from_utf8(attachment(pdf, DATA)?).ok()
}

/// What this school trusts: its own certificates and those the user accepted; and the lists of the revoked.
pub(crate) fn trust_of(app: &App) -> Result<Trust> {
    let read = app.read()?;
    let own = read.all::<SigningIdentity>()?.into_iter().map(|record| record.certificate);
    let accepted = read.all::<TrustedCertificate>()?.into_iter().map(|record| record.certificate);
    let lists = read.all::<RevocationList>()?.into_iter().map(|record| record.list);
    let decoded = |text: String| STANDARD.decode(text).map_err(ApiError::internal);
    Ok(Trust {
        certificates: own.chain(accepted).map(decoded).collect::<Result<_>>()?,
        crls: lists.map(decoded).collect::<Result<_>>()?,
    })
}

/// The data inside a report of this school whose signature is intact; none of any other.
pub(crate) fn intact(app: &App, pdf: &[u8]) -> Result<Option<String>> {
    let sound = judge_by(pdf, &trust_of(app)?).verdict == Verdict::Valid;
    Ok(sound.then(|| report_data(pdf)).flatten())
}

/// «Отчёт о реализации ШППКО за IV квартал 2024 года, МБОУ «Ёлкинская СОШ»».
pub(super) fn describe(pdf: &[u8]) -> Option<String> {
    let report: QuarterlyReport = serde_json::from_str(&report_data(pdf)?).ok()?;
    let facts = report.requisites;
    Some(format!("{}, {}", facts.period.report_title(), facts.school_short))
}
