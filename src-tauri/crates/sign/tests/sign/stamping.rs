//! Time stamps without a network; `openssl ts` plays the authority.

use crate::common::desk::{Desk, words};
use crate::common::*;
use opora_sign::{
    Field, Identity, NextRequest, SignError, SignRequest, certificate_pem, sign, sign_detached, sign_next,
    timestamp, verify,
};

const FIELD: &str = "Подпись1";

/// The authority's own settings.
const TSA: &str = "[tsa_config]\nserial = serial\nsigner_cert = tsa.pem\ncerts = ca.pem\nsigner_key = tsa.key\n\
                   signer_digest = sha256\ndefault_policy = 1.2.3.4.1\ndigests = sha256\nclock_precision_digits = 3\n\
                   accuracy = secs:1\ness_cert_id_alg = sha256\n";

struct Authority {
    desk: Desk,
}

impl Authority {
    fn new() -> Authority {
        let desk = Desk::new();
        desk.issued("tsa", "rsa:2048", "tsa");
        desk.put("tsa.cnf", TSA.as_bytes());
        desk.put("serial", b"01\n");
        Authority { desk }
    }

    fn answer(&self, request: &[u8]) -> Vec<u8> {
        self.desk.put("request.tsq", request);
        self.desk
            .openssl("ts -reply -config tsa.cnf -section tsa_config -queryfile request.tsq -out answer.tsr");
        self.desk.take("answer.tsr")
    }
}

fn refusal(signed: &[u8], answer: &[u8]) -> SignError {
    timestamp::attach(signed, FIELD, answer).unwrap_err()
}

#[test]
fn stamp_changes_nothing_that_was_signed() {
    let authority = Authority::new();
    let signed = signed(&identity());
    let request = timestamp::request(&signed, FIELD).unwrap();
    assert!(request == timestamp::request(&signed, FIELD).unwrap(), "the same request again");
    let stamped = timestamp::attach(&signed, FIELD, &authority.answer(&request)).unwrap();
    assert_eq!(stamped.len(), signed.len());
    let (start, end) = contents(&signed);
    assert!(stamped[..start] == signed[..start] && stamped[end..] == signed[end..]);
    let found = verify(&stamped, &opora_sign::Trust::default());
    assert!(found.verdict.is_intact(), "{:?}", found.reasons);
}

#[test]
fn authority_sees_its_own_stamp_and_pyhanko_the_level_b_t() {
    let authority = Authority::new();
    let desk = &authority.desk;
    let certificate = desk.key("own", "rsa:2048");
    desk.openssl("pkcs12 -export -inkey own.key -in own.pem -out own.p12 -passout pass:1");
    let identity = Identity::from_pkcs12(&desk.take("own.p12"), "1").unwrap();
    let signed =
        sign(&report(), &identity, &SignRequest { signed_at: certificate.from, ..request() }).unwrap();
    let request = timestamp::request(&signed, FIELD).unwrap();
    let answer = authority.answer(&request);
    let line = "ts -verify -in answer.tsr -queryfile request.tsq -CAfile ca.pem -untrusted tsa.pem";
    let said = words(&desk.try_openssl(line));
    assert!(said.contains("Verification: OK"), "{said}");
    let stamped = timestamp::attach(&signed, FIELD, &answer).unwrap();
    let (_, said) = desk.pyhanko(&stamped, &["own", "ca"]);
    for phrase in ["backed by a time stamping authority", "TSA certificate is trusted", "judged VALID"] {
        assert!(said.contains(phrase), "«{phrase}» in\n{said}");
    }
    let said = desk.pdfsig(&stamped, &["own", "ca"]);
    assert!(said.contains("Signature is Valid."), "{said}");
    desk.qpdf(&stamped);
}

#[test]
fn bare_token_and_base64_of_the_answer_are_accepted() {
    let authority = Authority::new();
    let signed = signed(&identity());
    let answer = authority.answer(&timestamp::request(&signed, FIELD).unwrap());
    authority.desk.openssl("ts -reply -in answer.tsr -token_out -out token.der");
    authority.desk.openssl("base64 -in answer.tsr -out answer.txt");
    let stamped = timestamp::attach(&signed, FIELD, &answer).unwrap();
    for form in ["token.der", "answer.txt"] {
        assert!(timestamp::attach(&signed, FIELD, &authority.desk.take(form)).unwrap() == stamped);
    }
}

#[test]
fn detached_signature_is_stamped_too() {
    let authority = Authority::new();
    let identity = Identity::create(SIGNER, SCHOOL, start(), 15).unwrap();
    let signature = sign_detached(b"content", &identity, signed_at()).unwrap();
    let answer = authority.answer(&timestamp::request(&signature, "").unwrap());
    let stamped = timestamp::attach(&signature, "", &answer).unwrap();
    assert!(stamped.len() > signature.len());
    authority.desk.put("content.bin", b"content");
    authority.desk.put("content.sig", &stamped);
    authority.desk.put("own.pem", certificate_pem(&identity.certificate_der).as_bytes());
    let line = "cms -verify -binary -inform DER -in content.sig -content content.bin -CAfile own.pem -purpose any -out o";
    assert!(authority.desk.try_openssl(line).status.success());
    let printed = words(&authority.desk.try_openssl("cms -cmsout -print -noout -inform DER -in content.sig"));
    assert!(printed.contains("id-smime-aa-timeStampToken"), "{printed}");
}

#[test]
fn every_wrong_answer_is_refused_with_its_cause() {
    let authority = Authority::new();
    let signer = identity();
    let signed = signed(&signer);
    let request_bytes = timestamp::request(&signed, FIELD).unwrap();
    let answer = authority.answer(&request_bytes);
    for junk in [&b""[..], b"junk", b"\x30\x00", &answer[..answer.len() / 2], &signed] {
        assert!(matches!(refusal(&signed, junk), SignError::NotATimestamp));
    }
    let other = sign(&report(), &signer, &SignRequest { reason: "Другое", ..request() }).unwrap();
    assert!(matches!(refusal(&other, &answer), SignError::TimestampOfOther));
    let (_, end) = nonce(&request_bytes);
    assert!(matches!(
        refusal(
            &signed,
            &authority.answer(&overwrite(&request_bytes, end - 1, &[request_bytes[end - 1] ^ 1]))
        ),
        SignError::TimestampNonce
    ));
    let sha1 = authority.answer(&weaker(&authority));
    assert!(
        matches!(refusal(&signed, &sha1), SignError::TimestampRefused(words) if words.contains("контрольной суммы"))
    );
    let stamped = timestamp::attach(&signed, FIELD, &answer).unwrap();
    assert!(matches!(refusal(&stamped, &answer), SignError::AlreadyStamped));
    assert!(matches!(timestamp::request(&report(), FIELD), Err(SignError::NotASignature)));
    assert!(matches!(timestamp::request(&signed, "Нет такого"), Err(SignError::NoSuchField(_))));
}

/// The bytes of the nonce: the last INTEGER before `certReq`.
fn nonce(request: &[u8]) -> (usize, usize) {
    let end = request.len() - 3;
    (end - 8, end)
}

/// A request with a hash that the authority does not take.
fn weaker(authority: &Authority) -> Vec<u8> {
    authority.desk.put("any.bin", b"any");
    authority.desk.openssl("ts -query -data any.bin -sha512 -out weaker.tsq");
    authority.desk.take("weaker.tsq")
}

#[test]
fn only_the_last_signature_can_be_stamped() {
    let authority = Authority::new();
    let deputy = Identity::create(SIGNER, SCHOOL, start(), 15).unwrap();
    let director = Identity::create("Директор", SCHOOL, start(), 15).unwrap();
    let also = [Field { name: "Директор", page: 1, rect: [60.0, 60.0, 280.0, 130.0] }];
    let once = sign(&report(), &deputy, &SignRequest { also: &also, ..request() }).unwrap();
    let stamped =
        timestamp::attach(&once, FIELD, &authority.answer(&timestamp::request(&once, FIELD).unwrap()))
            .unwrap();
    let next =
        NextRequest { signed_at: signed_at(), reason: "", location: "", field_name: "Директор" };
    let twice = sign_next(&stamped, &director, &next).unwrap();
    assert!(matches!(timestamp::request(&twice, FIELD), Err(SignError::NotLastSignature(_))));
    let answer = authority.answer(&timestamp::request(&twice, "Директор").unwrap());
    let both = timestamp::attach(&twice, "Директор", &answer).unwrap();
    let found = verify(&both, &opora_sign::Trust::default());
    assert!(found.verdict.is_intact(), "{:?}", found.reasons);
    let stamps = found.signatures.iter().filter(|one| one.timestamp.is_some()).count();
    assert_eq!(stamps, 2);
}
