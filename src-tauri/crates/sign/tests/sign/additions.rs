//! What other programs add to a signed file: what the standard allows stays good, what could deceive never does.

use crate::common::desk::{Certificate, Desk, words};
use crate::common::*;
use lopdf::{Object, ObjectId, Stream, dictionary};
use opora_sign::{Field, Identity, SignRequest, Trust, Verdict, Verification, sign, verify};

const DIRECTOR: Field<'_> = Field { name: "Директор", page: 0, rect: [60.0, 60.0, 280.0, 130.0] };

/// Our signature by a key that other programs have too, and everything else they need.
struct Foreign {
    desk: Desk,
    signed: Vec<u8>,
    trust: Trust,
}

impl Foreign {
    fn new(also: &'static [Field<'static>]) -> Foreign {
        let desk = Desk::new();
        let authority = desk.issued("tsa", "rsa:2048", "tsa");
        let Certificate { der, from } = desk.key("own", "rsa:2048");
        desk.openssl("pkcs12 -export -inkey own.key -in own.pem -out own.p12 -passout pass:1");
        let identity = Identity::from_pkcs12(&desk.take("own.p12"), "1").unwrap();
        let signed = sign(&report(), &identity, &SignRequest { signed_at: from, also, ..request() }).unwrap();
        Foreign { desk, signed, trust: Trust { certificates: vec![der, authority.der], ..Trust::default() } }
    }

    /// The file after another program did this with it.
    fn after(&self, kind: &str, pdf: &[u8]) -> Vec<u8> {
        self.desk.put("in.pdf", pdf);
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../..");
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sign/common/additions.py");
        let output = self.desk.run(format!("{root}/.venv/bin/python"), &[script, kind, "in.pdf", "out.pdf"]);
        assert!(output.status.success(), "{kind}: {}", words(&output));
        self.desk.take("out.pdf")
    }

    fn found(&self, pdf: &[u8]) -> Verification {
        verify(pdf, &self.trust)
    }
}

#[test]
fn store_for_long_validation_leaves_the_signature_good() {
    let foreign = Foreign::new(&[]);
    let found = foreign.found(&foreign.after("store", &foreign.signed));
    assert_eq!(found.verdict, Verdict::Valid, "{:?}", found.reasons);
    assert!(found.reasons.iter().any(|reason| reason.contains("страницы, поля, вложения")));
    let last = found.revisions.last().unwrap();
    assert_eq!(last.signed_by, None);
    assert!(last.changes[0].contains("для проверки подписи через годы"), "{:?}", last.changes);
}

#[test]
fn stamp_of_the_document_is_told_apart_from_signatures() {
    let foreign = Foreign::new(&[]);
    let stamped = foreign.after("stamp", &foreign.after("store", &foreign.signed));
    let found = foreign.found(&stamped);
    assert_eq!(found.verdict, Verdict::Valid, "{:?}", found.reasons);
    assert_eq!((found.signatures.len(), found.stamps.len()), (1, 1));
    assert!(found.stamps[0].trusted);
    assert!(found.reasons.iter().any(|reason| reason.contains("Весь документ заверен штампом времени")));
    assert!(found.revisions.last().unwrap().changes[0].contains("штамп времени"), "{:?}", found.revisions);
    let again = foreign.found(&foreign.after("store", &stamped));
    assert_eq!(again.verdict, Verdict::Valid, "{:?}", again.reasons);
    let at = contents(&stamped).0 + 400;
    let digit = if stamped[at] == b'0' { b"1" } else { b"0" };
    assert_eq!(foreign.found(&overwrite(&stamped, at, digit)).verdict, Verdict::Modified);
}

#[test]
fn stamp_alone_is_no_signature() {
    let foreign = Foreign::new(&[]);
    let found = foreign.found(&foreign.after("stamp", &report()));
    assert_eq!(found.verdict, Verdict::NotSigned, "{:?}", found.reasons);
    assert!(found.reasons[0].contains("только штамп времени"), "{:?}", found.reasons);
}

#[test]
fn mark_of_another_program_is_good_only_in_the_place_kept_for_it() {
    let foreign = Foreign::new(&[DIRECTOR]);
    let found = foreign.found(&foreign.after("kept", &foreign.signed));
    assert_eq!(found.verdict, Verdict::Valid, "{:?}", found.reasons);
    assert!(found.reasons.iter().any(|reason| reason.contains("нарисована другой программой")));
    let foreign = Foreign::new(&[DIRECTOR]);
    let found = foreign.found(&foreign.after("visible", &foreign.signed));
    assert_eq!(found.verdict, Verdict::Modified, "{:?}", found.reasons);
    assert!(found.reasons[0].contains("с видимой отметкой на странице 1"), "{:?}", found.reasons);
    assert!(found.reasons[0].contains("откройте редакцию 2"), "{:?}", found.reasons);
}

/// A store of long validation with `extra` done to the same saving.
fn with_store(pdf: &[u8], extra: impl FnOnce(&mut lopdf::IncrementalDocument, ObjectId)) -> Vec<u8> {
    revise(pdf, |update| {
        let data = update.new_document.add_object(Stream::new(dictionary! {}, vec![0x30, 0x03, 2, 1, 1]));
        let store = dictionary! { "Type" => "DSS", "Certs" => vec![Object::Reference(data)] };
        let store = update.new_document.add_object(store);
        let root = update.get_prev_documents().trailer.get(b"Root").unwrap().as_reference().unwrap();
        update.opt_clone_object_to_new_document(root).unwrap();
        update.new_document.get_dictionary_mut(root).unwrap().set("DSS", store);
        extra(update, data);
    })
}

fn first_page(update: &lopdf::IncrementalDocument) -> ObjectId {
    update.get_prev_documents().page_iter().next().unwrap()
}

#[test]
fn store_hides_nothing() {
    let identity = identity();
    let signed = signed(&identity);
    let honest = with_store(&signed, |_, _| {});
    assert_eq!(
        verdict(&honest, &identity).verdict,
        Verdict::Valid,
        "{:?}",
        verdict(&honest, &identity).reasons
    );
    type Deed = fn(&mut lopdf::IncrementalDocument, ObjectId);
    let deeds: [(&str, Deed); 6] = [
        ("a page shows the data", |update, data| {
            let page = first_page(update);
            update.opt_clone_object_to_new_document(page).unwrap();
            update.new_document.get_dictionary_mut(page).unwrap().set("Contents", data);
        }),
        ("the data is a drawing", |update, data| {
            let stream = update.new_document.get_object_mut(data).unwrap().as_stream_mut().unwrap();
            stream.dict.set("Subtype", "Form");
        }),
        ("an object beside the store", |update, _| {
            update.new_document.add_object(dictionary! { "Type" => "Annot" });
        }),
        ("an action at opening", |update, _| {
            let root = update.get_prev_documents().trailer.get(b"Root").unwrap().as_reference().unwrap();
            let root = update.new_document.get_dictionary_mut(root).unwrap();
            root.set("OpenAction", dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("1") });
        }),
        ("a stranger's key in the store", |update, data| {
            for object in update.new_document.objects.values_mut() {
                if let Ok(dict) = object.as_dict_mut()
                    && dict.has_type(b"DSS")
                {
                    dict.set("Pages", data);
                }
            }
        }),
        ("the attachment is the data", |update, _| {
            let objects = &update.get_prev_documents().objects;
            let file = objects.iter().find(|(_, object)| {
                object.as_stream().is_ok_and(|stream| stream.dict.has_type(b"EmbeddedFile"))
            });
            let id = *file.unwrap().0;
            update.new_document.set_object(id, Stream::new(dictionary! {}, b"{}".to_vec()));
        }),
    ];
    for (name, deed) in deeds {
        let found = verdict(&with_store(&signed, deed), &identity);
        assert_eq!(found.verdict, Verdict::Modified, "{name}: {:?}", found.reasons);
    }
}

/// The signed page waits for an object that is not there: whoever brings it later writes upon the page.
#[test]
fn object_that_a_page_waits_for_is_not_brought_later() {
    let identity = identity();
    let mut waiting = document();
    let missing = (waiting.max_id + 40, 0);
    let page = waiting.page_iter().next().unwrap();
    waiting.get_dictionary_mut(page).unwrap().set("Contents", missing);
    let mut bytes = Vec::new();
    waiting.save_modern(&mut bytes).unwrap();
    let signed = sign(&bytes, &identity, &request()).unwrap();
    assert_eq!(
        verdict(&signed, &identity).verdict,
        Verdict::Valid,
        "{:?}",
        verdict(&signed, &identity).reasons
    );
    let brought = with_store(&signed, |update, data| {
        let content = Stream::new(dictionary! {}, b"1 0 0 rg 0 0 600 800 re f".to_vec());
        update.new_document.set_object(missing, content);
        for object in update.new_document.objects.values_mut() {
            if let Ok(dict) = object.as_dict_mut()
                && dict.has_type(b"DSS")
            {
                dict.set("CRLs", vec![Object::Reference(missing), Object::Reference(data)]);
            }
        }
    });
    let found = verdict(&brought, &identity);
    assert_eq!(found.verdict, Verdict::Modified, "{:?}", found.reasons);
}
