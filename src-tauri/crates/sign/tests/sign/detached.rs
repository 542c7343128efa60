//! Signatures beside a file.

use crate::common::desk::{Desk, words};
use crate::common::*;
use opora_sign::{Identity, SignError, accept_detached, certificate_pem, sign_detached};

fn p12(desk: &Desk, name: &str, kind: &str) -> Identity {
    desk.key(name, kind);
    desk.openssl(&format!("pkcs12 -export -inkey {name}.key -in {name}.pem -out {name}.p12 -passout pass:1"));
    Identity::from_pkcs12(&desk.take(&format!("{name}.p12")), "1").unwrap()
}

#[test]
fn openssl_accepts_the_signature_and_its_attributes() {
    let desk = Desk::new();
    let own = Identity::create(SIGNER, SCHOOL, start(), 15).unwrap();
    desk.put("content.bin", b"any bytes \r\n at all");
    for identity in [own, p12(&desk, "rsa", "rsa:2048")] {
        let moment = identity.certificate().not_before.fixed_offset();
        let signature = sign_detached(&desk.take("content.bin"), &identity, moment).unwrap();
        assert!(signature == sign_detached(&desk.take("content.bin"), &identity, moment).unwrap());
        desk.put("content.sig", &signature);
        desk.put("trusted.pem", certificate_pem(&identity.certificate_der).as_bytes());
        let line = "cms -verify -binary -inform DER -in content.sig -content content.bin -CAfile trusted.pem \
                    -purpose any -cades -out out.bin";
        let said = words(&desk.try_openssl(line));
        assert!(said.contains("CAdES Verification successful"), "{said}");
        let printed = words(&desk.try_openssl("cms -cmsout -print -noout -inform DER -in content.sig"));
        for attribute in ["signingTime", "id-smime-aa-signingCertificateV2", "contentType", "messageDigest"] {
            assert!(printed.contains(attribute), "{attribute} in\n{printed}");
        }
        desk.put("content.bin", b"any bytes \r\n at alL");
        assert!(!desk.try_openssl(line).status.success(), "other bytes");
        desk.put("content.bin", b"any bytes \r\n at all");
    }
}

#[test]
fn signature_of_another_program_beside_a_file_is_checked() {
    let desk = Desk::new();
    let certificate = desk.key("gost", "gost2012_256 -pkeyopt paramset:A");
    desk.put("content.bin", b"the report");
    desk.openssl(
        "cms -sign -binary -in content.bin -outform DER -md md_gost12_256 -signer gost.pem -inkey gost.key -cades \
         -nosmimecap -out content.sig",
    );
    let signature = desk.take("content.sig");
    assert!(accept_detached(b"the report", &signature, &certificate.der).unwrap() == signature);
    let other = accept_detached(b"the reporT", &signature, &certificate.der);
    assert!(matches!(other, Err(SignError::OtherFile)));
}

#[test]
fn detached_signing_refuses_an_expired_certificate() {
    let identity = identity();
    let late = identity.certificate().not_after.fixed_offset() + chrono::Duration::seconds(1);
    assert!(matches!(sign_detached(b"x", &identity, late), Err(SignError::Expired(_))));
}
