//! Certificates to trust, from files: shown before they are pinned.

use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use opora_domain::identity::TrustedCertificate;
use opora_sign::{CertificateInfo, FoundCertificate, NoCertificate};

use super::{CertificateOffer, CertificateOffers, RefusedFile, TrustCertificatesInput};
use crate::folder::name_of;
use crate::{ApiError, App, Result, identity, ops};

/// A certificate is a few kilobytes, a bundle of an authority some dozens of them.
const MAX_FILE_BYTES: u64 = 4 * 1024 * 1024;

/// Lets the user choose files with certificates (`.cer`, `.crt`, `.pem`, `.p7b`) and tells what is in them; none when
/// she changed her mind. Nothing is trusted by that.
pub fn look_certificates(app: &mut App, _: ()) -> Result<Option<CertificateOffers>> {
    let paths =
        app.host.pick_files("Сертификаты, которым школа доверяет", &["cer", "crt", "pem", "der", "p7b"]);
    if paths.is_empty() {
        return Ok(None);
    }
    app.offered.clear();
    let mut offers = CertificateOffers { certificates: Vec::new(), refused: Vec::new() };
    for path in paths {
        let file = name_of(&path);
        match read_file(&path) {
            Ok(found) => found.into_iter().try_for_each(|one| offer(app, &file, one, &mut offers))?,
            Err(reason) => offers.refused.push(RefusedFile { file, reason }),
        }
    }
    Ok(Some(offers))
}

/// Trusts certificates of those shown last; the owner's fingerprint was compared beforehand. One that is trusted
/// already stays as it is.
///
/// # Errors
/// `NotFound` when a certificate is not among those shown.
pub fn trust_certificates(app: &mut App, input: TrustCertificatesInput) -> Result<Vec<TrustedCertificate>> {
    let mut records = Vec::new();
    for sha256 in &input.sha256 {
        let found = app.offered.get(sha256).cloned();
        let found = found.ok_or_else(|| ApiError::not_found("сертификат из выбранных файлов"))?;
        if app.read()?.by::<TrustedCertificate>("sha256", sha256)?.is_empty() {
            records.push(record(app, &found.der, found.info));
        }
    }
    if !records.is_empty() {
        app.transact(ops::TRUST, |tx| Ok(records.iter().try_for_each(|record| tx.insert(record))?))?;
    }
    app.offered.clear();
    Ok(records)
}

/// What is kept of a certificate that is trusted from today.
pub(super) fn record(app: &App, der: &[u8], certificate: CertificateInfo) -> TrustedCertificate {
    let parts = [certificate.subject, certificate.organisation];
    TrustedCertificate {
        id: app.new_id(),
        title: parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
        certificate: STANDARD.encode(der),
        sha256: certificate.sha256,
        added_on: app.today(),
    }
}

fn read_file(path: &Path) -> std::result::Result<Vec<FoundCertificate>, String> {
    let bytes =
        opora_exchange::read_file(path, MAX_FILE_BYTES).map_err(|error| ApiError::from(error).message)?;
    opora_sign::read_certificates(&bytes).map_err(|cause| refusal(cause).to_owned())
}

fn refusal(cause: NoCertificate) -> &'static str {
    match cause {
        NoCertificate::PrivateKey => {
            "В файле закрытый ключ. Его нельзя передавать: попросите владельца прислать сертификат без ключа (.cer)."
        }
        NoCertificate::RevocationList => {
            "Это список отозванных сертификатов: его добавляют в настройках, в карточке «Списки отозванных»."
        }
        NoCertificate::Request => "Это запрос на сертификат: самого сертификата в нём ещё нет.",
        NoCertificate::Damaged => {
            "Файл повреждён: один из сертификатов не читается. Попросите прислать его заново."
        }
        NoCertificate::Other => "В файле нет сертификата. Нужен файл .cer, .crt, .pem или .p7b.",
    }
}

fn offer(app: &mut App, file: &str, found: FoundCertificate, offers: &mut CertificateOffers) -> Result<()> {
    let sha256 = found.info.sha256.clone();
    if app.offered.contains_key(&sha256) {
        return Ok(());
    }
    let certificate = identity::words(app, &found.info);
    let trusted = !app.read()?.by::<TrustedCertificate>("sha256", &sha256)?.is_empty();
    offers.certificates.push(CertificateOffer {
        file: file.to_owned(),
        issuer: if found.info.self_signed {
            "выпущен самим владельцем".to_owned()
        } else {
            found.info.issuer.clone()
        },
        note: note(&found, certificate.expired),
        certificate,
        trusted,
    });
    app.offered.insert(sha256, found);
    Ok(())
}

fn note(found: &FoundCertificate, expired: bool) -> String {
    match (found.is_authority, expired) {
        (true, false) => "Это удостоверяющий центр: доверие распространится на всех, кому он выдал сертификаты.",
        (true, true) => "Это удостоверяющий центр с истёкшим сроком: доверие подтвердит только подписи, сделанные в его срок.",
        (false, true) => "Срок истёк: доверие подтвердит только подписи, сделанные в этот срок.",
        (false, false) => "",
    }
    .to_owned()
}
