//! A signature beside a file (`.sig`): CAdES-BES, the form most Russian portals take.

use chrono::{DateTime, FixedOffset};

use crate::certificate::Parsed;
use crate::{Identity, SignError, cms, external};

/// Sign any bytes: a detached CAdES-BES with signing-time, DER.
pub fn sign_detached(
    bytes: &[u8],
    identity: &Identity,
    signed_at: DateTime<FixedOffset>,
) -> Result<Vec<u8>, SignError> {
    identity.check_at(signed_at.to_utc())?;
    cms::build(identity, &[bytes], Some(signed_at))
}

/// Accept the signature of another program (DER, PEM or base64) beside `bytes`: the same checks as
/// [`embed`](crate::embed) makes. Returns its DER.
pub fn accept_detached(bytes: &[u8], cms: &[u8], certificate_der: &[u8]) -> Result<Vec<u8>, SignError> {
    external::checked(cms, &Parsed::read(certificate_der)?, &[bytes])
}
