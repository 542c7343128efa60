use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use opora_domain::identity::TrustedCertificate;

use super::read_certificate;
use crate::{ApiError, App, Result, ops};

/// Lets the user choose a certificate to trust (`.cer`, `.crt`, `.pem`); none when she changed her mind. The owner's
/// fingerprint is compared beforehand, by the act. A certificate already trusted stays as it is.
///
/// # Errors
/// `Invalid` when the file holds no certificate.
pub fn import(app: &mut App, _: ()) -> Result<Option<TrustedCertificate>> {
    let Some(path) = app.host.pick_file("Сертификат, которому школа доверяет", &["cer", "crt", "pem", "der"])
    else {
        return Ok(None);
    };
    let bytes = read_certificate(&path)?;
    let (der, certificate) = opora_sign::read_certificate(&bytes).map_err(ApiError::internal)?;
    let known = app.read()?.by::<TrustedCertificate>("sha256", &certificate.sha256)?;
    if let Some(known) = known.into_iter().next() {
        return Ok(Some(known));
    }
    let parts = [certificate.subject, certificate.organisation];
    let title = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let record = TrustedCertificate {
        id: app.new_id(),
        title,
        certificate: STANDARD.encode(der),
        sha256: certificate.sha256,
        added_on: app.today(),
    };
    app.transact(ops::TRUST, |tx| {
        tx.insert(&record)?;
        Ok(())
    })?;
    Ok(Some(record))
}
