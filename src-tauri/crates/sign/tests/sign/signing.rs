//! What signing promises: bytes kept, a verdict of «действительна», the same bytes again, refusals that say why.

use crate::common::{self, *};
use chrono::{TimeZone, Utc};
use lopdf::{Document, Object};
use opora_sign::{
    Identity, SignError, SignRequest, Trust, Verdict, attachment, certificate_pem, read_certificate, sign,
    verify,
};

#[test]
fn signed_report_is_valid_and_says_who_and_when() {
    let identity = identity();
    for unsigned in [report(), classic_report()] {
        let signed = sign(&unsigned, &identity, &request()).unwrap();
        let found = verify(&signed, &trust(&identity));
        assert_eq!(found.verdict, Verdict::Valid, "{:?}", found.reasons);
        assert_eq!(found.signer, Some(identity.certificate()));
        assert_eq!(found.signed_at, Some(signed_at()));
        assert_eq!((found.reason.as_str(), found.location.as_str()), ("Утверждаю (отчёт)", "г. Боготол"));
        assert_eq!(found.revisions.len(), 2, "drawn, then signed");
    }
}

#[test]
fn signing_only_appends() {
    let unsigned = report();
    let signed = sign(&unsigned, &identity(), &request()).unwrap();
    assert!(signed.starts_with(&unsigned));
    assert!(signed.len() - unsigned.len() < 20_000);
}

#[test]
fn same_input_gives_the_same_signed_bytes() {
    let identity = identity();
    assert!(signed(&identity) == signed(&identity), "RFC 6979: no chance in signing");
}

#[test]
fn signature_certifies_and_forbids_changes() {
    let document = Document::load_mem(&signed(&identity())).unwrap();
    let catalog = document.catalog().unwrap();
    let form = catalog.get(b"AcroForm").unwrap().as_dict().unwrap();
    assert_eq!(form.get(b"SigFlags").unwrap().as_i64().unwrap(), 3);
    let id = catalog.get(b"Perms").and_then(|perms| perms.as_dict()?.get(b"DocMDP")?.as_reference()).unwrap();
    let signature = document.get_dictionary(id).unwrap();
    let reference = signature.get(b"Reference").unwrap().as_array().unwrap()[0].as_dict().unwrap();
    assert_eq!(reference.get(b"TransformMethod").unwrap().as_name().unwrap(), b"DocMDP");
    let parameters = reference.get(b"TransformParams").unwrap().as_dict().unwrap();
    assert_eq!(parameters.get(b"P").unwrap().as_i64().unwrap(), 1);
    assert_eq!(signature.get(b"M").unwrap().as_str().unwrap(), b"D:20241225013000+07'00'");
}

#[test]
fn second_half_of_the_id_changes_and_the_first_stays() {
    let id = |pdf: &[u8]| {
        let document = Document::load_mem(pdf).unwrap();
        document.trailer.get(b"ID").unwrap().as_array().unwrap().clone()
    };
    let (before, after) = (id(&report()), id(&signed(&identity())));
    let text = |object: &Object| object.as_str().unwrap().to_vec();
    assert_eq!(text(&before[0]), text(&after[0]));
    assert_ne!(text(&before[1]), text(&after[1]));
}

#[test]
fn existing_annotations_survive_signing() {
    let mut document = document();
    let page = document.page_iter().nth(1).unwrap();
    let link = document.add_object(lopdf::dictionary! { "Type" => "Annot", "Subtype" => "Link" });
    let list = document.add_object(Object::Array(vec![link.into()]));
    document.get_dictionary_mut(page).unwrap().set("Annots", list);
    let mut unsigned = Vec::new();
    document.save_modern(&mut unsigned).unwrap();
    let signed = Document::load_mem(&sign(&unsigned, &identity(), &request()).unwrap()).unwrap();
    let annotations = signed.get_dictionary(page).unwrap().get(b"Annots").unwrap().as_array().unwrap();
    assert_eq!(annotations[0].as_reference().unwrap(), link);
    assert_eq!(annotations.len(), 2);
}

#[test]
fn identity_survives_storage() {
    let first = identity();
    let again = Identity::from_parts(&first.certificate_der, &first.key_pkcs8_der()).unwrap();
    assert!(signed(&first) == signed(&again));
    let other = identity();
    let mixed = Identity::from_parts(&first.certificate_der, &other.key_pkcs8_der());
    assert!(matches!(mixed, Err(SignError::KeyMismatch)));
    assert!(matches!(Identity::from_parts(&first.certificate_der, b"junk"), Err(SignError::BadKey)));
    assert!(matches!(Identity::from_parts(b"junk", &first.key_pkcs8_der()), Err(SignError::NotACertificate)));
}

#[test]
fn certificate_says_who_where_and_how_long() {
    let info = identity().certificate();
    assert_eq!((info.subject.as_str(), info.organisation.as_str()), (SIGNER, SCHOOL));
    assert_eq!(info.issuer, SIGNER);
    assert!(info.self_signed);
    assert_eq!(info.not_before, start());
    assert_eq!(info.not_after, Utc.with_ymd_and_hms(2027, 9, 1, 0, 0, 0).unwrap());
    assert_eq!(info.serial.len(), 32);
    assert_ne!(info.serial, identity().certificate().serial, "the serial is random");
}

#[test]
fn certificate_reads_back_from_pem_and_der() {
    let identity = identity();
    let pem = certificate_pem(&identity.certificate_der);
    assert!(pem.starts_with("-----BEGIN CERTIFICATE-----\n"));
    let with_words = format!("subject=кто-то\n{pem}trailing words");
    for bytes in [pem.into_bytes(), with_words.into_bytes(), identity.certificate_der.clone()] {
        let (der, info) = read_certificate(&bytes).unwrap();
        assert!(der == identity.certificate_der);
        assert_eq!(info, identity.certificate());
    }
    for junk in [&b""[..], b"junk", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"] {
        assert!(matches!(read_certificate(junk), Err(SignError::NotACertificate)));
    }
    assert_eq!(certificate_pem(b"junk"), "");
}

#[test]
fn signing_refuses_what_would_not_hold() {
    let identity = identity();
    let info = identity.certificate();
    let at = |moment: chrono::DateTime<Utc>| SignRequest { signed_at: moment.fixed_offset(), ..request() };
    let second = chrono::Duration::seconds(1);
    let refusal = |pdf: &[u8], request: &SignRequest<'_>| sign(pdf, &identity, request).unwrap_err();
    let report = report();
    assert!(matches!(refusal(&report, &at(info.not_after + second)), SignError::Expired(_)));
    assert!(matches!(refusal(&report, &at(info.not_before - second)), SignError::NotYetValid(_)));
    assert!(matches!(refusal(&signed(&identity), &request()), SignError::AlreadySigned));
    assert!(matches!(refusal(&report, &SignRequest { page: 2, ..request() }), SignError::NoSuchPage(2)));
    for broken in [&b""[..], b"%PDF-1.7\n", &report[..report.len() / 2]] {
        assert!(matches!(refusal(broken, &request()), SignError::UnreadablePdf));
    }
}

#[test]
fn identity_refuses_an_empty_name_and_an_absurd_period() {
    assert!(matches!(Identity::create("  ", SCHOOL, start(), 3), Err(SignError::NoName)));
    for years in [0, 16, u32::MAX] {
        assert!(matches!(Identity::create(SIGNER, SCHOOL, start(), years), Err(SignError::BadPeriod(_))));
    }
    assert_eq!(Identity::create(SIGNER, "", start(), 1).unwrap().certificate().organisation, "");
}

#[test]
fn attachment_comes_back_byte_for_byte() {
    let signed = signed(&identity());
    assert_eq!(attachment(&signed, "opora-report.json").as_deref(), Some(DATA));
    assert_eq!(attachment(&signed, "other.json"), None);
    assert_eq!(attachment(b"not a pdf", "opora-report.json"), None);
}

#[test]
fn two_attachments_of_one_name_are_no_attachment() {
    let mut document = document();
    let twin = attach(&mut document, "opora-report.json", b"{}");
    let original = document.catalog().unwrap().get(b"AF").unwrap().as_array().unwrap()[0].clone();
    let name = Object::string_literal("opora-report.json");
    let names = vec![name.clone(), original, name, twin.into()];
    let tree = lopdf::dictionary! { "EmbeddedFiles" => lopdf::dictionary! { "Names" => names } };
    document.catalog_mut().unwrap().set("Names", tree);
    let mut bytes = Vec::new();
    document.save_modern(&mut bytes).unwrap();
    assert_eq!(attachment(&bytes, "opora-report.json"), None);
}

#[test]
fn nobody_is_trusted_by_default() {
    let identity = identity();
    let stranger = common::identity();
    let signed = signed(&identity);
    for trust in [
        Trust::default(),
        trust(&stranger),
        Trust { certificates: vec![b"junk".to_vec()], ..Trust::default() },
    ] {
        let found = verify(&signed, &trust);
        assert_eq!(found.verdict, Verdict::ValidUnknownSigner);
        assert!(found.reasons[0].contains("нет среди доверенных"), "{:?}", found.reasons);
    }
    let pem = Trust {
        certificates: vec![certificate_pem(&identity.certificate_der).into_bytes()],
        ..Trust::default()
    };
    assert_eq!(verify(&signed, &pem).verdict, Verdict::Valid);
}

#[test]
fn verdicts_have_their_words_and_codes() {
    let table = [
        (Verdict::Valid, "valid", "действительна"),
        (Verdict::ValidUnknownSigner, "valid_unknown_signer", "действительна, владелец не проверен"),
        (Verdict::Modified, "modified", "изменён после подписания"),
        (Verdict::NotSigned, "not_signed", "не подписан или не читается"),
    ];
    for (verdict, code, label) in table {
        assert_eq!(serde_json::to_value(verdict).unwrap(), code);
        assert_eq!(verdict.label(), label);
    }
}
