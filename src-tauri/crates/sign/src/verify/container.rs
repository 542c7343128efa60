//! A CMS container: its signers, the attributes they signed, the certificates it carries.

use chrono::{DateTime, Utc};
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{
    EncapsulatedContentInfo, SignedAttributes, SignerIdentifier, SignerInfo, SignerInfos,
};
use const_oid::ObjectIdentifier;
use const_oid::db::rfc5911::{ID_CONTENT_TYPE, ID_DATA, ID_MESSAGE_DIGEST, ID_SIGNED_DATA, ID_SIGNING_TIME};
use const_oid::db::rfc5912::ID_SHA_256;
use der::asn1::{Any, OctetString, SetOfVec};
use der::{Decode, Encode, Sequence};
use spki::AlgorithmIdentifierOwned;
use x509_cert::ext::pkix::SubjectKeyIdentifier;
use x509_cert::time::Time;

use super::Fault;
use crate::algorithm::{self, KeyFault, has_no_parameters, hash_with, unknown_algorithm};
use crate::certificate::{Parsed, to_chrono};
use crate::cms::{SIGNING_CERTIFICATE_V2, SigningCertificateV2};

/// id-aa-signingCertificate of RFC 2634: binds by SHA-1.
const SIGNING_CERTIFICATE_V1: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.12");
/// id-aa-timeStampToken.
const TIMESTAMP_TOKEN: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.14");
/// Certificates and signers that one container may hold; real ones have up to 5.
const MAX_CERTIFICATES: usize = 24;
const MAX_SIGNERS: usize = 16;
/// The largest container that is read, in bytes; one with content attached is bounded by its file.
const MAX_ATTRIBUTES: usize = 64;

/// `SignedData` as others write it: NSS puts the same certificate in twice, which a strict set would refuse.
#[derive(Sequence)]
struct SignedData {
    version: CmsVersion,
    digest_algorithms: SetOfVec<AlgorithmIdentifierOwned>,
    encap_content_info: EncapsulatedContentInfo,
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT", optional = "true")]
    certificates: Option<Vec<Any>>,
    #[asn1(context_specific = "1", tag_mode = "IMPLICIT", optional = "true")]
    crls: Option<Vec<Any>>,
    signer_infos: SignerInfos,
}

/// What kind of container is expected; the rules differ.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Inside a PDF: nothing but the signature.
    Embedded,
    /// A file beside a file: content may be attached, other programs add their own unsigned notes.
    Detached,
    /// A time stamp: its content is what the service says.
    Token,
}

/// One signer of a container that can be read; whether it holds is another question.
pub(super) struct Container {
    pub(super) signer: Parsed,
    /// All certificates carried, the signer's too.
    pub(super) carried: Vec<Parsed>,
    kind: Kind,
    content_type: ObjectIdentifier,
    info: SignerInfo,
    attributes: SignedAttributes,
}

/// A container: its signers and the content attached to it.
pub(super) struct Opened {
    pub(super) signers: Vec<Container>,
    pub(super) content_type: ObjectIdentifier,
    pub(super) content: Option<Vec<u8>>,
}

/// Read a container of one signer without content, as a PDF holds it.
pub(super) fn open(der: &[u8]) -> Result<Container, Fault> {
    let opened = open_as(der, Kind::Embedded)?;
    if opened.content_type != ID_DATA || opened.content.is_some() {
        return Err(broken("состав не такой, как у подписи документа"));
    }
    only(opened.signers)
}

pub(super) fn only(signers: Vec<Container>) -> Result<Container, Fault> {
    let [signer] = <[Container; 1]>::try_from(signers).map_err(|_| broken("в ней не один подписавший"))?;
    Ok(signer)
}

/// Read a container and find the certificate of each signer in it.
pub(super) fn open_as(der: &[u8], kind: Kind) -> Result<Opened, Fault> {
    let data = read(der).ok_or_else(|| broken("она не читается"))?;
    check_shape(&data, kind)?;
    let content = match &data.encap_content_info.econtent {
        Some(any) => {
            Some(any.decode_as::<OctetString>().map_err(|_| broken("она не читается"))?.into_bytes())
        }
        None => None,
    };
    let content_type = data.encap_content_info.econtent_type;
    let infos = data.signer_infos.0.iter();
    let signers = infos.map(|info| signer(&data, info, kind)).collect::<Result<_, _>>()?;
    Ok(Opened { signers, content_type, content })
}

fn read(der: &[u8]) -> Option<SignedData> {
    let outer = ContentInfo::from_der(der).ok()?;
    (outer.content_type == ID_SIGNED_DATA).then(|| outer.content.decode_as::<SignedData>().ok()).flatten()
}

/// The certificates of a container, whoever signed it or nobody; `None` if it is none.
pub(crate) fn certificates_of(der: &[u8]) -> Option<Vec<Vec<u8>>> {
    let data = read(der)?;
    data.certificates.iter().flatten().map(|any| any.to_der().ok()).collect()
}

fn check_shape(data: &SignedData, kind: Kind) -> Result<(), Fault> {
    if data.crls.is_some() && kind != Kind::Detached {
        return Err(broken("состав не такой, как у подписи документа"));
    }
    let infos = &data.signer_infos.0;
    if infos.is_empty() || infos.len() > MAX_SIGNERS {
        return Err(broken("в ней нет подписавших или их слишком много"));
    }
    if data.certificates.as_ref().is_some_and(|all| all.len() > MAX_CERTIFICATES) {
        return Err(broken("в ней слишком много сертификатов"));
    }
    // RFC 5652: for plain data and X.509 certificates the container's version is its signers'.
    let newer = infos.iter().any(|info| info.version == CmsVersion::V3)
        || data.encap_content_info.econtent_type != ID_DATA;
    let expected = if newer { CmsVersion::V3 } else { CmsVersion::V1 };
    if data.version != expected {
        return Err(broken("номер её версии неверен"));
    }
    let listed = &data.digest_algorithms;
    let used = |oid| infos.iter().any(|info| info.digest_alg.oid == oid);
    match listed.len() <= infos.len() && listed.iter().all(|a| used(a.oid) && has_no_parameters(a)) {
        true => Ok(()),
        false => Err(wrong_digest_method()),
    }
}

fn wrong_digest_method() -> Fault {
    broken("способ вычисления контрольной суммы указан неверно")
}

fn signer(data: &SignedData, info: &SignerInfo, kind: Kind) -> Result<Container, Fault> {
    let listed = data.digest_algorithms.iter().any(|a| a.oid == info.digest_alg.oid);
    if !listed || !has_no_parameters(&info.digest_alg) {
        return Err(wrong_digest_method());
    }
    let attributes = info.signed_attrs.clone().ok_or_else(|| broken("нет подписанных сведений"))?;
    if attributes.len() > MAX_ATTRIBUTES {
        return Err(broken("в ней слишком много сведений"));
    }
    let carried = carried(data).ok_or_else(|| broken("в ней есть то, что не является сертификатом"))?;
    let named = carried.iter().find(|certificate| is_named_by(&info.sid, info.version, certificate));
    let signer = named.cloned().ok_or_else(|| broken("в ней нет сертификата подписавшего"))?;
    let content_type = data.encap_content_info.econtent_type;
    Ok(Container { signer, carried, kind, content_type, info: info.clone(), attributes })
}

fn carried(data: &SignedData) -> Option<Vec<Parsed>> {
    let Some(certificates) = &data.certificates else { return Some(Vec::new()) };
    certificates.iter().map(|any| Parsed::read_der(&any.to_der().ok()?)).collect()
}

fn is_named_by(sid: &SignerIdentifier, version: CmsVersion, certificate: &Parsed) -> bool {
    let tbs = &certificate.x509.tbs_certificate;
    match sid {
        SignerIdentifier::IssuerAndSerialNumber(name) => {
            version == CmsVersion::V1 && name.issuer == tbs.issuer && name.serial_number == tbs.serial_number
        }
        SignerIdentifier::SubjectKeyIdentifier(id) => {
            version == CmsVersion::V3
                && matches!(tbs.get::<SubjectKeyIdentifier>(), Ok(Some((_, own))) if own == *id)
        }
    }
}

impl Container {
    /// Does it sign exactly `covered`, with the key of the certificate it names? The certificate is compared before
    /// its key is used: a spoilt one must not pass for an exotic one.
    pub(super) fn check(&self, covered: &[&[u8]]) -> Result<(), Fault> {
        self.check_content_type()?;
        self.check_digest(covered)?;
        self.check_signing_certificate()?;
        self.check_signature()
    }

    /// The algorithm for people.
    pub(super) fn algorithm(&self) -> String {
        let key = &self.signer.x509.tbs_certificate.subject_public_key_info;
        algorithm::words(key, &self.info.signature_algorithm, self.info.digest_alg.oid)
    }

    /// Whether the mathematics is that of GOST.
    pub(super) fn is_russian(&self) -> bool {
        crate::gost::is_russian(self.info.signature_algorithm.oid)
    }

    /// The signing-time attribute: the signer's own clock.
    pub(super) fn signing_time(&self) -> Option<DateTime<Utc>> {
        let time = Time::from_der(&self.attribute(ID_SIGNING_TIME)?.to_der().ok()?).ok()?;
        Some(to_chrono(&time))
    }

    /// The signature itself: what a time stamp is taken of.
    pub(super) fn signature(&self) -> &[u8] {
        self.info.signature.as_bytes()
    }

    /// The time stamp among the unsigned attributes. They are not under the signature, so nothing else is suffered
    /// there inside a PDF.
    pub(super) fn token(&self) -> Result<Option<Vec<u8>>, Fault> {
        let Some(unsigned) = &self.info.unsigned_attrs else { return Ok(None) };
        let foreign = unsigned.iter().any(|attribute| attribute.oid != TIMESTAMP_TOKEN);
        if foreign && self.kind != Kind::Detached {
            return Err(broken("к ней приложены сведения, не защищённые подписью"));
        }
        let mut stamps = unsigned.iter().filter(|attribute| attribute.oid == TIMESTAMP_TOKEN);
        let Some(stamp) = stamps.next() else { return Ok(None) };
        match (stamp.values.as_slice(), stamps.next()) {
            ([only], None) => only.to_der().map(Some).map_err(|_| broken("штамп времени не читается")),
            _ => Err(broken("в ней больше одного штампа времени")),
        }
    }

    fn check_content_type(&self) -> Result<(), Fault> {
        let value = self.attribute(ID_CONTENT_TYPE).and_then(|any| any.decode_as::<ObjectIdentifier>().ok());
        match value == Some(self.content_type) {
            true => Ok(()),
            false => Err(broken("вид подписанного указан неверно")),
        }
    }

    fn check_digest(&self, covered: &[&[u8]]) -> Result<(), Fault> {
        let algorithm = self.info.digest_alg.oid;
        let actual = hash_with(algorithm, covered).ok_or_else(|| key_fault(unknown_algorithm(algorithm)))?;
        let stated = self.attribute(ID_MESSAGE_DIGEST).and_then(|any| any.decode_as::<OctetString>().ok());
        let stated = stated.ok_or_else(|| broken("в ней нет контрольной суммы документа"))?;
        match stated.as_bytes() == actual {
            true => Ok(()),
            false => Err(Fault::modified("Содержимое не совпадает с подписанным: контрольная сумма другая.")),
        }
    }

    fn check_signature(&self) -> Result<(), Fault> {
        let message = self.attributes.to_der().map_err(|_| broken("она не читается"))?;
        let algorithm = &self.info.signature_algorithm;
        let digest = Some(self.info.digest_alg.oid);
        self.signer.check(algorithm, digest, &message, self.info.signature.as_bytes()).map_err(key_fault)
    }

    /// The attribute ties the signature to one certificate, so that another of the same key cannot be put in.
    fn check_signing_certificate(&self) -> Result<(), Fault> {
        let value = self
            .attribute(SIGNING_CERTIFICATE_V2)
            .and_then(|any| any.decode_as::<SigningCertificateV2>().ok());
        let Some(id) = value.as_ref().and_then(|value| value.certs.first()) else {
            return self.check_old_binding();
        };
        let algorithm = id.hash_algorithm.as_ref().map_or(ID_SHA_256, |a| a.oid);
        match hash_with(algorithm, &[&self.signer.der]).as_deref() == Some(id.cert_hash.as_bytes()) {
            true => Ok(()),
            false => {
                Err(Fault::modified("Сертификат в подписи подменён: подпись сделана с другим сертификатом."))
            }
        }
    }

    /// Time stamping services still bind by SHA-1, as RFC 3161 told them; no signature of a person may.
    fn check_old_binding(&self) -> Result<(), Fault> {
        let old = self.attributes.iter().any(|attribute| attribute.oid == SIGNING_CERTIFICATE_V1);
        match (old, self.kind) {
            (true, Kind::Token) => Ok(()),
            (true, _) => Err(Fault::not_signed(
                "Подпись привязана к сертификату только устаревшей контрольной суммой SHA-1 (signing-certificate первой версии): такую привязку можно подделать. Попросите подписать заново с signing-certificate-v2.",
            )),
            (false, _) => Err(broken("она не привязана к сертификату (нет signing-certificate-v2)")),
        }
    }

    /// The single value of a signed attribute that must stand there once.
    fn attribute(&self, oid: ObjectIdentifier) -> Option<&Any> {
        let mut same = self.attributes.iter().filter(|attribute| attribute.oid == oid);
        let only = same.next().filter(|attribute| attribute.values.len() == 1)?;
        same.next().is_none().then(|| only.values.iter().next()).flatten()
    }
}

fn key_fault(fault: KeyFault) -> Fault {
    match fault {
        KeyFault::Wrong => Fault::modified("Подпись неверна: она сделана другим ключом или повреждена."),
        KeyFault::Weak(kind) => Fault::not_signed(format!(
            "Подпись сделана устаревшим способом — {kind}: такую можно подделать, поэтому программа её не признаёт. Попросите подписать документ заново."
        )),
        KeyFault::Unsupported(kind) => Fault::not_signed(format!(
            "Подпись вида «{kind}» эта программа проверить не может. Проверьте файл программой, в которой он подписан."
        )),
    }
}

fn broken(what: &str) -> Fault {
    Fault::modified(format!("Сама подпись повреждена: {what}."))
}
