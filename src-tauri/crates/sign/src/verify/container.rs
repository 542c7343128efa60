//! The CMS inside `/Contents`: one signer, one certificate, the attributes PAdES wants.

use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{SignedAttributes, SignerIdentifier, SignerInfo};
use const_oid::ObjectIdentifier;
use const_oid::db::rfc5911::{ID_CONTENT_TYPE, ID_DATA, ID_MESSAGE_DIGEST, ID_SIGNED_DATA};
use const_oid::db::rfc5912::ID_SHA_256;
use der::asn1::{Any, OctetString};
use der::{Decode, Encode};
use x509_cert::ext::pkix::SubjectKeyIdentifier;

use super::Fault;
use crate::algorithm::{KeyFault, has_no_parameters, hash_with, unknown_algorithm};
use crate::certificate::Parsed;
use crate::cms::{SIGNING_CERTIFICATE_V2, SignedData, SigningCertificateV2};

/// A container that can be read; whether it holds is another question.
pub(super) struct Container {
    pub(super) signer: Parsed,
    info: SignerInfo,
    attributes: SignedAttributes,
}

/// Read the container and find the signer's certificate in it.
pub(super) fn open(der: Vec<u8>) -> Result<Container, Fault> {
    let data = read(&der).ok_or_else(|| broken("она не читается"))?;
    let well_formed = data.encap_content_info.econtent_type == ID_DATA
        && data.encap_content_info.econtent.is_none()
        && data.crls.is_none();
    if !well_formed {
        return Err(broken("состав не такой, как у подписи документа"));
    }
    let [info] = data.signer_infos.0.as_slice() else {
        return Err(broken("в ней не один подписавший"));
    };
    // RFC 5652: for plain data and X.509 certificates the container's version is its signer's.
    if data.version != info.version {
        return Err(broken("номер её версии неверен"));
    }
    let same_hash =
        data.digest_algorithms.iter().any(|a| a.oid == info.digest_alg.oid && has_no_parameters(a));
    if !same_hash || data.digest_algorithms.len() != 1 || !has_no_parameters(&info.digest_alg) {
        return Err(broken("способ вычисления контрольной суммы указан неверно"));
    }
    let attributes = info.signed_attrs.clone().ok_or_else(|| broken("нет подписанных сведений"))?;
    let signer =
        signer_certificate(&data, info).ok_or_else(|| broken("в ней нет сертификата подписавшего"))?;
    Ok(Container { signer, info: info.clone(), attributes })
}

fn read(der: &[u8]) -> Option<SignedData> {
    let outer = ContentInfo::from_der(der).ok()?;
    (outer.content_type == ID_SIGNED_DATA).then(|| outer.content.decode_as::<SignedData>().ok()).flatten()
}

fn signer_certificate(data: &SignedData, info: &SignerInfo) -> Option<Parsed> {
    let certificates = data.certificates.as_ref()?.iter();
    let mut all = certificates.filter_map(|any| Parsed::read(&any.to_der().ok()?).ok());
    all.find(|certificate| is_named_by(&info.sid, info.version, certificate))
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

    fn check_content_type(&self) -> Result<(), Fault> {
        let value = self.attribute(ID_CONTENT_TYPE).and_then(|any| any.decode_as::<ObjectIdentifier>().ok());
        match value == Some(ID_DATA) {
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
            return Err(broken("она не привязана к сертификату (нет signing-certificate-v2)"));
        };
        let algorithm = id.hash_algorithm.as_ref().map_or(ID_SHA_256, |a| a.oid);
        match hash_with(algorithm, &[&self.signer.der]).as_deref() == Some(id.cert_hash.as_bytes()) {
            true => Ok(()),
            false => {
                Err(Fault::modified("Сертификат в подписи подменён: подпись сделана с другим сертификатом."))
            }
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
