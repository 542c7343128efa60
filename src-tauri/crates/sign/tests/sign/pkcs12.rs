//! Keys from `.p12` files that OpenSSL made, modern and legacy.

use crate::common::desk::{Desk, words};
use crate::common::*;
use opora_sign::{Identity, SignError, SignRequest, Trust, Verdict, sign, verify};

const MODERN: &str = "";
const LEGACY: &str = "-legacy";
const TRIPLE_DES: &str = "-keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1";
const RSA: &str = "rsa:2048";
const P256: &str = "ec -pkeyopt ec_paramgen_curve:P-256";

/// The `.p12` of `{name}.key`, with whatever else `arguments` say.
fn p12(desk: &Desk, name: &str, arguments: &str, password: &str) -> Vec<u8> {
    desk.put("password", format!("{password}\n").as_bytes());
    desk.openssl(&format!(
        "pkcs12 -export -inkey {name}.key -in {name}.pem -out {name}.p12 -passout file:password {arguments}"
    ));
    desk.take(&format!("{name}.p12"))
}

fn refusal(bytes: &[u8], password: &str) -> SignError {
    Identity::from_pkcs12(bytes, password).err().expect("a refusal")
}

#[test]
fn keys_of_every_usual_form_sign() {
    let desk = Desk::new();
    let table = [
        ("a", RSA, MODERN, "пароль Ёлки"),
        ("b", RSA, LEGACY, "пароль Ёлки"),
        ("c", P256, MODERN, ""),
        ("d", P256, LEGACY, ""),
        ("e", "rsa:4096", TRIPLE_DES, "secret"),
        ("f", P256, "-certpbe NONE -keypbe AES-128-CBC -macalg sha512", "x"),
    ];
    for (name, kind, arguments, password) in table {
        let certificate = desk.key(name, kind);
        let identity = Identity::from_pkcs12(&p12(&desk, name, arguments, password), password).unwrap();
        assert_eq!(identity.certificate().subject, format!("Подписывающий-{name}"));
        let request = SignRequest { signed_at: certificate.from, ..request() };
        let signed = sign(&report(), &identity, &request).unwrap();
        let found = verify(&signed, &Trust { certificates: vec![certificate.der], ..Trust::default() });
        assert_eq!(found.verdict, Verdict::Valid, "{name}: {:?}", found.reasons);
        assert!(signed == sign(&report(), &identity, &request).unwrap(), "{name}: no chance in signing");
        let again = Identity::from_parts(&identity.certificate_der, &identity.key_pkcs8_der()).unwrap();
        assert!(signed == sign(&report(), &again, &request).unwrap(), "{name}: survives storage");
    }
}

/// OpenSSL before 1.1 put each byte of the UTF-8 password into a character of its own.
#[test]
fn password_of_an_old_program_fits() {
    let desk = Desk::new();
    desk.key("old", P256);
    let spread: String = "пароль".bytes().map(char::from).collect();
    assert!(Identity::from_pkcs12(&p12(&desk, "old", LEGACY, &spread), "пароль").is_ok());
}

#[test]
fn certificate_of_the_key_is_chosen_and_its_issuers_go_along() {
    let desk = Desk::new();
    let own = desk.issued("own", RSA, "leaf");
    desk.key("stranger", P256);
    let both = [desk.take("stranger.pem"), desk.take("ca.pem")].concat();
    desk.put("others.pem", &both);
    let identity = Identity::from_pkcs12(&p12(&desk, "own", "-certfile others.pem", "1"), "1").unwrap();
    assert!(identity.certificate_der == own.der);
    let authority = desk.certificate("ca").der;
    assert!(identity.chain == [authority.clone()], "the issuer, and not the stranger");
    let signed = sign(&report(), &identity, &SignRequest { signed_at: own.from, ..request() }).unwrap();
    let found = verify(&signed, &Trust { certificates: vec![authority], ..Trust::default() });
    assert_eq!(found.verdict, Verdict::Valid, "{:?}", found.reasons);
    let said = desk.pdfsig(&signed, &["ca"]);
    for words in ["Signature is Valid.", "Certificate is Trusted.", "Total document signed"] {
        assert!(said.contains(words), "{said}");
    }
    let (valid, said) = desk.pyhanko(&signed, &["ca"]);
    assert!(valid && said.contains("The signature is judged VALID."), "{said}");
}

#[test]
fn every_refusal_has_its_cause() {
    let desk = Desk::new();
    desk.key("own", P256);
    let good = p12(&desk, "own", MODERN, "верный");
    for bytes in [&good, &p12(&desk, "own", LEGACY, "верный")] {
        for wrong in ["неверный", ""] {
            assert!(matches!(refusal(bytes, wrong), SignError::WrongPassword));
        }
    }
    for junk in [&b""[..], b"junk", b"\x30\x03\x02\x01\x05", &good[..good.len() / 2]] {
        assert!(matches!(refusal(junk, ""), SignError::NotPkcs12));
    }
    desk.openssl("pkcs12 -export -nokeys -in own.pem -out only.p12 -passout pass:1");
    assert!(matches!(refusal(&desk.take("only.p12"), "1"), SignError::NoKey));
    assert!(matches!(refusal(&p12(&desk, "own", "-nocerts", "1"), "1"), SignError::NoCertificateOfKey));
    desk.key("p384", "ec -pkeyopt ec_paramgen_curve:P-384");
    assert!(matches!(refusal(&p12(&desk, "p384", MODERN, "1"), "1"), SignError::OtherCurve));
    desk.key("short", "rsa:1024");
    assert!(matches!(refusal(&p12(&desk, "short", MODERN, "1"), "1"), SignError::RsaLength(1024)));
    desk.key("edwards", "ed25519");
    assert!(matches!(refusal(&p12(&desk, "edwards", MODERN, "1"), "1"), SignError::UnknownKey));
    desk.key("gost", "gost2012_256 -pkeyopt paramset:A");
    for cipher in ["", "-keypbe gost89 -certpbe gost89 -macalg md_gost12_256"] {
        assert!(matches!(refusal(&p12(&desk, "gost", cipher, "1"), "1"), SignError::GostKey));
    }
}

#[test]
fn expired_key_opens_and_does_not_sign() {
    let desk = Desk::new();
    let certificate = desk.key("own", P256);
    let identity = Identity::from_pkcs12(&p12(&desk, "own", MODERN, "1"), "1").unwrap();
    let late = certificate.from + chrono::Duration::days(7001);
    assert!(identity.check_at(certificate.from.to_utc()).is_ok());
    assert!(matches!(identity.check_at(late.to_utc()), Err(SignError::Expired(_))));
    let refused = sign(&report(), &identity, &SignRequest { signed_at: late, ..request() });
    assert!(matches!(refused, Err(SignError::Expired(_))));
}

#[test]
fn certificate_request_is_accepted_by_openssl() {
    let desk = Desk::new();
    desk.key("rsa", RSA);
    let school = identity();
    let rsa = Identity::from_pkcs12(&p12(&desk, "rsa", MODERN, "1"), "1").unwrap();
    for identity in [school, rsa] {
        desk.put("request.der", &identity.certificate_request().unwrap());
        let said = words(&desk.try_openssl(
            "req -config req.cnf -verify -inform DER -in request.der -noout -subject -nameopt utf8",
        ));
        assert!(said.contains("verify OK") && said.contains(&identity.certificate().subject), "{said}");
    }
}

#[test]
fn a_key_written_to_a_file_opens_here_and_in_openssl() {
    let desk = Desk::new();
    let now = chrono::DateTime::from_timestamp(1_734_000_000, 0).unwrap();
    let made = Identity::create("Иванова Ольга Петровна", "МБОУ «Ёлкинская СОШ»", now, 3).unwrap();
    let file = made.to_pkcs12("пароль Ёлки").unwrap();
    let read = Identity::from_pkcs12(&file, "пароль Ёлки").unwrap();
    assert_eq!(read.certificate_der, made.certificate_der);
    assert_eq!(*read.key_pkcs8_der(), *made.key_pkcs8_der());
    assert!(matches!(refusal(&file, "пароль Елки"), SignError::WrongPassword));
    desk.put("made.p12", &file);
    desk.put("password", "пароль Ёлки\n".as_bytes());
    desk.openssl("pkcs12 -in made.p12 -passin file:password -nokeys -out made.pem");
    assert_eq!(opora_sign::read_certificate(&desk.take("made.pem")).unwrap().0, made.certificate_der);
}
