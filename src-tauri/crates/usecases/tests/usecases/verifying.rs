//! Verifying as the window does it: many files, signatures beside, certificates shown before they are trusted.

use std::path::Path;

use chrono::{DateTime, FixedOffset, Utc};
use opora_sign::{Identity, certificate_pem, sign_detached};
use serde_json::{Value, json};

use crate::support::{Desk, text};

const DAY: &str = "2024-12-20";

fn signer(name: &str) -> Identity {
    let from: DateTime<Utc> = "2024-09-01T00:00:00Z".parse().unwrap();
    Identity::create(name, "МБОУ «Школа № 5»", from, 1).unwrap()
}

fn beside(file: &[u8], identity: &Identity) -> Vec<u8> {
    let at: DateTime<FixedOffset> = "2024-12-19T10:00:00+07:00".parse().unwrap();
    sign_detached(file, identity, at).unwrap()
}

fn put(folder: &Path, name: &str, bytes: &[u8]) {
    opora_exchange::write_file(&folder.join(name), bytes).unwrap();
}

#[test]
fn every_document_of_a_folder_gets_its_verdict_by_itself() {
    let mut desk = Desk::school(DAY);
    let folder = tempfile::tempdir().unwrap();
    let identity = signer("Ёлкина Мария Петровна");
    let order = b"order".to_vec();
    put(folder.path(), "bare.pdf", b"%PDF-1.7 nothing");
    put(folder.path(), "order.docx", &order);
    put(folder.path(), "order.docx.sig", &beside(&order, &identity));
    put(folder.path(), "letter.pdf", b"%PDF-1.7 changed later");
    put(folder.path(), "letter.sig", &beside(b"%PDF-1.7 letter", &identity));
    put(folder.path(), "lonely.pdf.sig", b"-");
    put(folder.path(), "notes.txt", b"-");
    desk.will_pick_folder(Some(folder.path().to_owned()));
    let list = desk.call("verify.folder", json!(null));
    let files: Vec<&Value> = list["files"].as_array().unwrap().iter().map(|file| &file["file"]).collect();
    assert_eq!(files, ["bare.pdf", "letter.pdf", "lonely.pdf.sig", "order.docx"]);
    let rows: Vec<Value> = list["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| desk.call("verify.row", json!({ "token": file["token"] })))
        .collect();
    let verdicts: Vec<&Value> = rows.iter().map(|row| &row["verdict"]).collect();
    assert_eq!(
        verdicts,
        [&json!("not_signed"), &json!("modified"), &json!(null), &json!("valid_unknown_signer")]
    );
    assert!(text(&rows[2]["reason"]).contains("документа с таким именем рядом нет"), "{}", rows[2]);
    assert_eq!(
        (&rows[3]["signers"], &rows[3]["detached"]),
        (&json!(["Ёлкина Мария Петровна"]), &json!(true))
    );
    assert!(text(&rows[3]["signed_at"]).starts_with("19.12.2024 03:00"), "{}", rows[3]);
    let opened = desk.call("verify.open", json!({ "token": rows[3]["token"] }));
    assert_eq!((&opened["detached"], &opened["can_trust"]), (&json!("order.docx.sig"), &json!(true)));
    desk.call("verify.trust", json!(null));
    assert_eq!(desk.call("verify.row", json!({ "token": rows[3]["token"] }))["verdict"], "valid");
}

#[test]
fn chosen_signatures_stand_for_their_documents() {
    let mut desk = Desk::school(DAY);
    let folder = tempfile::tempdir().unwrap();
    let identity = signer("Ёлкина Мария Петровна");
    put(folder.path(), "a.docx", b"a");
    put(folder.path(), "a.docx.sig", &beside(b"a", &identity));
    desk.will_pick_file(Some(folder.path().join("a.docx.sig")));
    let list = desk.call("verify.pick_files", json!(null));
    assert_eq!(list["files"].as_array().unwrap().len(), 1);
    assert_eq!(list["files"][0]["file"], "a.docx");
    let view = desk.call("verify.open", json!({ "token": list["files"][0]["token"] }));
    assert_eq!(view["verdict"], "valid_unknown_signer");
    desk.will_pick_file(None);
    assert_eq!(desk.call("verify.pick_files", json!(null)), json!(null));
}

#[test]
fn certificates_are_shown_before_they_are_trusted() {
    let mut desk = Desk::school(DAY);
    let folder = tempfile::tempdir().unwrap();
    let [one, two] = ["Ёлкина Мария Петровна", "Директор Пётр Петрович"].map(signer);
    put(folder.path(), "1.cer", &one.certificate_der);
    let both = certificate_pem(&one.certificate_der) + &certificate_pem(&two.certificate_der);
    put(folder.path(), "2.pem", both.as_bytes());
    put(folder.path(), "3.crt", b"nothing of the kind");
    put(folder.path(), "4.pem", b"-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n");
    desk.will_pick_file(Some(folder.path().to_owned()));
    let offers = desk.call("verify.look_certificates", json!(null));
    let shown = offers["certificates"].as_array().unwrap();
    let owners: Vec<&Value> = shown.iter().map(|offer| &offer["certificate"]["owner"]).collect();
    assert_eq!(owners, ["Ёлкина Мария Петровна", "Директор Пётр Петрович"], "each once");
    assert_eq!(shown[0]["issuer"], "выпущен самим владельцем");
    assert_eq!((&shown[0]["file"], &shown[0]["trusted"]), (&json!("1.cer"), &json!(false)));
    let refused = offers["refused"].as_array().unwrap();
    let reasons: Vec<String> = refused.iter().map(|file| text(&file["reason"])).collect();
    assert!(reasons[0].contains("нет сертификата") && reasons[1].contains("закрытый ключ"), "{reasons:?}");
    assert_eq!(desk.call("verify.trusted", json!(null)), json!([]), "showing trusts nothing");

    let sha256 = two.certificate().sha256;
    desk.refused("verify.trust_certificates", json!({ "sha256": ["00"] }));
    let trusted = desk.call("verify.trust_certificates", json!({ "sha256": [sha256] }));
    assert_eq!(trusted[0]["title"], "Директор Пётр Петрович, МБОУ «Школа № 5»");
    let again = desk.call("verify.look_certificates", json!(null));
    assert_eq!(again["certificates"][1]["trusted"], json!(true));
    let none = desk.call("verify.trust_certificates", json!({ "sha256": [sha256] }));
    assert_eq!(none, json!([]), "trusted once");
    desk.call("history.undo", json!(null));
    assert_eq!(desk.call("verify.trusted", json!(null)), json!([]));
}
