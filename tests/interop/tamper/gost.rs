//! GOST R 34.10-2012 by OpenSSL's engine: good and tampered, inside and beside; OpenSSL and BouncyCastle are asked too.

use opora_sign::{Trust, Verdict};

use crate::Case;
use crate::desk::{Desk, text};
use crate::surgery::{find, flip, person, report};

/// Where Debian puts BouncyCastle.
const JARS: &str = "/usr/share/java/bcprov.jar:/usr/share/java/bcpkix.jar:/usr/share/java/bcutil.jar";
/// Length, set of parameters: those that OpenSSL's engine knows.
const SETS: [(u32, &str); 11] = [
    (256, "A"),
    (256, "B"),
    (256, "C"),
    (256, "XA"),
    (256, "XB"),
    (256, "TCA"),
    (256, "TCB"),
    (256, "TCC"),
    (256, "TCD"),
    (512, "A"),
    (512, "B"),
];

pub(crate) fn cases(desk: &Desk) -> Vec<Case> {
    let mut cases = Vec::new();
    for (bits, names) in [
        (256, ["ГОСТ 256", "ГОСТ 256, байт страницы", "ГОСТ 256, чужой центр", "ГОСТ 256, .sig рядом"]),
        (512, ["ГОСТ 512", "ГОСТ 512, байт страницы", "ГОСТ 512, чужой центр", "ГОСТ 512, .sig рядом"]),
    ] {
        let (kind, more) = algorithm(bits, "A");
        let (root, name) = (format!("gostroot{bits}"), format!("gost{bits}"));
        desk.root(&root, &kind);
        desk.issue(&name, &kind, &root, "leaf");
        let trust = Trust { certificates: vec![desk.take(&format!("{root}.pem"))], ..Trust::default() };
        let whom = person("Кто-то");
        let good = desk.pdf(&whom.certificate_der, desk.now(&name), &name, &more);
        strangers_agree(desk, &root);
        let beside = desk.cms(&report(), &name, &more);
        let words = "математика подписи ГОСТ";
        let bad = flip(&good, find(&good, "The first") + 1);
        let other = crate::surgery::trusting(&[&whom]);
        let unknown = Verdict::ValidUnknownSigner;
        cases.push(Case::new(names[0], good.clone(), &trust, Verdict::Valid, words));
        cases.push(Case::new(names[1], bad, &trust, Verdict::Modified, "контрольная сумма другая"));
        cases.push(Case::new(names[2], good, &other, unknown, "нет среди доверенных"));
        cases.push(Case {
            beside: Some(beside),
            ..Case::new(names[3], report(), &trust, Verdict::Valid, words)
        });
    }
    cases
}

fn algorithm(bits: u32, set: &str) -> (String, String) {
    (format!("gost2012_{bits} -pkeyopt paramset:{set}"), format!("-md md_gost12_{bits} -cades"))
}

/// OpenSSL and BouncyCastle accept what was just made, and refuse it with another content.
fn strangers_agree(desk: &Desk, root: &str) {
    let judge = concat!(env!("CARGO_MANIFEST_DIR"), "/interop/tamper/Judge.java");
    desk.put("other.bin", b"other");
    for (content, right) in [("content.bin", true), ("other.bin", false)] {
        let line = format!(
            "cms -verify -engine gost -binary -inform DER -in made.cms -content {content} -CAfile {root}.pem -purpose any -out out.bin"
        );
        assert_eq!(desk.run("openssl", &line).status.success(), right, "OpenSSL on {content}");
        let said = text(&desk.run("java", &format!("-cp {JARS} {judge} {content} made.cms {root}.pem")));
        assert!(
            said.starts_with(&format!("valid={right} issuedByRoot=true")),
            "BouncyCastle on {content}: {said}"
        );
    }
}

#[test]
fn every_set_of_parameters_is_checked() {
    let desk = Desk::new();
    for (bits, set) in SETS {
        let (kind, more) = algorithm(bits, set);
        desk.root("one", &kind);
        desk.issue("two", &kind, "one", "leaf");
        let trust = Trust { certificates: vec![desk.take("one.pem")], ..Trust::default() };
        let signature = desk.cms(b"content", "two", &more);
        let found = opora_sign::verify_detached(b"content", &signature, &trust);
        assert_eq!(found.verdict, Verdict::Valid, "{bits} {set}: {:?}", found.reasons);
        assert_eq!(found.signatures[0].algorithm, format!("ГОСТ Р 34.10-2012, {bits} бит"));
        let other = opora_sign::verify_detached(b"Content", &signature, &trust);
        assert_eq!(other.verdict, Verdict::Modified, "{bits} {set}");
        let at = signature.len() - 10;
        let spoilt = opora_sign::verify_detached(b"content", &flip(&signature, at), &trust);
        assert_eq!(spoilt.verdict, Verdict::Modified, "{bits} {set}");
    }
}
