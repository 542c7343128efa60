//! Two and three signers in one file.

use crate::common::desk::Desk;
use crate::common::*;
use lopdf::{Document, Object, dictionary};
use opora_sign::{
    Field, Identity, NextRequest, SignError, SignRequest, Trust, Verdict, sign, sign_next, verify,
    waiting_fields,
};

const DIRECTOR: Field<'_> = Field { name: "Директор", page: 1, rect: [60.0, 60.0, 280.0, 130.0] };
const FOUNDER: Field<'_> = Field { name: "Учредитель", page: 0, rect: [60.0, 160.0, 280.0, 230.0] };

fn first(also: &'static [Field<'static>]) -> SignRequest<'static> {
    SignRequest { also, ..request() }
}

fn next(field_name: &'static str) -> NextRequest<'static> {
    NextRequest {
        signed_at: signed_at(), reason: "Согласовано", location: "г. Боготол", field_name
    }
}

fn both() -> (Identity, Identity) {
    (identity(), Identity::create("Директор Пётр Петрович", SCHOOL, start(), 15).unwrap())
}

fn trusting(identities: &[&Identity]) -> Trust {
    let certificates = identities.iter().map(|identity| identity.certificate_der.clone()).collect();
    Trust { certificates, ..Trust::default() }
}

#[test]
fn both_signatures_of_a_report_are_valid() {
    let (deputy, director) = both();
    for unsigned in [report(), classic_report()] {
        let once = sign(&unsigned, &deputy, &first(&[DIRECTOR])).unwrap();
        assert_eq!(waiting_fields(&once), ["Директор"]);
        assert_eq!(verify(&once, &trust(&deputy)).verdict, Verdict::Valid, "waiting is no fault");
        let twice = sign_next(&once, &director, &next("Директор")).unwrap();
        assert!(twice.starts_with(&once), "a further signature only appends");
        assert!(waiting_fields(&twice).is_empty());
        let found = verify(&twice, &trusting(&[&deputy, &director]));
        assert_eq!(found.verdict, Verdict::Valid, "{:?}", found.reasons);
        let fields: Vec<&str> = found.signatures.iter().map(|one| one.field.as_str()).collect();
        assert_eq!(fields, ["Подпись1", "Директор"]);
        assert_eq!(verify(&twice, &trust(&director)).verdict, Verdict::ValidUnknownSigner);
    }
}

#[test]
fn three_signers_in_any_order_of_fields() {
    let (deputy, director) = both();
    let founder = Identity::create("Учредитель", "", start(), 15).unwrap();
    let once = sign(&report(), &deputy, &first(&[DIRECTOR, FOUNDER])).unwrap();
    assert_eq!(waiting_fields(&once), ["Директор", "Учредитель"]);
    let twice = sign_next(&once, &founder, &next("Учредитель")).unwrap();
    let thrice = sign_next(&twice, &director, &next("Директор")).unwrap();
    let found = verify(&thrice, &trusting(&[&deputy, &director, &founder]));
    assert_eq!(found.verdict, Verdict::Valid, "{:?}", found.reasons);
    assert_eq!(found.signatures.len(), 3);
    let spoilt = overwrite(&thrice, once.len() / 3, b"x");
    assert_eq!(verify(&spoilt, &trusting(&[&deputy, &director, &founder])).verdict, Verdict::Modified);
}

#[test]
fn certification_permits_what_waits_and_nothing_else() {
    let permission = |pdf: &[u8]| {
        let document = Document::load_mem(pdf).unwrap();
        let perms = document.catalog().unwrap().get(b"Perms").unwrap().as_dict().unwrap().clone();
        let signature =
            document.get_dictionary(perms.get(b"DocMDP").unwrap().as_reference().unwrap()).unwrap();
        let reference = signature.get(b"Reference").unwrap().as_array().unwrap()[0].as_dict().unwrap();
        let parameters = reference.get(b"TransformParams").unwrap().as_dict().unwrap();
        parameters.get(b"P").unwrap().as_i64().unwrap()
    };
    let (deputy, director) = both();
    let once = sign(&report(), &deputy, &first(&[DIRECTOR])).unwrap();
    assert_eq!(permission(&once), 2);
    assert_eq!(permission(&sign(&report(), &deputy, &first(&[])).unwrap()), 1);
    let twice = sign_next(&once, &director, &next("Директор")).unwrap();
    assert_eq!(permission(&twice), 2, "the first stays the certification");
}

/// The contract with the verifier: the field with its value, the signature, nothing more.
#[test]
fn further_signature_touches_only_its_field() {
    let (deputy, director) = both();
    for unsigned in [report(), classic_report()] {
        let once = sign(&unsigned, &deputy, &first(&[DIRECTOR])).unwrap();
        let twice = sign_next(&once, &director, &next("Директор")).unwrap();
        let (before, after) = (Document::load_mem(&once).unwrap(), Document::load_mem(&twice).unwrap());
        let plain = |object: &Object| {
            object.type_name().is_ok_and(|name| name != b"XRef") || object.type_name().is_err()
        };
        let changed: Vec<_> = after
            .objects
            .iter()
            .filter(|(id, object)| plain(object) && before.objects.get(id) != Some(object))
            .map(|(id, _)| *id)
            .collect();
        let [widget, signature] = changed[..] else { panic!("{changed:?}") };
        let mut field = after.get_dictionary(widget).unwrap().clone();
        assert_eq!(field.remove(b"V").unwrap().as_reference().unwrap(), signature);
        assert_eq!(&field, before.get_dictionary(widget).unwrap());
        assert!(!before.objects.contains_key(&signature));
        assert!(
            !after.get_dictionary(signature).unwrap().has(b"Reference"),
            "an approval, not a certification"
        );
    }
}

#[test]
fn third_parties_find_both_valid() {
    let desk = Desk::new();
    let (deputy, director) = both();
    for (name, identity) in [("deputy", &deputy), ("director", &director)] {
        desk.put(&format!("{name}.pem"), opora_sign::certificate_pem(&identity.certificate_der).as_bytes());
    }
    for unsigned in [report(), classic_report()] {
        let once = sign(&unsigned, &deputy, &first(&[DIRECTOR])).unwrap();
        let twice = sign_next(&once, &director, &next("Директор")).unwrap();
        let said = desk.pdfsig(&twice, &["deputy", "director"]);
        assert_eq!(said.matches("Signature is Valid.").count(), 2, "{said}");
        assert_eq!(said.matches("Certificate is Trusted.").count(), 2, "{said}");
        let (valid, said) = desk.pyhanko(&twice, &["deputy", "director"]);
        assert!(valid, "{said}");
        assert_eq!(said.matches("The signature is judged VALID.").count(), 2, "{said}");
        desk.qpdf(&once);
        desk.qpdf(&twice);
    }
}

#[test]
fn own_key_and_a_p12_sign_one_file() {
    let desk = Desk::new();
    let certificate = desk.key("director", "rsa:2048");
    desk.openssl("pkcs12 -export -inkey director.key -in director.pem -out d.p12 -passout pass:1");
    let director = Identity::from_pkcs12(&desk.take("d.p12"), "1").unwrap();
    let deputy = Identity::create(SIGNER, SCHOOL, start(), 15).unwrap();
    let once = sign(&report(), &deputy, &first(&[DIRECTOR])).unwrap();
    let request = NextRequest { signed_at: certificate.from, ..next("Директор") };
    let twice = sign_next(&once, &director, &request).unwrap();
    let found = verify(&twice, &trusting(&[&deputy, &director]));
    assert_eq!(found.verdict, Verdict::Valid, "{:?}", found.reasons);
}

#[test]
fn further_signing_refuses_with_a_cause() {
    let (deputy, director) = both();
    let once = sign(&report(), &deputy, &first(&[DIRECTOR])).unwrap();
    let twice = sign_next(&once, &director, &next("Директор")).unwrap();
    let refusal = |pdf: &[u8], field| sign_next(pdf, &director, &next(field)).unwrap_err();
    assert!(matches!(refusal(&report(), "Директор"), SignError::NotSignedYet));
    assert!(matches!(refusal(&once, "Кто-то"), SignError::NoSuchField(name) if name == "Кто-то"));
    assert!(matches!(refusal(&twice, "Директор"), SignError::FieldTaken(_)));
    assert!(matches!(refusal(&signed(&deputy), "Директор"), SignError::AlreadySigned));
    let spoilt = overwrite(&once, find(&once, "%PDF-1") + 20, b"x");
    assert!(matches!(refusal(&spoilt, "Директор"), SignError::EarlierSignatureBroken(_)));
    let late =
        NextRequest { signed_at: signed_at() + chrono::Duration::days(9000), ..next("Директор") };
    assert!(matches!(sign_next(&once, &director, &late), Err(SignError::Expired(_))));
    let twins = sign(&report(), &deputy, &first(&[DIRECTOR, DIRECTOR]));
    assert!(matches!(twins, Err(SignError::DuplicateField(_))));
    assert!(matches!(sign(&once, &deputy, &first(&[])), Err(SignError::AlreadySigned)));
}

#[test]
fn further_signature_is_the_same_for_the_same_input() {
    let (deputy, director) = both();
    let once = sign(&report(), &deputy, &first(&[DIRECTOR])).unwrap();
    let make = || sign_next(&once, &director, &next("Директор")).unwrap();
    assert!(make() == make());
}

/// The report draws its fields itself, empty and tagged: they are filled where they stand.
#[test]
fn fields_that_the_document_brings_are_filled_and_not_doubled() {
    let mut document = document();
    let mut fields: Vec<Object> = Vec::new();
    for name in ["Signature1", "Signature2"] {
        let page = document.page_iter().nth(1).unwrap();
        let field = document.add_object(dictionary! {
            "Type" => "Annot", "Subtype" => "Widget", "FT" => "Sig", "F" => 132, "P" => page, "StructParent" => 7,
            "T" => Object::string_literal(name), "Rect" => vec![0.into(), 0.into(), 9.into(), 9.into()],
        });
        fields.push(field.into());
        document.get_dictionary_mut(page).unwrap().set("Annots", fields.clone());
    }
    let form = dictionary! { "Fields" => fields.clone() };
    document.catalog_mut().unwrap().set("AcroForm", form);
    let mut unsigned = Vec::new();
    document.save_modern(&mut unsigned).unwrap();

    let (deputy, director) = both();
    let waiting = [Field { name: "Signature2", ..DIRECTOR }];
    let request = SignRequest { field_name: "Signature1", also: &waiting, ..request() };
    let once = sign(&unsigned, &deputy, &request).unwrap();
    assert_eq!(waiting_fields(&once), ["Signature2"]);
    let twice = sign_next(&once, &director, &next("Signature2")).unwrap();
    let found = verify(&twice, &trusting(&[&deputy, &director]));
    assert_eq!(found.verdict, Verdict::Valid, "{:?}", found.reasons);
    let signed = Document::load_mem(&twice).unwrap();
    let form = signed.catalog().unwrap().get(b"AcroForm").unwrap().as_dict().unwrap();
    assert_eq!(form.get(b"Fields").unwrap().as_array().unwrap(), &fields);
    let field = signed.get_dictionary(fields[1].as_reference().unwrap()).unwrap();
    assert!(field.has(b"V") && field.get(b"StructParent").unwrap().as_i64().unwrap() == 7);
}
