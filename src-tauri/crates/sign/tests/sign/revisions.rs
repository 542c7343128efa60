//! What the verifier tells beside the verdict: saved states, who signed which, and what each changed.

use crate::common::*;
use lopdf::{Object, Stream, dictionary};
use opora_sign::{
    Field, Identity, NextRequest, SignRequest, Trust, Verdict, Verification, read_revision, sign, sign_next,
    verify,
};

const DIRECTOR: Field<'_> = Field { name: "Директор", page: 0, rect: [60.0, 60.0, 280.0, 130.0] };

fn signed_twice() -> ([Vec<u8>; 2], Trust) {
    let (deputy, director) =
        (identity(), Identity::create("Директор Пётр Петрович", SCHOOL, start(), 15).unwrap());
    let once = sign(&report(), &deputy, &SignRequest { also: &[DIRECTOR], ..request() }).unwrap();
    let next =
        NextRequest { signed_at: signed_at(), reason: "", location: "", field_name: "Директор" };
    let twice = sign_next(&once, &director, &next).unwrap();
    let certificates = vec![deputy.certificate_der, director.certificate_der];
    ([once, twice], Trust { certificates, ..Trust::default() })
}

fn told(found: &Verification) -> Vec<(Option<&str>, String)> {
    let words = |one: &opora_sign::Revision| one.changes.join("; ");
    found.revisions.iter().map(|one| (one.signed_by.as_deref(), words(one))).collect()
}

#[test]
fn each_state_tells_who_signed_it() {
    let ([_, twice], trust) = signed_twice();
    let found = verify(&twice, &trust);
    assert_eq!(
        told(&found),
        [
            (None, "исходный документ".to_owned()),
            (Some(SIGNER), format!("добавлена подпись: {SIGNER} (поле «Подпись1», страница 2)")),
            (
                Some("Директор Пётр Петрович"),
                "добавлена подпись: Директор Пётр Петрович (поле «Директор», страница 1)".to_owned()
            ),
        ]
    );
    let places: Vec<(usize, bool)> =
        found.signatures.iter().map(|one| (one.revision, one.covers_whole_file)).collect();
    assert_eq!(places, [(2, false), (3, true)]);
    assert!(found.signatures.iter().all(|one| one.algorithm == "ECDSA P-256, SHA-256"));
    assert_eq!(
        found.revisions[2].objects.len(),
        2,
        "the field and the signature: {:?}",
        found.revisions[2].objects
    );
}

#[test]
fn signed_state_can_be_read_back() {
    let ([once, twice], trust) = signed_twice();
    assert_eq!(read_revision(&twice, 2).unwrap(), once);
    assert_eq!(verify(&read_revision(&twice, 2).unwrap(), &trust).verdict, Verdict::Valid);
    assert_eq!(verify(&read_revision(&twice, 1).unwrap(), &trust).verdict, Verdict::NotSigned);
    assert_eq!(read_revision(&twice, 0), None);
    assert_eq!(read_revision(&twice, 4), None);
}

#[test]
fn later_state_tells_what_it_changed() {
    let ([_, twice], trust) = signed_twice();
    let edited = revise(&twice, |update| {
        let page = update.get_prev_documents().page_iter().nth(1).unwrap();
        let content = update.new_document.add_object(Stream::new(dictionary! {}, b"0 g".to_vec()));
        update.opt_clone_object_to_new_document(page).unwrap();
        update.new_document.get_dictionary_mut(page).unwrap().set("Contents", content);
        let root = update.get_prev_documents().trailer.get(b"Root").unwrap().as_reference().unwrap();
        update.opt_clone_object_to_new_document(root).unwrap();
        let root = update.new_document.get_dictionary_mut(root).unwrap();
        root.set("OpenAction", dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("1") });
    });
    let found = verify(&edited, &trust);
    assert_eq!(found.verdict, Verdict::Modified);
    let last = found.revisions.last().unwrap();
    assert_eq!((last.number, last.signed_by.as_deref()), (4, None));
    for words in ["изменена страница 2", "изменено действие при открытии"]
    {
        assert!(last.changes.iter().any(|change| change == words), "{:?}", last.changes);
        assert!(found.reasons[0].contains(words), "{:?}", found.reasons);
    }
    assert!(found.signatures.iter().all(|one| one.verdict == Verdict::Modified));
}
