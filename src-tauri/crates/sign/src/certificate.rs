//! X.509: reading, describing, and checking a signature with a certificate's key.

use chrono::{DateTime, Utc};
use const_oid::ObjectIdentifier;
use const_oid::db::rfc4519::{COMMON_NAME, ORGANIZATION_NAME};
use const_oid::db::rfc5912::{
    ECDSA_WITH_SHA_256, ECDSA_WITH_SHA_384, ECDSA_WITH_SHA_512, ID_EC_PUBLIC_KEY, ID_RSASSA_PSS, ID_SHA_256,
    ID_SHA_384, ID_SHA_512, RSA_ENCRYPTION, SECP_256_R_1, SHA_256_WITH_RSA_ENCRYPTION,
    SHA_384_WITH_RSA_ENCRYPTION, SHA_512_WITH_RSA_ENCRYPTION,
};
use der::asn1::{Any, BitString};
use der::pem::LineEnding;
use der::{Decode, Encode, Sequence, Tag, Tagged};
use serde::Serialize;
use sha2::{Digest, Sha256, Sha384, Sha512};
use signature::hazmat::PrehashVerifier;
use spki::{AlgorithmIdentifierOwned, DecodePublicKey, SubjectPublicKeyInfoOwned};
use x509_cert::Certificate;
use x509_cert::ext::pkix::{BasicConstraints, KeyUsage};
use x509_cert::name::Name;
use x509_cert::time::Time;

use crate::SignError;

/// What a person needs to know of a certificate; also what the mark of e-signature must show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CertificateInfo {
    /// Owner: the common name, or the whole name if there is none.
    pub subject: String,
    /// The owner's organisation, empty if not named.
    pub organisation: String,
    /// Who issued it, in the same form as `subject`.
    pub issuer: String,
    /// Serial number, upper-case hex without separators.
    pub serial: String,
    /// First moment of validity.
    pub not_before: DateTime<Utc>,
    /// Last moment of validity.
    pub not_after: DateTime<Utc>,
    /// SHA-256 of the DER, lower-case hex: what two people compare aloud.
    pub sha256: String,
    /// Issuer and owner are the same name.
    pub self_signed: bool,
}

/// Read a certificate, DER or PEM (the first one in the text). Returns its exact DER and its description.
pub fn read_certificate(der_or_pem: &[u8]) -> Result<(Vec<u8>, CertificateInfo), SignError> {
    let certificate = Parsed::read(der_or_pem)?;
    let info = certificate.info();
    Ok((certificate.der, info))
}

/// The certificate as PEM text with Unix line ends; empty if `der` is not a certificate.
pub fn certificate_pem(der: &[u8]) -> String {
    // `Any` keeps the bytes as they are; a re-encoded certificate could differ from the pinned one.
    Any::from_der(der)
        .ok()
        .and_then(|any| any.to_der().ok())
        .and_then(|der| der::pem::encode_string("CERTIFICATE", LineEnding::LF, &der).ok())
        .unwrap_or_default()
}

/// Why a signature does not stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum KeyFault {
    /// The mathematics disagrees.
    Wrong,
    /// GOST, RSA-PSS, another curve: honest, but not ours to check.
    Unsupported(&'static str),
}

/// A certificate and its exact bytes.
pub(crate) struct Parsed {
    pub(crate) der: Vec<u8>,
    pub(crate) x509: Certificate,
}

/// The outer shell of a certificate; `tbs` keeps the very bytes that were signed.
#[derive(Sequence)]
struct Shell {
    tbs: Any,
    algorithm: AlgorithmIdentifierOwned,
    signature: BitString,
}

impl Parsed {
    pub(crate) fn read(der_or_pem: &[u8]) -> Result<Self, SignError> {
        let der = match der::pem::decode_vec(pem_part(der_or_pem)) {
            Ok((_, der)) => der,
            Err(_) => der_or_pem.to_vec(),
        };
        let x509 = Certificate::from_der(&der).map_err(|_| SignError::NotACertificate)?;
        Ok(Self { der, x509 })
    }

    pub(crate) fn info(&self) -> CertificateInfo {
        let tbs = &self.x509.tbs_certificate;
        CertificateInfo {
            subject: display_name(&tbs.subject),
            organisation: name_part(&tbs.subject, ORGANIZATION_NAME).unwrap_or_default(),
            issuer: display_name(&tbs.issuer),
            serial: hex_upper(tbs.serial_number.as_bytes()),
            not_before: to_chrono(&tbs.validity.not_before),
            not_after: to_chrono(&tbs.validity.not_after),
            sha256: hex_lower(&Sha256::digest(&self.der)),
            self_signed: tbs.subject == tbs.issuer,
        }
    }

    /// Absent key usage permits everything (RFC 5280); a present one must permit signing.
    pub(crate) fn may_sign_documents(&self) -> bool {
        match self.x509.tbs_certificate.get::<KeyUsage>() {
            Ok(Some((_, usage))) => usage.digital_signature() || usage.non_repudiation(),
            Ok(None) => true,
            Err(_) => false,
        }
    }

    /// Whether it is an authority's: marked so, meant for issuing, and not meant for signing documents. Without the
    /// last a pinned teacher, whose own certificate is self-signed, could issue one in the director's name.
    pub(crate) fn is_authority(&self) -> bool {
        let tbs = &self.x509.tbs_certificate;
        let marked = matches!(tbs.get::<BasicConstraints>(), Ok(Some((_, constraints))) if constraints.ca);
        let issues = matches!(tbs.get::<KeyUsage>(),
            Ok(Some((_, usage))) if usage.key_cert_sign() && !usage.non_repudiation());
        marked && issues
    }

    /// Whether `self` was signed by the key of `authority`.
    pub(crate) fn is_issued_by(&self, authority: &Parsed) -> bool {
        if self.x509.tbs_certificate.issuer != authority.x509.tbs_certificate.subject {
            return false;
        }
        let Ok(shell) = Shell::from_der(&self.der) else { return false };
        let (Ok(tbs), Some(signature)) = (shell.tbs.to_der(), shell.signature.as_bytes()) else {
            return false;
        };
        authority.check(&shell.algorithm, None, &tbs, signature).is_ok()
    }

    /// Check `signature` over `message`. `digest` is what the signer says was hashed with, when the algorithm
    /// itself does not (plain `rsaEncryption` in CMS).
    pub(crate) fn check(
        &self,
        algorithm: &AlgorithmIdentifierOwned,
        digest: Option<ObjectIdentifier>,
        message: &[u8],
        signature: &[u8],
    ) -> Result<(), KeyFault> {
        if !has_no_parameters(algorithm) {
            return Err(unknown_algorithm(algorithm.oid));
        }
        let key = &self.x509.tbs_certificate.subject_public_key_info;
        if let Some(hash) = ecdsa_hash(algorithm.oid) {
            return check_p256(key, &hash_with(hash, &[message]).ok_or(KeyFault::Wrong)?, signature);
        }
        let hash = rsa_hash(algorithm.oid, digest).ok_or_else(|| unknown_algorithm(algorithm.oid))?;
        check_rsa(key, hash, message, signature)
    }
}

fn check_p256(key: &SubjectPublicKeyInfoOwned, hash: &[u8], signature: &[u8]) -> Result<(), KeyFault> {
    let curve = key.algorithm.parameters.as_ref().and_then(|p| p.decode_as::<ObjectIdentifier>().ok());
    if key.algorithm.oid == ID_EC_PUBLIC_KEY && curve != Some(SECP_256_R_1) {
        return Err(KeyFault::Unsupported("другая эллиптическая кривая"));
    }
    let key = key.to_der().map_err(|_| KeyFault::Wrong)?;
    let key = p256::ecdsa::VerifyingKey::from_public_key_der(&key).map_err(|_| KeyFault::Wrong)?;
    let signature = p256::ecdsa::DerSignature::try_from(signature).map_err(|_| KeyFault::Wrong)?;
    key.verify_prehash(hash, &signature).map_err(|_| KeyFault::Wrong)
}

fn check_rsa(
    key: &SubjectPublicKeyInfoOwned,
    hash: ObjectIdentifier,
    message: &[u8],
    signature: &[u8],
) -> Result<(), KeyFault> {
    let key = key.to_der().map_err(|_| KeyFault::Wrong)?;
    let key = rsa::RsaPublicKey::from_public_key_der(&key).map_err(|_| KeyFault::Wrong)?;
    let padding = match hash {
        ID_SHA_256 => rsa::Pkcs1v15Sign::new::<Sha256>(),
        ID_SHA_384 => rsa::Pkcs1v15Sign::new::<Sha384>(),
        ID_SHA_512 => rsa::Pkcs1v15Sign::new::<Sha512>(),
        _ => return Err(KeyFault::Wrong),
    };
    let hashed = hash_with(hash, &[message]).ok_or(KeyFault::Wrong)?;
    key.verify(padding, &hashed, signature).map_err(|_| KeyFault::Wrong)
}

/// SHA-2 of `parts` one after another, by its identifier; `None` for anything else (SHA-1 is broken, Streebog is not ours).
pub(crate) fn hash_with(algorithm: ObjectIdentifier, parts: &[&[u8]]) -> Option<Vec<u8>> {
    match algorithm {
        ID_SHA_256 => Some(hash::<Sha256>(parts)),
        ID_SHA_384 => Some(hash::<Sha384>(parts)),
        ID_SHA_512 => Some(hash::<Sha512>(parts)),
        _ => None,
    }
}

fn hash<D: Digest>(parts: &[&[u8]]) -> Vec<u8> {
    let hasher = parts.iter().fold(D::new(), |hasher, part| hasher.chain_update(part));
    hasher.finalize().to_vec()
}

fn ecdsa_hash(algorithm: ObjectIdentifier) -> Option<ObjectIdentifier> {
    match algorithm {
        ECDSA_WITH_SHA_256 => Some(ID_SHA_256),
        ECDSA_WITH_SHA_384 => Some(ID_SHA_384),
        ECDSA_WITH_SHA_512 => Some(ID_SHA_512),
        _ => None,
    }
}

fn rsa_hash(algorithm: ObjectIdentifier, digest: Option<ObjectIdentifier>) -> Option<ObjectIdentifier> {
    match algorithm {
        SHA_256_WITH_RSA_ENCRYPTION => Some(ID_SHA_256),
        SHA_384_WITH_RSA_ENCRYPTION => Some(ID_SHA_384),
        SHA_512_WITH_RSA_ENCRYPTION => Some(ID_SHA_512),
        RSA_ENCRYPTION => digest,
        _ => None,
    }
}

/// 1.2.643 is Russia's arc: all GOST algorithms live there.
pub(crate) fn unknown_algorithm(oid: ObjectIdentifier) -> KeyFault {
    if oid.to_string().starts_with("1.2.643.") {
        KeyFault::Unsupported("ГОСТ")
    } else if oid == ID_RSASSA_PSS {
        KeyFault::Unsupported("RSA-PSS")
    } else {
        KeyFault::Wrong
    }
}

pub(crate) fn has_no_parameters(algorithm: &AlgorithmIdentifierOwned) -> bool {
    algorithm.parameters.as_ref().is_none_or(|p| p.tag() == Tag::Null && p.value().is_empty())
}

/// Skip any words that stand before the armour, as OpenSSL writes them.
fn pem_part(bytes: &[u8]) -> &[u8] {
    memchr::memmem::find(bytes, b"-----BEGIN CERTIFICATE-----").map_or(bytes, |start| {
        let end = memchr::memmem::find(&bytes[start..], b"-----END CERTIFICATE-----");
        end.map_or(bytes, |end| &bytes[start..start + end + b"-----END CERTIFICATE-----".len()])
    })
}

fn display_name(name: &Name) -> String {
    name_part(name, COMMON_NAME)
        .or_else(|| name_part(name, ORGANIZATION_NAME))
        .unwrap_or_else(|| name.to_string())
}

fn name_part(name: &Name, oid: ObjectIdentifier) -> Option<String> {
    let mut parts = name.0.iter().flat_map(|rdn| rdn.0.iter());
    parts.find(|part| part.oid == oid).map(|part| text(&part.value))
}

fn text(value: &Any) -> String {
    if value.tag() == Tag::BmpString {
        let units: Vec<u16> =
            value.value().chunks(2).map(|pair| pair.iter().fold(0, |n, b| n << 8 | u16::from(*b))).collect();
        return String::from_utf16_lossy(&units);
    }
    String::from_utf8_lossy(value.value()).into_owned()
}

fn to_chrono(time: &Time) -> DateTime<Utc> {
    let seconds = time.to_unix_duration().as_secs();
    i64::try_from(seconds).ok().and_then(|s| DateTime::from_timestamp(s, 0)).unwrap_or_default()
}

pub(crate) fn hex_lower(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn hex_upper(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02X}")).collect()
}
