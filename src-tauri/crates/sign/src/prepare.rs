//! Signing with a key that another program holds (КриптоПро, КриптоАРМ, OpenSSL), step by step.
//!
//! `prepare` → `to_be_signed` → (the other program) → `embed`; for programs that sign bare bytes `signed_attributes` →
//! (the other program) → `container` → `embed`. The prepared file may wait for days: nothing else has to be kept.

use crate::certificate::Parsed;
use crate::sign::hole::{EXTERNAL_ROOM, Hole};
use crate::sign::{prepare_first, prepare_further, self_check};
use crate::{NextRequest, SignError, SignRequest, cms, external};

/// The document with everything in it but the first signature itself: `certificate_der` (DER or PEM) will sign it.
pub fn prepare(pdf: &[u8], certificate_der: &[u8], request: &SignRequest<'_>) -> Result<Vec<u8>, SignError> {
    prepare_first(pdf, &Parsed::read(certificate_der)?, request, EXTERNAL_ROOM)
}

/// The same for a further signature, into a field that waits for it.
pub fn prepare_next(
    pdf: &[u8],
    certificate_der: &[u8],
    request: &NextRequest<'_>,
) -> Result<Vec<u8>, SignError> {
    prepare_further(pdf, &Parsed::read(certificate_der)?, request, EXTERNAL_ROOM)
}

/// The bytes that the other program must sign, detached: the file to hand over.
pub fn to_be_signed(prepared: &[u8]) -> Result<Vec<u8>, SignError> {
    Ok(Hole::empty(prepared)?.covered(prepared).concat())
}

/// What a program that signs bare bytes must sign instead (DER of the signed attributes): strict PAdES, without
/// signing-time. The digest is SHA-256, for a GOST certificate Streebog.
pub fn signed_attributes(prepared: &[u8], certificate_der: &[u8]) -> Result<Vec<u8>, SignError> {
    let content = Hole::empty(prepared)?.covered(prepared);
    cms::attributes(&Parsed::read(certificate_der)?, &content, None)
}

/// The container around a bare signature of `attributes`. A GOST signature is also accepted back to front, as
/// CryptoAPI gives it out. `chain` may be empty.
pub fn container(
    attributes: &[u8],
    raw_signature: &[u8],
    certificate_der: &[u8],
    chain: &[Vec<u8>],
) -> Result<Vec<u8>, SignError> {
    let certificate = Parsed::read(certificate_der)?;
    let signature = external::right_way_round(&certificate, attributes, raw_signature)?;
    cms::assemble(attributes, &signature, &certificate, chain)
}

/// Put the other program's signature (CMS as DER, PEM or base64) into the prepared document. Before: it is detached,
/// of these very bytes, by this very certificate, and mathematically right. After: the file has passed
/// [`verify`](crate::verify). Otherwise the error says which of these failed.
pub fn embed(prepared: &[u8], cms: &[u8], certificate_der: &[u8]) -> Result<Vec<u8>, SignError> {
    let hole = Hole::empty(prepared)?;
    let certificate = Parsed::read(certificate_der)?;
    let container = external::checked(cms, &certificate, &hole.covered(prepared))?;
    let mut signed = prepared.to_vec();
    hole.fill(&mut signed, &container)?;
    self_check(signed, &certificate.der)
}
