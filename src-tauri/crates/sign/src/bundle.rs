//! Files that people send certificates in: one or many, DER or PEM, alone or in a PKCS #7 bundle (`.p7b`).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use der::asn1::Any;
use der::{Decode as _, Tag, Tagged as _};

use crate::certificate::Parsed;
use crate::verify::certificates_of;
use crate::{CertificateInfo, ber};

/// A bundle of an authority with all its roots holds some dozens.
const MAX_CERTIFICATES: usize = 200;

/// A certificate found in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundCertificate {
    /// Exact DER.
    pub der: Vec<u8>,
    /// What it says.
    pub info: CertificateInfo,
    /// It may issue certificates to others: trusting it means trusting all of them.
    pub is_authority: bool,
}

/// What a file that was to hold certificates holds instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoCertificate {
    /// A key, which its owner should never give away.
    PrivateKey,
    /// A list of the revoked.
    RevocationList,
    /// A request to an authority, not answered yet.
    Request,
    /// A part of it is damaged, or it holds more than anybody needs.
    Damaged,
    /// Anything else.
    Other,
}

/// Every certificate of a file, each once, in its order. One that cannot be read spoils the whole: nobody should
/// trust half of a file.
pub fn read_certificates(file: &[u8]) -> Result<Vec<FoundCertificate>, NoCertificate> {
    let text = std::str::from_utf8(file).unwrap_or_default();
    let found = match text.contains("-----BEGIN ") {
        true => from_pem(text)?,
        false => from_der(file).or_else(|cause| match bare_base64(text) {
            Some(der) => from_der(&der),
            None => Err(cause),
        })?,
    };
    let mut all: Vec<FoundCertificate> = Vec::new();
    for one in found {
        if all.iter().all(|other| other.der != one.der) {
            all.push(one);
        }
    }
    match all.len() {
        0 => Err(NoCertificate::Other),
        count if count > MAX_CERTIFICATES => Err(NoCertificate::Damaged),
        _ => Ok(all),
    }
}

fn from_pem(text: &str) -> Result<Vec<FoundCertificate>, NoCertificate> {
    let mut found = Vec::new();
    for block in text.split("-----BEGIN ").skip(1) {
        let (kind, rest) = block.split_once("-----").ok_or(NoCertificate::Damaged)?;
        if kind.contains("PRIVATE KEY") {
            return Err(NoCertificate::PrivateKey);
        }
        if kind == "X509 CRL" {
            return Err(NoCertificate::RevocationList);
        }
        if kind.contains("REQUEST") {
            return Err(NoCertificate::Request);
        }
        let body = rest.split_once("-----END ").ok_or(NoCertificate::Damaged)?.0;
        let der = bare_base64(body).ok_or(NoCertificate::Damaged)?;
        found.extend(from_der(&der).map_err(|_| NoCertificate::Damaged)?);
    }
    Ok(found)
}

fn bare_base64(text: &str) -> Option<Vec<u8>> {
    let joined: String = text.trim_start_matches('\u{feff}').split_whitespace().collect();
    STANDARD.decode(joined).ok().filter(|der| der.first() == Some(&0x30))
}

fn from_der(bytes: &[u8]) -> Result<Vec<FoundCertificate>, NoCertificate> {
    if let Some(one) = Parsed::read_der(bytes) {
        return Ok(vec![found(one)]);
    }
    if let Some(bundle) = ber::to_der(bytes).and_then(|der| certificates_of(&der)) {
        return bundle
            .iter()
            .map(|der| Parsed::read_der(der).map(found).ok_or(NoCertificate::Damaged))
            .collect();
    }
    Err(match crate::read_crl(bytes) {
        Some(_) => NoCertificate::RevocationList,
        None if is_key(bytes) => NoCertificate::PrivateKey,
        None => NoCertificate::Other,
    })
}

/// PKCS #12 and PKCS #8: a version, then what only they have.
fn is_key(bytes: &[u8]) -> bool {
    let Ok(parts) = Vec::<Any>::from_der(bytes) else { return false };
    let version = parts.first().filter(|first| first.tag() == Tag::Integer).map(Any::value);
    parts.len() >= 2 && matches!(version, Some([0 | 1 | 3]))
}

fn found(one: Parsed) -> FoundCertificate {
    FoundCertificate { info: one.info(), is_authority: one.is_authority(), der: one.der }
}
