//! Files whose signature is mathematically right and whose document lies about it: made by a holder of a key.

#![allow(clippy::unwrap_used)] // helpers of tests fail as tests do

use crate::common::*;
use cms::cert::{CertificateChoices, IssuerAndSerialNumber};
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{
    CertificateSet, EncapsulatedContentInfo, SignedData, SignerIdentifier, SignerInfo, SignerInfos,
};
use const_oid::ObjectIdentifier;
use const_oid::db::rfc5911::{ID_CONTENT_TYPE, ID_DATA, ID_MESSAGE_DIGEST, ID_SIGNED_DATA};
use const_oid::db::rfc5912::{ECDSA_WITH_SHA_256, ID_SHA_256};
use der::asn1::{Any, ObjectIdentifier as Oid, OctetString, SetOfVec};
use der::{Decode, Encode};
use lopdf::{Object, dictionary};
use opora_sign::{Identity, SignError, Verdict, sign};
use p256::ecdsa::{DerSignature, SigningKey};
use p256::pkcs8::DecodePrivateKey;
use sha2::{Digest, Sha256};
use signature::Signer;
use spki::AlgorithmIdentifierOwned;
use x509_cert::Certificate;
use x509_cert::attr::Attribute;

const SIGNING_CERTIFICATE_V2: Oid = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");

/// What the attacker puts among the signed attributes.
struct Attributes {
    content_type: Oid,
    digest: Vec<u8>,
    certificate_hash: Option<Vec<u8>>,
    repeat_digest: bool,
}

type Change = fn(&mut Attributes);

fn honest(pdf: &[u8], identity: &Identity) -> Attributes {
    let (open, close) = contents(pdf);
    Attributes {
        content_type: ID_DATA,
        digest: Sha256::new().chain_update(&pdf[..open]).chain_update(&pdf[close..]).finalize().to_vec(),
        certificate_hash: Some(Sha256::digest(&identity.certificate_der).to_vec()),
        repeat_digest: false,
    }
}

/// Put a fresh container with `attributes` into the hole of `pdf`.
fn sign_again(pdf: &[u8], identity: &Identity, attributes: &Attributes) -> Vec<u8> {
    let der = container(identity, attributes);
    let (open, close) = contents(pdf);
    let hex: String = der.iter().map(|byte| format!("{byte:02x}")).collect();
    overwrite(pdf, open + 1, format!("{hex:0<width$}", width = close - open - 2).as_bytes())
}

fn container(identity: &Identity, wanted: &Attributes) -> Vec<u8> {
    let certificate = Certificate::from_der(&identity.certificate_der).unwrap();
    let attributes = attributes(wanted);
    let key = SigningKey::from_pkcs8_der(&identity.key_pkcs8_der()).unwrap();
    let signature: DerSignature = key.sign(&attributes.to_der().unwrap());
    let algorithm = |oid| AlgorithmIdentifierOwned { oid, parameters: None };
    let info = SignerInfo {
        version: CmsVersion::V1,
        sid: SignerIdentifier::IssuerAndSerialNumber(IssuerAndSerialNumber {
            issuer: certificate.tbs_certificate.issuer.clone(),
            serial_number: certificate.tbs_certificate.serial_number.clone(),
        }),
        digest_alg: algorithm(ID_SHA_256),
        signed_attrs: Some(attributes),
        signature_algorithm: algorithm(ECDSA_WITH_SHA_256),
        signature: OctetString::new(signature.as_bytes()).unwrap(),
        unsigned_attrs: None,
    };
    let data = SignedData {
        version: CmsVersion::V1,
        digest_algorithms: SetOfVec::try_from(vec![algorithm(ID_SHA_256)]).unwrap(),
        encap_content_info: EncapsulatedContentInfo { econtent_type: ID_DATA, econtent: None },
        certificates: Some(CertificateSet(
            SetOfVec::try_from(vec![CertificateChoices::Certificate(certificate)]).unwrap(),
        )),
        crls: None,
        signer_infos: SignerInfos(SetOfVec::try_from(vec![info]).unwrap()),
    };
    ContentInfo { content_type: ID_SIGNED_DATA, content: Any::encode_from(&data).unwrap() }.to_der().unwrap()
}

fn attributes(wanted: &Attributes) -> SetOfVec<Attribute> {
    let attribute = |oid, values: Vec<Any>| Attribute { oid, values: SetOfVec::try_from(values).unwrap() };
    let octets = |bytes: &[u8]| Any::encode_from(&OctetString::new(bytes).unwrap()).unwrap();
    let mut digests = vec![octets(&wanted.digest)];
    if wanted.repeat_digest {
        digests.push(octets(&[0; 32]));
    }
    let mut all = vec![
        attribute(ID_CONTENT_TYPE, vec![Any::encode_from(&wanted.content_type).unwrap()]),
        attribute(ID_MESSAGE_DIGEST, digests),
    ];
    if let Some(hash) = &wanted.certificate_hash {
        let id = Any::encode_from(&vec![OctetString::new(hash.as_slice()).unwrap()]).unwrap();
        let signing_certificate = Any::encode_from(&vec![vec![id]]).unwrap();
        all.push(attribute(SIGNING_CERTIFICATE_V2, vec![signing_certificate]));
    }
    SetOfVec::try_from(all).unwrap()
}

#[test]
fn attributes_must_be_whole_and_single() {
    let identity = identity();
    let signed = signed(&identity);
    let with = |change: Change| {
        let mut attributes = honest(&signed, &identity);
        change(&mut attributes);
        verdict(&sign_again(&signed, &identity, &attributes), &identity)
    };
    assert_eq!(with(|_| ()).verdict, Verdict::Valid, "an honest container made elsewhere is good");
    let cases: [(&str, Change, &str); 5] = [
        ("other digest", |a| a.digest[0] ^= 1, "контрольная сумма другая"),
        ("two digests", |a| a.repeat_digest = true, "нет контрольной суммы"),
        ("other content type", |a| a.content_type = ID_SIGNED_DATA, "вид подписанного"),
        ("no certificate hash", |a| a.certificate_hash = None, "не привязана к сертификату"),
        ("hash of another certificate", |a| a.certificate_hash = Some(vec![7; 32]), "подменён"),
    ];
    for (name, change, words) in cases {
        let found = with(change);
        assert_eq!(found.verdict, Verdict::Modified, "{name}");
        assert!(found.reasons[0].contains(words), "{name}: {:?}", found.reasons);
    }
}

#[test]
fn document_must_show_the_very_signature() {
    let identity = identity();
    let signed = sign(&classic_report(), &identity, &request()).unwrap();
    let form = rfind(&signed, "/AcroForm");
    let value = rfind(&signed, "/V ");
    let entry = rfind(&signed, "\nxref")
        + signed[rfind(&signed, "\nxref")..].iter().position(|&b| b == b'n').unwrap();
    let cases = [
        ("no form", overwrite(&signed, form + 1, b"AcroFarm"), Verdict::Modified, "спрятана"),
        ("field shows a page", overwrite(&signed, value + 3, b"1"), Verdict::Modified, ""),
        ("wrong cross-reference", overwrite(&signed, entry - 8, b"9"), Verdict::NotSigned, "строение файла"),
        (
            "unknown kind",
            overwrite(&signed, rfind(&signed, "/ETSI.") + 1, b"ABCD"),
            Verdict::NotSigned,
            "Вид подписи",
        ),
    ];
    for (name, changed, expected, words) in cases {
        let found = verdict(&sign_again(&changed, &identity, &honest(&changed, &identity)), &identity);
        assert_eq!(found.verdict, expected, "{name}: {:?}", found.reasons);
        assert!(found.reasons[0].contains(words), "{name}: {:?}", found.reasons);
    }
}

#[test]
fn other_filled_signature_fields_are_refused() {
    let identity = identity();
    let mut document = document();
    let value = document.add_object(dictionary! { "Filter" => "Nobody" });
    let field =
        document.add_object(dictionary! { "FT" => "Sig", "T" => Object::string_literal("x"), "V" => value });
    document.catalog_mut().unwrap().set("AcroForm", dictionary! { "Fields" => vec![field.into()] });
    refused(&mut document, &identity, "не на ту подпись");
}

#[test]
fn circular_fields_are_refused() {
    let identity = identity();
    let mut document = document();
    let field = document.new_object_id();
    document
        .set_object(field, dictionary! { "T" => Object::string_literal("x"), "Kids" => vec![field.into()] });
    document.catalog_mut().unwrap().set("AcroForm", dictionary! { "Fields" => vec![field.into()] });
    refused(&mut document, &identity, "с ошибками");
}

/// `sign` checks its own work, so a document like this never leaves it.
fn refused(document: &mut lopdf::Document, identity: &Identity, words: &str) {
    let mut pdf = Vec::new();
    document.save_modern(&mut pdf).unwrap();
    match sign(&pdf, identity, &request()) {
        Err(SignError::SelfCheck(reasons)) => assert!(reasons.contains(words), "{reasons}"),
        other => panic!("signed or failed otherwise: {other:?}"),
    }
}
