//! Signatures that other programs make with keys we never see: GOST above all, played by OpenSSL's engine.

use crate::common::desk::{Certificate, Desk, words};
use crate::common::*;
use opora_sign::{
    Field, Identity, NextRequest, SignError, SignRequest, Trust, Verdict, container, embed, prepare,
    prepare_next, sign, signed_attributes, to_be_signed, verify,
};

const GOST_256: [&str; 2] = ["gost2012_256 -pkeyopt paramset:A", "md_gost12_256"];
const GOST_512: [&str; 2] = ["gost2012_512 -pkeyopt paramset:A", "md_gost12_512"];
const RSA: [&str; 2] = ["rsa:2048", "sha256"];
const P256: [&str; 2] = ["ec -pkeyopt ec_paramgen_curve:P-256", "sha256"];
const P384: [&str; 2] = ["ec -pkeyopt ec_paramgen_curve:P-384", "sha384"];

/// A signer's desk: a key, and the report prepared for it with the file to hand over.
struct Outside {
    desk: Desk,
    certificate: Certificate,
    prepared: Vec<u8>,
    digest: &'static str,
}

impl Outside {
    fn new([kind, digest]: [&'static str; 2]) -> Outside {
        let desk = Desk::new();
        let name = if digest.contains("gost") { "gost" } else { "signer" };
        let made = desk.key(name, kind);
        for extension in ["key", "pem"] {
            desk.put(&format!("own.{extension}"), &desk.take(&format!("{name}.{extension}")));
        }
        let request = SignRequest { signed_at: made.from, ..request() };
        let prepared = prepare(&report(), &made.der, &request).unwrap();
        desk.put("tbs.bin", &to_be_signed(&prepared).unwrap());
        Outside { desk, certificate: made, prepared, digest }
    }

    /// The whole container by the other program.
    fn cms(&self, arguments: &str) -> Vec<u8> {
        let digest = self.digest;
        self.desk.openssl(&format!(
            "cms -sign -binary -in tbs.bin -outform DER -md {digest} -signer own.pem -inkey own.key -cades \
             -nosmimecap -out own.cms {arguments}"
        ));
        self.desk.take("own.cms")
    }

    /// Only the bare signature of our attributes by the other program.
    fn raw(&self, attributes: &[u8]) -> Vec<u8> {
        self.desk.put("attributes.der", attributes);
        self.desk.openssl(&format!("dgst -{} -sign own.key -out raw.sig attributes.der", self.digest));
        self.desk.take("raw.sig")
    }

    fn embed(&self, cms: &[u8]) -> Result<Vec<u8>, SignError> {
        embed(&self.prepared, cms, &self.certificate.der)
    }

    fn judge(&self, signed: &[u8]) {
        let trust = Trust { certificates: vec![self.certificate.der.clone()], ..Trust::default() };
        let found = verify(signed, &trust);
        assert_eq!(found.verdict, Verdict::Valid, "{:?}", found.reasons);
        let spoilt = overwrite(signed, find(signed, "0 0 1 rg").max(20), b"1");
        assert_eq!(verify(&spoilt, &trust).verdict, Verdict::Modified);
    }

    /// OpenSSL's word on a container over the bytes handed over.
    fn openssl_agrees(&self, cms: &[u8]) {
        self.desk.put("judged.cms", cms);
        let line = "cms -verify -binary -inform DER -in judged.cms -content tbs.bin -CAfile own.pem -purpose any \
                    -out out.bin";
        let engine = if self.digest.contains("gost") { " -engine gost" } else { "" };
        let output = self.desk.try_openssl(&format!("{line}{engine}"));
        assert!(words(&output).contains("CMS Verification successful"), "{}", words(&output));
    }
}

#[test]
fn whole_container_of_another_program_is_embedded() {
    for kind in [GOST_256, GOST_512, RSA, P256, P384] {
        let outside = Outside::new(kind);
        let cms = outside.cms("");
        let signed = outside.embed(&cms).unwrap();
        outside.judge(&signed);
        assert!(signed.len() == outside.prepared.len(), "only the hole was filled");
    }
}

#[test]
fn bare_signature_of_the_attributes_becomes_a_container() {
    for kind in [GOST_256, GOST_512, RSA, P256, P384] {
        let outside = Outside::new(kind);
        let attributes = signed_attributes(&outside.prepared, &outside.certificate.der).unwrap();
        let raw = outside.raw(&attributes);
        let cms = container(&attributes, &raw, &outside.certificate.der, &[]).unwrap();
        outside.openssl_agrees(&cms);
        outside.judge(&outside.embed(&cms).unwrap());
        let wrong = container(&attributes, &[1; 64], &outside.certificate.der, &[]);
        assert!(matches!(wrong, Err(SignError::BadSignature(_))));
    }
}

/// CryptoAPI gives the number out with the last byte first.
#[test]
fn gost_signature_back_to_front_is_turned() {
    let outside = Outside::new(GOST_256);
    let attributes = signed_attributes(&outside.prepared, &outside.certificate.der).unwrap();
    let mut raw = outside.raw(&attributes);
    raw.reverse();
    let cms = container(&attributes, &raw, &outside.certificate.der, &[]).unwrap();
    outside.judge(&outside.embed(&cms).unwrap());
}

#[test]
fn every_form_of_a_container_is_accepted() {
    let outside = Outside::new(P256);
    let der = outside.cms("");
    outside.desk.openssl("cms -cmsout -inform DER -in own.cms -outform PEM -out own.sig");
    let pem = outside.desk.take("own.sig");
    let text = String::from_utf8(pem.clone()).unwrap();
    let bare: String = text.lines().filter(|line| !line.starts_with('-')).collect();
    let signed = outside.embed(&der).unwrap();
    let ber = [&[0x30, 0x80], &der[4..], &[0, 0]].concat(); // the outer length left open
    for form in [pem, text.replace('\n', "\r\n").into_bytes(), bare.into_bytes(), ber] {
        assert!(outside.embed(&form).unwrap() == signed);
    }
}

#[test]
fn certificate_left_out_is_put_in() {
    let outside = Outside::new(GOST_256);
    outside.judge(&outside.embed(&outside.cms("-nocerts")).unwrap());
}

#[test]
fn every_wrong_container_is_refused_with_its_cause() {
    let outside = Outside::new(P256);
    let good = outside.cms("");
    let refusal = |cms: &[u8]| outside.embed(cms).unwrap_err();
    for junk in [&b""[..], b"junk", b"\x30\x00", &good[..good.len() / 2], b"bm90IGEgc2lnbmF0dXJl"] {
        assert!(matches!(refusal(junk), SignError::NotASignature));
    }
    for attached in ["-nodetach", "-stream"] {
        assert!(matches!(refusal(&outside.cms(attached)), SignError::AttachedSignature));
    }
    let mut broken = good.clone();
    let last = broken.len() - 5;
    broken[last] ^= 1;
    assert!(matches!(refusal(&broken), SignError::BadSignature(_)));
    outside.desk.openssl(
        "cms -sign -binary -in tbs.bin -outform DER -signer own.pem -inkey own.key -noattr -out no.cms",
    );
    assert!(matches!(refusal(&outside.desk.take("no.cms")), SignError::BadSignature(_)));
    outside
        .desk
        .openssl("cms -sign -binary -in tbs.bin -outform DER -signer own.pem -inkey own.key -out no.cms");
    assert!(matches!(refusal(&outside.desk.take("no.cms")), SignError::BadSignature(_)));

    outside.desk.put("tbs.bin", b"another file");
    assert!(matches!(refusal(&outside.cms("")), SignError::OtherFile));
    outside.desk.put("tbs.bin", &to_be_signed(&outside.prepared).unwrap());
    outside.desk.key("stranger", RSA[0]);
    outside.desk.openssl(
        "cms -sign -binary -in tbs.bin -outform DER -signer stranger.pem -inkey stranger.key -cades -out s.cms",
    );
    let other = refusal(&outside.desk.take("s.cms"));
    assert!(matches!(other, SignError::OtherSigner(who) if who == "Подписывающий-stranger"));
}

#[test]
fn container_longer_than_its_place_is_refused() {
    let outside = Outside::new(P256);
    outside.desk.key("c", "rsa:2048");
    let many: Vec<u8> = (0..48)
        .flat_map(|number| {
            outside.desk.openssl(&format!(
                "req -config req.cnf -x509 -key c.key -out one.pem -days 10 -subj /CN=c{number}"
            ));
            outside.desk.take("one.pem")
        })
        .collect();
    outside.desk.put("many.pem", &many);
    let refused = outside.embed(&outside.cms("-certfile many.pem")).unwrap_err();
    assert!(matches!(refused, SignError::TooLong(length, 32767) if length > 32767), "{refused}");
}

#[test]
fn only_a_prepared_document_takes_a_signature() {
    let outside = Outside::new(P256);
    let signed = outside.embed(&outside.cms("")).unwrap();
    for pdf in [&report()[..], b"", b"%PDF-1.7\n", &signed, &outside.prepared[1..]] {
        assert!(matches!(to_be_signed(pdf), Err(SignError::NotPrepared)));
        let refused = embed(pdf, &outside.cms(""), &outside.certificate.der);
        assert!(matches!(refused, Err(SignError::NotPrepared)));
    }
}

/// The deputy with the school's own key, the director with a qualified one.
#[test]
fn own_key_and_gost_sign_one_file() {
    let mut outside = Outside::new(GOST_512);
    let deputy = Identity::create(SIGNER, SCHOOL, start(), 15).unwrap();
    let waiting = [Field { name: "Директор", page: 1, rect: [60.0, 60.0, 280.0, 130.0] }];
    let once = sign(&report(), &deputy, &SignRequest { also: &waiting, ..request() }).unwrap();
    let next = NextRequest {
        signed_at: outside.certificate.from,
        reason: "Утверждаю",
        location: "",
        field_name: "Директор",
    };
    outside.prepared = prepare_next(&once, &outside.certificate.der, &next).unwrap();
    outside.desk.put("tbs.bin", &to_be_signed(&outside.prepared).unwrap());
    let twice = outside.embed(&outside.cms("")).unwrap();
    let certificates = vec![deputy.certificate_der.clone(), outside.certificate.der.clone()];
    let found = verify(&twice, &Trust { certificates, ..Trust::default() });
    assert_eq!(found.verdict, Verdict::Valid, "{:?}", found.reasons);
    assert_eq!(found.signatures.len(), 2);
}
