//! The CMS container of a CAdES-BES or PAdES B-B signature: built here, read in `verify`.

use chrono::{DateTime, FixedOffset};
use cms::cert::IssuerAndSerialNumber;
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{
    EncapsulatedContentInfo, SignedAttributes, SignerIdentifier, SignerInfo, SignerInfos,
};
use const_oid::ObjectIdentifier;
use const_oid::db::rfc5911::{ID_CONTENT_TYPE, ID_DATA, ID_MESSAGE_DIGEST, ID_SIGNED_DATA, ID_SIGNING_TIME};
use const_oid::db::rfc5912::{
    ECDSA_WITH_SHA_256, ECDSA_WITH_SHA_384, ID_EC_PUBLIC_KEY, ID_SHA_256, ID_SHA_384, RSA_ENCRYPTION,
    SECP_256_R_1, SECP_384_R_1, SHA_256_WITH_RSA_ENCRYPTION,
};
use der::asn1::{Any, GeneralizedTime, OctetString, SetOfVec, UtcTime};
use der::{Decode, Encode, Sequence};
use spki::AlgorithmIdentifierOwned;
use x509_cert::attr::Attribute;

use crate::certificate::{Parsed, hash_with};
use crate::{Identity, SignError};

/// id-aa-signingCertificateV2, RFC 5035.
pub(crate) const SIGNING_CERTIFICATE_V2: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");
/// GOST R 34.10-2012 keys and GOST R 34.11-2012 (Streebog) digests, 256 and 512 bits; TC 26.
const GOST_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.643.7.1.1.1.1");
const GOST_512: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.643.7.1.1.1.2");
const STREEBOG_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.643.7.1.1.2.2");
const STREEBOG_512: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.643.7.1.1.2.3");

/// `SignedData` that keeps certificates as they came: re-encoding them could change their hash.
#[derive(Sequence)]
pub(crate) struct SignedData {
    pub(crate) version: CmsVersion,
    pub(crate) digest_algorithms: SetOfVec<AlgorithmIdentifierOwned>,
    pub(crate) encap_content_info: EncapsulatedContentInfo,
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT", optional = "true")]
    pub(crate) certificates: Option<SetOfVec<Any>>,
    #[asn1(context_specific = "1", tag_mode = "IMPLICIT", optional = "true")]
    pub(crate) crls: Option<SetOfVec<Any>>,
    pub(crate) signer_infos: SignerInfos,
}

/// RFC 5035 `SigningCertificateV2`; the policies that may follow do not matter here.
#[derive(Sequence)]
pub(crate) struct SigningCertificateV2 {
    pub(crate) certs: Vec<EssCertIdV2>,
    #[asn1(optional = "true")]
    pub(crate) policies: Option<Any>,
}

/// RFC 5035 `ESSCertIDv2`: no algorithm means SHA-256.
#[derive(Sequence)]
pub(crate) struct EssCertIdV2 {
    #[asn1(optional = "true")]
    pub(crate) hash_algorithm: Option<AlgorithmIdentifierOwned>,
    pub(crate) cert_hash: OctetString,
    #[asn1(optional = "true")]
    pub(crate) issuer_serial: Option<Any>,
}

/// The algorithms that belong to a certificate's key.
pub(crate) struct Suite {
    pub(crate) digest: AlgorithmIdentifierOwned,
    pub(crate) signature: AlgorithmIdentifierOwned,
}

impl Suite {
    /// SHA-256 for RSA and P-256, SHA-384 for P-384, Streebog of the key's own length for GOST R 34.10-2012.
    pub(crate) fn of(certificate: &Parsed) -> Result<Suite, SignError> {
        let key = &certificate.x509.tbs_certificate.subject_public_key_info.algorithm;
        let curve = key.parameters.as_ref().and_then(|p| p.decode_as::<ObjectIdentifier>().ok());
        let (digest, signature) = match key.oid {
            RSA_ENCRYPTION => (ID_SHA_256, with_null(SHA_256_WITH_RSA_ENCRYPTION)),
            ID_EC_PUBLIC_KEY if curve == Some(SECP_256_R_1) => (ID_SHA_256, algorithm(ECDSA_WITH_SHA_256)),
            ID_EC_PUBLIC_KEY if curve == Some(SECP_384_R_1) => (ID_SHA_384, algorithm(ECDSA_WITH_SHA_384)),
            ID_EC_PUBLIC_KEY => return Err(SignError::OtherCurve),
            GOST_256 => (STREEBOG_256, algorithm(GOST_256)),
            GOST_512 => (STREEBOG_512, algorithm(GOST_512)),
            _ => return Err(SignError::UnknownKey),
        };
        Ok(Suite { digest: algorithm(digest), signature })
    }
}

/// The signed attributes, DER, for a signer who holds the key of `certificate`. No signing-time inside a PDF: there it
/// is `/M`.
pub(crate) fn attributes(
    certificate: &Parsed,
    content: &[&[u8]],
    signed_at: Option<DateTime<FixedOffset>>,
) -> Result<Vec<u8>, SignError> {
    let suite = Suite::of(certificate)?;
    let hash = |parts: &[&[u8]]| hash_with(suite.digest.oid, parts).ok_or(SignError::UnknownKey);
    let own = hash(&[&certificate.der])?;
    let attributes = signed_attributes(&suite, own, hash(content)?, signed_at).and_then(|set| set.to_der());
    attributes.map_err(|_| SignError::Internal("подписываемые сведения"))
}

/// A detached signature of `content` by our own key.
pub(crate) fn build(
    identity: &Identity,
    content: &[&[u8]],
    signed_at: Option<DateTime<FixedOffset>>,
) -> Result<Vec<u8>, SignError> {
    let certificate = Parsed::read(&identity.certificate_der)?;
    let attributes = attributes(&certificate, content, signed_at)?;
    let signature = identity.key().sign(&attributes).ok_or(SignError::Internal("вычисление подписи"))?;
    assemble(&attributes, &signature, &certificate, &identity.chain)
}

/// The container around finished parts.
pub(crate) fn assemble(
    attributes: &[u8],
    signature: &[u8],
    certificate: &Parsed,
    chain: &[Vec<u8>],
) -> Result<Vec<u8>, SignError> {
    let suite = Suite::of(certificate)?;
    container(suite, attributes, signature, certificate, chain)
        .map_err(|_| SignError::Internal("контейнер подписи"))
}

fn container(
    suite: Suite,
    attributes: &[u8],
    signature: &[u8],
    certificate: &Parsed,
    chain: &[Vec<u8>],
) -> der::Result<Vec<u8>> {
    let mut certificates = SetOfVec::new();
    certificates.insert(Any::from_der(&certificate.der)?)?;
    for issuer in chain.iter().filter(|issuer| **issuer != certificate.der) {
        certificates.insert(Any::from_der(issuer)?)?;
    }
    let digest = suite.digest.clone();
    let signer = signer_info(suite, SignedAttributes::from_der(attributes)?, signature, certificate)?;
    let data = SignedData {
        version: CmsVersion::V1,
        digest_algorithms: SetOfVec::try_from(vec![digest])?,
        encap_content_info: EncapsulatedContentInfo { econtent_type: ID_DATA, econtent: None },
        certificates: Some(certificates),
        crls: None,
        signer_infos: signer_infos(signer)?,
    };
    wrap(&data)
}

/// The set of one signer.
pub(crate) fn signer_infos(only: SignerInfo) -> der::Result<SignerInfos> {
    Ok(SignerInfos(SetOfVec::try_from(vec![only])?))
}

/// `SignedData` inside its `ContentInfo`.
pub(crate) fn wrap(data: &SignedData) -> der::Result<Vec<u8>> {
    ContentInfo { content_type: ID_SIGNED_DATA, content: Any::encode_from(data)? }.to_der()
}

/// The `SignedData` of a container; `None` if it is anything else.
pub(crate) fn unwrap(der: &[u8]) -> Option<SignedData> {
    let outer = ContentInfo::from_der(der).ok()?;
    (outer.content_type == ID_SIGNED_DATA).then(|| outer.content.decode_as().ok()).flatten()
}

fn signer_info(
    suite: Suite,
    attributes: SignedAttributes,
    signature: &[u8],
    certificate: &Parsed,
) -> der::Result<SignerInfo> {
    let tbs = &certificate.x509.tbs_certificate;
    Ok(SignerInfo {
        version: CmsVersion::V1,
        sid: SignerIdentifier::IssuerAndSerialNumber(IssuerAndSerialNumber {
            issuer: tbs.issuer.clone(),
            serial_number: tbs.serial_number.clone(),
        }),
        digest_alg: suite.digest,
        signed_attrs: Some(attributes),
        signature_algorithm: suite.signature,
        signature: OctetString::new(signature)?,
        unsigned_attrs: None,
    })
}

fn signed_attributes(
    suite: &Suite,
    certificate_hash: Vec<u8>,
    digest: Vec<u8>,
    signed_at: Option<DateTime<FixedOffset>>,
) -> der::Result<SignedAttributes> {
    let id = EssCertIdV2 {
        hash_algorithm: (suite.digest.oid != ID_SHA_256).then(|| suite.digest.clone()),
        cert_hash: OctetString::new(certificate_hash)?,
        issuer_serial: None,
    };
    let signing_certificate = SigningCertificateV2 { certs: vec![id], policies: None };
    let mut attributes = SetOfVec::new();
    attributes.insert(attribute(ID_CONTENT_TYPE, Any::encode_from(&ID_DATA)?)?)?;
    attributes.insert(attribute(ID_MESSAGE_DIGEST, Any::encode_from(&OctetString::new(digest)?)?)?)?;
    attributes.insert(attribute(SIGNING_CERTIFICATE_V2, Any::encode_from(&signing_certificate)?)?)?;
    if let Some(moment) = signed_at {
        attributes.insert(attribute(ID_SIGNING_TIME, signing_time(moment)?)?)?;
    }
    Ok(attributes)
}

/// RFC 5652: UTC time up to 2049, generalized time after.
fn signing_time(moment: DateTime<FixedOffset>) -> der::Result<Any> {
    let seconds = u64::try_from(moment.timestamp()).map_err(|_| der::ErrorKind::DateTime)?;
    let elapsed = std::time::Duration::from_secs(seconds);
    match UtcTime::from_unix_duration(elapsed) {
        Ok(time) => Any::encode_from(&time),
        Err(_) => Any::encode_from(&GeneralizedTime::from_unix_duration(elapsed)?),
    }
}

pub(crate) fn attribute(oid: ObjectIdentifier, value: Any) -> der::Result<Attribute> {
    Ok(Attribute { oid, values: SetOfVec::try_from(vec![value])? })
}

/// RFC 5754 and RFC 9215: parameters are left out.
fn algorithm(oid: ObjectIdentifier) -> AlgorithmIdentifierOwned {
    AlgorithmIdentifierOwned { oid, parameters: None }
}

/// RFC 4055: with RSA a NULL stands in their place.
fn with_null(oid: ObjectIdentifier) -> AlgorithmIdentifierOwned {
    AlgorithmIdentifierOwned { oid, parameters: Some(Any::null()) }
}
