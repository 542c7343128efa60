//! Who signs: a certificate and its private key.

use std::time::Duration;

use chrono::{DateTime, Months, Utc};
use const_oid::ObjectIdentifier;
use const_oid::db::rfc4519::{COMMON_NAME, COUNTRY_NAME, ORGANIZATION_NAME};
use der::asn1::{Any, SetOfVec};
use der::referenced::OwnedToRef;
use der::{Encode, Tag};
use p256::ecdsa::{DerSignature, SigningKey};
use rand_core::{OsRng, RngCore};
use spki::SubjectPublicKeyInfoOwned;
use x509_cert::attr::AttributeTypeAndValue;
use x509_cert::builder::{Builder, CertificateBuilder, Profile};
use x509_cert::ext::pkix::{BasicConstraints, KeyUsage, KeyUsages, SubjectKeyIdentifier};
use x509_cert::name::{Name, RdnSequence, RelativeDistinguishedName};
use x509_cert::serial_number::SerialNumber;
use x509_cert::time::{Time, Validity};
use zeroize::Zeroizing;

use crate::certificate::Parsed;
use crate::key::Key;
use crate::{CertificateInfo, SignError, pkcs12};

/// A signer's certificate and P-256 or RSA key. No `Debug`: a secret must not reach a log; the key is wiped on drop.
#[derive(Clone)]
pub struct Identity {
    /// The certificate, exact DER.
    pub certificate_der: Vec<u8>,
    /// The issuers of the certificate, exact DER: they go into each signature; empty for the school's own key.
    pub chain: Vec<Vec<u8>>,
    key: Key,
    info: CertificateInfo,
}

impl Identity {
    /// A new P-256 key and its self-signed certificate (CN = `full_name`, O = `organisation`, C = RU; key usage:
    /// signing documents, and itself), valid from `now` for `years` (1–15). The only use of chance in this crate.
    pub fn create(
        full_name: &str,
        organisation: &str,
        now: DateTime<Utc>,
        years: u32,
    ) -> Result<Identity, SignError> {
        let name = subject(full_name.trim(), organisation.trim())?;
        let validity = validity(now, years)?;
        let key = SigningKey::random(&mut OsRng);
        let certificate_der =
            self_signed(&key, name, validity).map_err(|_| SignError::Internal("сертификат"))?;
        Self::with_key(&certificate_der, Key::P256(key))
    }

    /// An identity from its stored parts: certificate (DER or PEM) and PKCS#8 key. They must belong together.
    pub fn from_parts(certificate_der: &[u8], key_pkcs8_der: &[u8]) -> Result<Identity, SignError> {
        Self::with_key(certificate_der, Key::from_pkcs8(key_pkcs8_der)?)
    }

    /// An identity from a `.p12` or `.pfx` file, modern or legacy: RSA of 2048–4096 bits or P-256. Of several
    /// certificates that of the key is taken, its issuers become the chain. An expired certificate is read too:
    /// ask [`check_at`](Self::check_at), as every signing does.
    pub fn from_pkcs12(bytes: &[u8], password: &str) -> Result<Identity, SignError> {
        pkcs12::read(bytes, password)
    }

    /// The identity as a `.p12` file under a password, for a signer who keeps her key herself.
    pub fn to_pkcs12(&self, password: &str) -> Result<Vec<u8>, SignError> {
        pkcs12::write(self, password).ok_or(SignError::Internal("файл ключа"))
    }

    /// The same identity with the certificates of its issuers (DER).
    #[must_use]
    pub fn with_chain(self, chain: Vec<Vec<u8>>) -> Identity {
        Identity { chain, ..self }
    }

    /// Whether a document may be signed with it at this moment: in force, and meant for signing.
    pub fn check_at(&self, moment: DateTime<Utc>) -> Result<(), SignError> {
        check_certificate(&Parsed::read(&self.certificate_der)?, moment)
    }

    /// The private key to be sealed by the caller; wiped when dropped.
    pub fn key_pkcs8_der(&self) -> Zeroizing<Vec<u8>> {
        self.key.to_pkcs8()
    }

    /// A request (PKCS#10, DER) for a certificate of the same owner and key, to hand to an authority.
    pub fn certificate_request(&self) -> Result<Vec<u8>, SignError> {
        let owner = Parsed::read(&self.certificate_der)?.x509.tbs_certificate.subject;
        self.key.request(owner).ok_or(SignError::Internal("запрос сертификата"))
    }

    /// What the certificate says.
    pub fn certificate(&self) -> CertificateInfo {
        self.info.clone()
    }

    pub(crate) fn key(&self) -> &Key {
        &self.key
    }

    pub(crate) fn with_key(certificate: &[u8], key: Key) -> Result<Identity, SignError> {
        let parsed = Parsed::read(certificate)?;
        if !key.belongs_to(&parsed) {
            return Err(SignError::KeyMismatch);
        }
        let info = parsed.info();
        Ok(Identity { certificate_der: parsed.der, chain: Vec::new(), key, info })
    }
}

/// In force at `moment`, and not meant for something else than documents.
pub(crate) fn check_certificate(certificate: &Parsed, moment: DateTime<Utc>) -> Result<(), SignError> {
    let info = certificate.info();
    if moment < info.not_before {
        return Err(SignError::NotYetValid(info.not_before));
    }
    if moment > info.not_after {
        return Err(SignError::Expired(info.not_after));
    }
    match certificate.may_sign_documents() {
        true => Ok(()),
        false => Err(SignError::WrongKeyUsage),
    }
}

/// Marked as an authority over itself alone (path length 0): NSS, and pdfsig with it, trusts no self-signed
/// certificate without that. Our verifier never takes it for an authority, because it also signs documents.
fn self_signed(
    key: &SigningKey,
    name: Name,
    validity: Validity,
) -> Result<Vec<u8>, x509_cert::builder::Error> {
    let public = SubjectPublicKeyInfoOwned::from_key(*key.verifying_key())?;
    let key_id = SubjectKeyIdentifier::try_from(public.owned_to_ref())?;
    let usage = KeyUsages::DigitalSignature | KeyUsages::NonRepudiation | KeyUsages::KeyCertSign;
    let profile = Profile::Manual { issuer: None };
    let mut builder = CertificateBuilder::new(profile, random_serial()?, validity, name, public, key)?;
    builder.add_extension(&key_id)?;
    builder.add_extension(&BasicConstraints { ca: true, path_len_constraint: Some(0) })?;
    builder.add_extension(&KeyUsage(usage))?;
    Ok(builder.build::<DerSignature>()?.to_der()?)
}

/// 16 random bytes, positive and not zero (RFC 5280 allows up to 20).
fn random_serial() -> der::Result<SerialNumber> {
    let mut bytes = [0u8; 16];
    OsRng.fill_bytes(&mut bytes);
    bytes[0] = bytes[0] & 0x3f | 0x40;
    SerialNumber::new(&bytes)
}

fn validity(now: DateTime<Utc>, years: u32) -> Result<Validity, SignError> {
    let end = now.checked_add_months(Months::new(years.saturating_mul(12)));
    match end {
        Some(end) if (1..=15).contains(&years) => {
            Ok(Validity { not_before: time(now)?, not_after: time(end)? })
        }
        _ => Err(SignError::BadPeriod(years)),
    }
}

fn time(moment: DateTime<Utc>) -> Result<Time, SignError> {
    let seconds = u64::try_from(moment.timestamp()).map_err(|_| SignError::Internal("дата"))?;
    let date = der::DateTime::from_unix_duration(Duration::from_secs(seconds));
    Ok(Time::GeneralTime(date.map_err(|_| SignError::Internal("дата"))?.into()))
}

fn subject(full_name: &str, organisation: &str) -> Result<Name, SignError> {
    if full_name.is_empty() {
        return Err(SignError::NoName);
    }
    let mut parts = vec![part(COUNTRY_NAME, Tag::PrintableString, "RU")?];
    if !organisation.is_empty() {
        parts.push(part(ORGANIZATION_NAME, Tag::Utf8String, organisation)?);
    }
    parts.push(part(COMMON_NAME, Tag::Utf8String, full_name)?);
    Ok(RdnSequence(parts))
}

fn part(oid: ObjectIdentifier, tag: Tag, text: &str) -> Result<RelativeDistinguishedName, SignError> {
    let value = Any::new(tag, text.as_bytes()).map_err(|_| SignError::Internal("имя"))?;
    let set = SetOfVec::try_from(vec![AttributeTypeAndValue { oid, value }]);
    Ok(RelativeDistinguishedName(set.map_err(|_| SignError::Internal("имя"))?))
}
