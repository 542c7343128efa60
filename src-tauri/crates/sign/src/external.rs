//! What another program made: is it a detached signature of these very bytes by this very certificate?

use ::cms::signed_data::{SignerIdentifier, SignerInfo};
use const_oid::ObjectIdentifier;
use const_oid::db::rfc5911::ID_MESSAGE_DIGEST;
use der::asn1::{Any, OctetString};
use der::{Decode, Encode};
use x509_cert::ext::pkix::SubjectKeyIdentifier;

use crate::certificate::{Parsed, hash_with};
use crate::cms::{SIGNING_CERTIFICATE_V2, SignedData, Suite};
use crate::key::is_gost;
use crate::{SignError, armour, ber, cms};

/// The container as DER, after every check that can name its own cause. A missing certificate is put in.
pub(crate) fn checked(bytes: &[u8], certificate: &Parsed, content: &[&[u8]]) -> Result<Vec<u8>, SignError> {
    let der = armour::unwrap(bytes).and_then(|der| ber::to_der(&der)).ok_or(SignError::NotASignature)?;
    let mut data = cms::unwrap(&der).ok_or(SignError::NotASignature)?;
    if data.encap_content_info.econtent.is_some() {
        return Err(SignError::AttachedSignature);
    }
    let [info] = data.signer_infos.0.as_slice() else {
        return Err(bad("в ней не один подписавший."));
    };
    let present = check_signer(&data, info, certificate)?;
    check_digest(info, content)?;
    check_mathematics(info, certificate)?;
    if present {
        return Ok(der);
    }
    add_certificate(&mut data, certificate).map_err(|_| SignError::Internal("контейнер подписи"))
}

/// Whether the certificate is inside too; a container may leave it out, but not name another one.
fn check_signer(data: &SignedData, info: &SignerInfo, chosen: &Parsed) -> Result<bool, SignError> {
    let inside = data.certificates.iter().flat_map(|set| set.iter());
    let inside = inside.filter_map(|any| Parsed::read(&any.to_der().ok()?).ok());
    let named: Vec<Parsed> = inside.filter(|certificate| is_named(&info.sid, certificate)).collect();
    match named.first() {
        Some(found) if found.der == chosen.der => Ok(true),
        Some(found) => Err(SignError::OtherSigner(found.info().subject)),
        None if is_named(&info.sid, chosen) => Ok(false),
        None => Err(SignError::OtherSigner("владелец не указан".into())),
    }
}

fn is_named(sid: &SignerIdentifier, certificate: &Parsed) -> bool {
    let tbs = &certificate.x509.tbs_certificate;
    match sid {
        SignerIdentifier::IssuerAndSerialNumber(name) => {
            name.issuer == tbs.issuer && name.serial_number == tbs.serial_number
        }
        SignerIdentifier::SubjectKeyIdentifier(id) => {
            matches!(tbs.get::<SubjectKeyIdentifier>(), Ok(Some((_, own))) if own == *id)
        }
    }
}

fn check_digest(info: &SignerInfo, content: &[&[u8]]) -> Result<(), SignError> {
    const WANTED: &str = "подпишите в виде CAdES-BES.";
    if attribute(info, SIGNING_CERTIFICATE_V2).is_none() {
        return Err(bad(format!("она не привязана к сертификату (нет signing-certificate-v2), {WANTED}")));
    }
    let stated = attribute(info, ID_MESSAGE_DIGEST).and_then(|any| any.decode_as::<OctetString>().ok());
    let stated = stated.ok_or_else(|| bad(format!("в ней нет контрольной суммы, {WANTED}")))?;
    let actual = hash_with(info.digest_alg.oid, content)
        .ok_or_else(|| bad("контрольная сумма вычислена незнакомым способом."))?;
    match stated.as_bytes() == actual {
        true => Ok(()),
        false => Err(SignError::OtherFile),
    }
}

fn attribute(info: &SignerInfo, oid: ObjectIdentifier) -> Option<&Any> {
    let attributes = info.signed_attrs.as_ref()?;
    attributes.iter().find(|attribute| attribute.oid == oid)?.values.iter().next()
}

fn check_mathematics(info: &SignerInfo, certificate: &Parsed) -> Result<(), SignError> {
    let message = info.signed_attrs.as_ref().and_then(|attributes| attributes.to_der().ok());
    let message = message.ok_or_else(|| bad("нет подписанных сведений."))?;
    let digest = Some(info.digest_alg.oid);
    let checked = certificate.check(&info.signature_algorithm, digest, &message, info.signature.as_bytes());
    checked.map_err(|_| bad("она сделана другим ключом или повреждена."))
}

fn add_certificate(data: &mut SignedData, certificate: &Parsed) -> der::Result<Vec<u8>> {
    let mut all = data.certificates.take().unwrap_or_default();
    all.insert(Any::from_der(&certificate.der)?)?;
    data.certificates = Some(all);
    cms::wrap(data)
}

/// The bare signature in the order that CMS wants.
pub(crate) fn right_way_round(
    certificate: &Parsed,
    attributes: &[u8],
    raw: &[u8],
) -> Result<Vec<u8>, SignError> {
    let suite = Suite::of(certificate)?;
    let fits = |signature: &[u8]| {
        certificate.check(&suite.signature, Some(suite.digest.oid), attributes, signature).is_ok()
    };
    let reversed: Vec<u8> = raw.iter().rev().copied().collect();
    if fits(raw) {
        Ok(raw.to_vec())
    } else if is_gost(suite.signature.oid) && fits(&reversed) {
        Ok(reversed)
    } else {
        Err(bad("она сделана другим ключом, для других сведений или повреждена."))
    }
}

fn bad(what: impl Into<String>) -> SignError {
    SignError::BadSignature(what.into())
}
