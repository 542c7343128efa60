//! What other programs add to a signed file: what the standard allows stays good, what could deceive never does.

use crate::common::desk::{Certificate, Desk, words};
use crate::common::*;
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
