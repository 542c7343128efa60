//! Certificates come in files of many kinds; what is no certificate is named.

use crate::common::desk::Desk;
use opora_sign::{NoCertificate, read_certificates};

fn subjects(file: &[u8]) -> Vec<String> {
    read_certificates(file).unwrap().into_iter().map(|one| one.info.subject).collect()
}

#[test]
fn every_usual_file_gives_its_certificates() {
    let desk = Desk::new();
    desk.issued("leaf", "rsa:2048", "leaf");
    desk.openssl("x509 -in leaf.pem -outform DER -out leaf.cer");
    desk.openssl("crl2pkcs7 -nocrl -certfile leaf.pem -certfile ca.pem -outform DER -out both.p7b");
    desk.openssl("crl2pkcs7 -nocrl -certfile leaf.pem -certfile ca.pem -out both.pem.p7b");
    desk.openssl("base64 -in leaf.cer -out leaf.b64");
    let (leaf, ca) = ("Подписывающий-leaf", "Центр");
    let joined = [desk.take("ca.pem"), desk.take("leaf.pem"), desk.take("ca.pem")].concat();
    desk.put("joined.pem", &joined);
    for (file, expected) in [
        ("leaf.pem", vec![leaf]),
        ("leaf.cer", vec![leaf]),
        ("leaf.b64", vec![leaf]),
        ("both.p7b", vec![leaf, ca]),
        ("both.pem.p7b", vec![leaf, ca]),
        ("joined.pem", vec![ca, leaf]),
    ] {
        let mut found = subjects(&desk.take(file));
        if file.ends_with("p7b") {
            found.sort_by_key(|name| *name != leaf);
        }
        assert_eq!(found, expected, "{file}");
    }
    let found = read_certificates(&joined).unwrap();
    assert_eq!(found.iter().map(|one| one.is_authority).collect::<Vec<_>>(), [true, false]);
}

#[test]
fn what_is_no_certificate_is_named() {
    let desk = Desk::new();
    desk.key("own", "rsa:2048");
    desk.openssl("pkcs12 -export -inkey own.key -in own.pem -out own.p12 -passout pass:1");
    desk.openssl("req -config req.cnf -new -key own.key -out own.csr -subj /CN=Некто -utf8");
    let pem = desk.take("own.pem");
    let damaged = String::from_utf8(pem.clone()).unwrap().replacen("MII", "MJJ", 1).into_bytes();
    for (name, file, expected) in [
        ("key", desk.take("own.key"), NoCertificate::PrivateKey),
        ("key and certificate", [desk.take("own.key"), pem.clone()].concat(), NoCertificate::PrivateKey),
        ("p12", desk.take("own.p12"), NoCertificate::PrivateKey),
        ("request", desk.take("own.csr"), NoCertificate::Request),
        ("damaged", damaged, NoCertificate::Damaged),
        ("cut", pem[..pem.len() / 2].to_vec(), NoCertificate::Damaged),
        (
            "one good, one damaged",
            [pem.clone(), b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n".to_vec()]
                .concat(),
            NoCertificate::Damaged,
        ),
        ("text", b"hello".to_vec(), NoCertificate::Other),
        ("empty", Vec::new(), NoCertificate::Other),
        ("pdf", b"%PDF-1.7".to_vec(), NoCertificate::Other),
    ] {
        assert_eq!(read_certificates(&file).unwrap_err(), expected, "{name}");
    }
}
