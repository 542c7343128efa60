//! The identity in use: its record and the key itself.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use opora_domain::identity::SigningIdentity;
use opora_sign::{CertificateInfo, Identity};

use super::CertificateView;
use crate::{ApiError, App, Result};

/// The identity in use.
pub(crate) struct Current {
    /// Certificate and key.
    pub(crate) identity: Identity,
    /// What the certificate says.
    pub(crate) certificate: CertificateInfo,
}

/// The identity in use whose key lies in this program, if the school has made one.
pub(crate) fn current(app: &App) -> Result<Option<Current>> {
    let records = app.read()?.all::<SigningIdentity>()?;
    let signs = |record: &SigningIdentity| record.retired_on.is_none() && !record.key.is_empty();
    let Some(record) = records.into_iter().rfind(signs) else {
        return Ok(None);
    };
    let bytes = |text: &str| STANDARD.decode(text).map_err(ApiError::internal);
    let identity = Identity::from_parts(&bytes(&record.certificate)?, &bytes(&record.key)?)?;
    let certificate = identity.certificate();
    Ok(Some(Current { identity, certificate }))
}

/// A certificate in words.
pub(crate) fn words(app: &App, certificate: &CertificateInfo) -> CertificateView {
    let day = |moment: chrono::DateTime<chrono::Utc>| moment.with_timezone(app.now().offset()).date_naive();
    CertificateView {
        owner: certificate.subject.clone(),
        organisation: certificate.organisation.clone(),
        serial: certificate.serial.clone(),
        valid_from: day(certificate.not_before),
        valid_to: day(certificate.not_after),
        sha256: certificate.sha256.clone(),
        expired: certificate.not_after < app.now(),
    }
}
