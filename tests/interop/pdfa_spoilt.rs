//! The judges are no rubber stamps: what breaks a rule is refused.

use opora_report::pdf::to_pdf;

use crate::{judge, put, said, whole};

/// The same length: offsets stay. The last place of `from` is changed.
fn spoilt(from: &[u8], to: &[u8]) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let mut bytes = to_pdf(&whole::document(3)).unwrap().bytes;
    let at = bytes.windows(from.len()).rposition(|window| window == from).expect("it is there");
    bytes[at..at + to.len()].copy_from_slice(to);
    bytes
}

fn refused(script: &str, name: &str, bytes: &[u8], clause: &str) {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let verdict = judge(script, &[put(folder.path(), &format!("spoilt-{name}.pdf"), bytes)]);
    let told = said(&verdict);
    assert!(!verdict.status.success() && told.contains(clause), "{script} {name}: {told}");
}

#[test]
fn what_is_no_pdfa_is_refused_by_both() {
    for (name, from, to, clause) in [
        ("level", &b"<pdfaid:part>3<"[..], &b"<pdfaid:part>9<"[..], "6.6.4"),
        ("metadata", b"</rdf:RDF>", b"</rdf:XXX>", "6.6.2.1"),
        ("id", b"/ID[", b"/IX[", "6.1.3"),
    ] {
        let bytes = spoilt(from, to);
        refused("pdfa.py", name, &bytes, "");
        refused("standard.py", name, &bytes, clause);
    }
}

#[test]
fn what_only_the_rules_by_clause_know_is_refused() {
    for (name, from, to, clause) in [
        ("header", &b"%PDF-1.7"[..], &b"%PDF-2.0"[..], "6.1.2"),
        ("object", b" 0 obj\n", b" 0 obj ", "6.1.9"),
        ("stream", b"\nendstream", b" endstream", "6.1.7"),
        ("part", b"<pdfuaid:part>1<", b"<pdfuaid:part>2<", "5: pdfuaid"),
        ("schema", b"<pdfaSchema:prefix>pdfuaid<", b"<pdfaSchema:prefix>pdfuaix<", "5: the schema"),
        ("property", b"xmp:MetadataDate>", b"xmp:MetadataDatum".as_slice(), "6.6.2"),
    ] {
        refused("standard.py", name, &spoilt(from, to), clause);
    }
}
