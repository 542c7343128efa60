//! X.509: reading, describing, and checking a signature with a certificate's key.

use chrono::{DateTime, Utc};
use const_oid::ObjectIdentifier;
use const_oid::db::rfc4519::{COMMON_NAME, GIVEN_NAME, ORGANIZATION_NAME, SN};
use const_oid::db::rfc5280::{
    ID_CE_BASIC_CONSTRAINTS, ID_CE_CERTIFICATE_POLICIES, ID_CE_EXT_KEY_USAGE, ID_CE_KEY_USAGE,
    ID_CE_SUBJECT_ALT_NAME, ID_KP_TIME_STAMPING,
};
use der::asn1::{Any, BitString};
use der::pem::LineEnding;
use der::{Decode, Encode, Sequence, Tag, Tagged};
use serde::Serialize;
use sha1::Sha1;
use sha2::{Digest, Sha256};
use spki::AlgorithmIdentifierOwned;
use x509_cert::Certificate;
use x509_cert::ext::pkix::{BasicConstraints, ExtendedKeyUsage, KeyUsage};
use x509_cert::name::Name;
use x509_cert::time::Time;

use crate::SignError;
use crate::algorithm::{self, KeyFault};
use crate::gost;

pub(crate) use crate::algorithm::hash_with;

/// What a person needs to know of a certificate; also what the mark of e-signature must show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CertificateInfo {
    /// Owner: the person (surname and given names), else the common name, else the whole name. A certificate of an
    /// organisation bears its name as the common one, and the person who signs for it beside.
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
    /// SHA-1 of the DER, upper-case hex: by this other programs of signing find a certificate («отпечаток»). Nothing is
    /// trusted by it.
    pub thumbprint: String,
    /// What its key signs over, as OpenSSL names it: «md_gost12_256», «sha256».
    pub digest: &'static str,
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

/// Extensions whose meaning is taken into account; names and policies of a person restrict nothing here.
const UNDERSTOOD: [ObjectIdentifier; 5] = [
    ID_CE_BASIC_CONSTRAINTS,
    ID_CE_KEY_USAGE,
    ID_CE_EXT_KEY_USAGE,
    ID_CE_CERTIFICATE_POLICIES,
    ID_CE_SUBJECT_ALT_NAME,
];
/// Any purpose, mail, client, documents (RFC 9336, Microsoft, Adobe).
const DOCUMENT_PURPOSES: [&str; 6] = [
    "2.5.29.37.0",
    "1.3.6.1.5.5.7.3.4",
    "1.3.6.1.5.5.7.3.2",
    "1.3.6.1.5.5.7.3.36",
    "1.3.6.1.4.1.311.10.3.12",
    "1.2.840.113583.1.1.5",
];

/// A certificate and its exact bytes.
#[derive(Clone)]
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

    /// A certificate of exactly these bytes.
    pub(crate) fn read_der(der: &[u8]) -> Option<Self> {
        let x509 = Certificate::from_der(der).ok()?;
        Some(Self { der: der.to_vec(), x509 })
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
            thumbprint: hex_upper(&Sha1::digest(&self.der)),
            digest: gost::digest_name(tbs.subject_public_key_info.algorithm.oid).unwrap_or("sha256"),
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

    /// Whether the issuer it names bears the name of `authority`.
    pub(crate) fn names_as_issuer(&self, authority: &Parsed) -> bool {
        self.x509.tbs_certificate.issuer == authority.x509.tbs_certificate.subject
    }

    /// Whether its own issuer: a root, or an authority renewing itself.
    pub(crate) fn is_self_issued(&self) -> bool {
        self.names_as_issuer(self)
    }

    /// Whether the key of `authority` made the signature under this certificate.
    pub(crate) fn signed_by(&self, authority: &Parsed) -> Result<(), KeyFault> {
        check_shell(&self.der, authority)
    }

    /// How many authorities may stand between it and a person.
    pub(crate) fn path_length(&self) -> Option<usize> {
        let constraints = self.x509.tbs_certificate.get::<BasicConstraints>();
        constraints
            .ok()
            .flatten()
            .and_then(|(_, constraints)| constraints.path_len_constraint)
            .map(usize::from)
    }

    pub(crate) fn is_in_force(&self, at: &DateTime<Utc>) -> bool {
        let validity = &self.x509.tbs_certificate.validity;
        to_chrono(&validity.not_before) <= *at && *at <= to_chrono(&validity.not_after)
    }

    /// A condition that must be understood and is not, or an extension that stands twice.
    pub(crate) fn has_unknown_critical_extension(&self) -> bool {
        let extensions = self.x509.tbs_certificate.extensions.as_deref().unwrap_or_default();
        extensions.iter().enumerate().any(|(index, extension)| {
            let repeated = extensions[..index].iter().any(|other| other.extn_id == extension.extn_id);
            repeated || (extension.critical && !UNDERSTOOD.contains(&extension.extn_id))
        })
    }

    /// The purposes it is limited to; `None` if it is not.
    fn purposes(&self) -> Option<Vec<ObjectIdentifier>> {
        match self.x509.tbs_certificate.get::<ExtendedKeyUsage>() {
            Ok(None) => None,
            Ok(Some((_, usage))) => Some(usage.0),
            Err(_) => Some(Vec::new()),
        }
    }

    /// Purposes that fit a signature under a document; Russian ones (roles in state systems) always come with it.
    pub(crate) fn purposes_fit_documents(&self) -> bool {
        self.purposes().is_none_or(|all| {
            all.iter().any(|one| {
                let text = one.to_string();
                DOCUMENT_PURPOSES.contains(&text.as_str()) || text.starts_with("1.2.643.")
            })
        })
    }

    /// RFC 3161: the purpose of time stamping, alone and critical.
    pub(crate) fn may_stamp_time(&self) -> bool {
        let only = matches!(self.x509.tbs_certificate.get::<ExtendedKeyUsage>(),
            Ok(Some((critical, usage))) if critical && usage.0 == [ID_KP_TIME_STAMPING]);
        only && self.may_sign_documents() && !self.has_unknown_critical_extension()
    }

    /// Absent key usage permits everything; a present one must permit signing lists of the revoked.
    pub(crate) fn may_sign_lists(&self) -> bool {
        match self.x509.tbs_certificate.get::<KeyUsage>() {
            Ok(Some((_, usage))) => usage.crl_sign(),
            Ok(None) => true,
            Err(_) => false,
        }
    }

    /// Check `signature` over `message` with this certificate's key; see [`algorithm::check`].
    pub(crate) fn check(
        &self,
        algorithm: &AlgorithmIdentifierOwned,
        digest: Option<ObjectIdentifier>,
        message: &[u8],
        signature: &[u8],
    ) -> Result<(), KeyFault> {
        let key = &self.x509.tbs_certificate.subject_public_key_info;
        algorithm::check(key, algorithm, digest, message, signature)
    }
}

/// Whether the key of `authority` signed `der`, a certificate or a list of the revoked, over its very bytes.
pub(crate) fn check_shell(der: &[u8], authority: &Parsed) -> Result<(), KeyFault> {
    let shell = Shell::from_der(der).map_err(|_| KeyFault::Wrong)?;
    let (Ok(tbs), Some(signature)) = (shell.tbs.to_der(), shell.signature.as_bytes()) else {
        return Err(KeyFault::Wrong);
    };
    authority.check(&shell.algorithm, None, &tbs, signature)
}

/// Skip any words that stand before the armour, as OpenSSL writes them.
fn pem_part(bytes: &[u8]) -> &[u8] {
    memchr::memmem::find(bytes, b"-----BEGIN CERTIFICATE-----").map_or(bytes, |start| {
        let end = memchr::memmem::find(&bytes[start..], b"-----END CERTIFICATE-----");
        end.map_or(bytes, |end| &bytes[start..start + end + b"-----END CERTIFICATE-----".len()])
    })
}

pub(crate) fn display_name(name: &Name) -> String {
    let person = name_part(name, SN).zip(name_part(name, GIVEN_NAME));
    person
        .map(|(surname, given)| format!("{surname} {given}"))
        .or_else(|| name_part(name, COMMON_NAME))
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

pub(crate) fn to_chrono(time: &Time) -> DateTime<Utc> {
    let seconds = time.to_unix_duration().as_secs();
    i64::try_from(seconds).ok().and_then(|s| DateTime::from_timestamp(s, 0)).unwrap_or_default()
}

pub(crate) fn hex_lower(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn hex_upper(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02X}")).collect()
}
