use chrono::{DateTime, FixedOffset};
use opora_sign::Identity;

use super::request;
use crate::Result;

/// Signs a PDF with the key of a `.p12` or `.pfx` file.
///
/// # Errors
/// One sentence per cause: wrong password, no key, an expired certificate, a file signed before …
pub fn sign(
    pdf: &[u8],
    key: &[u8],
    password: &str,
    reason: &str,
    now: DateTime<FixedOffset>,
) -> Result<Vec<u8>> {
    let identity = Identity::from_pkcs12(key, password)?;
    Ok(opora_sign::sign(pdf, &identity, &request(reason, now))?)
}

/// The signature of any file, to lie beside it (`.sig`, DER).
///
/// # Errors
/// As [`sign`].
pub fn sign_detached(
    bytes: &[u8],
    key: &[u8],
    password: &str,
    now: DateTime<FixedOffset>,
) -> Result<Vec<u8>> {
    let identity = Identity::from_pkcs12(key, password)?;
    Ok(opora_sign::sign_detached(bytes, &identity, now)?)
}
