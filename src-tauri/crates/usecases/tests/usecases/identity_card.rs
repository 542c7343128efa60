//! Certificates, simple signatures, the program that signs for us, lists of the revoked: through the public calls.

use std::path::Path;
use std::process::Command;

use opora_usecases::write_file;
use serde_json::{Value, json};

use crate::support::{Desk, text};

const DAY: &str = "2024-12-20";

fn openssl(folder: &Path, line: &str) {
    let output = Command::new("openssl").args(line.split_whitespace()).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "openssl {line}\n{}", String::from_utf8_lossy(&output.stderr));
}

fn verdict(desk: &mut Desk, file: &Path) -> (String, String) {
    desk.will_pick_file(Some(file.to_owned()));
    let judged = desk.call("verify.pick", json!(null));
    (text(&judged["verdict"]), judged["reasons"].to_string())
}

#[test]
fn a_renewed_certificate_signs_and_the_old_one_verifies() {
    let mut desk = Desk::with_programme(DAY, "bogotol");
    let refusal = desk.refused("identity.renew", json!(null));
    assert!(refusal.message.contains("Обновлять нечего"), "{refusal:?}");
    let first = desk.call("identity.create", json!(null));
    let issued = desk.call("report.issue", json!({ "period": "2024-Q4", "number": "1" }));
    let card = desk.call("identity.list", json!(null))[0].clone();
    assert_eq!((&card["state"], &card["renewal_offered"]), (&json!("in_force"), &json!(false)));
    assert_eq!(card["signed"], 1);
    desk.restart("2027-12-01");
    let card = desk.call("identity.list", json!(null))[0].clone();
    assert_eq!((&card["state"], &card["renewal_offered"]), (&json!("expiring"), &json!(true)), "{card}");
    let second = desk.call("identity.renew", json!(null));
    assert_ne!(first["sha256"], second["sha256"]);
    let cards = desk.call("identity.list", json!(null));
    let states: Vec<&Value> = cards.as_array().unwrap().iter().map(|card| &card["state"]).collect();
    assert_eq!(states, ["in_force", "retired"]);
    let folder = tempfile::tempdir().unwrap();
    desk.will_pick_folder(Some(folder.path().to_owned()));
    let view = desk.call("journal.export", json!({ "ids": [issued["report"]["id"]], "package": false }));
    let file = folder.path().join(text(&view["files"][0]["name"]));
    assert_eq!(verdict(&mut desk, &file).0, "valid");
}

#[test]
fn an_expired_certificate_says_so() {
    let mut desk = Desk::school(DAY);
    desk.call("identity.create", json!(null));
    desk.restart("2028-01-15");
    let card = desk.call("identity.list", json!(null))[0].clone();
    assert_eq!(card["state"], "expired");
    assert!(text(&card["state_label"]).contains("срок истёк 20.12.2027"), "{card}");
}

#[test]
fn the_certificate_goes_out_as_text_and_as_bytes_of_the_same_certificate() {
    let mut desk = Desk::school(DAY);
    let folder = tempfile::tempdir().unwrap();
    desk.will_pick_folder(Some(folder.path().to_owned()));
    desk.refused("identity.export_cer", json!(null));
    desk.call("identity.create", json!(null));
    let pem = text(&desk.call("identity.export", json!(null)));
    let cer = text(&desk.call("identity.export_cer", json!(null)));
    std::fs::rename(folder.path().join(pem), folder.path().join("a.pem")).unwrap();
    std::fs::rename(folder.path().join(cer), folder.path().join("a.cer")).unwrap();
    openssl(folder.path(), "x509 -in a.pem -outform DER -out b.cer");
    let read = |name| std::fs::read(folder.path().join(name)).unwrap();
    assert_eq!(read("a.cer"), read("b.cer"));
}

#[test]
fn a_pin_is_set_replaced_and_taken_away() {
    let mut desk = Desk::school(DAY);
    for bad in ["123", "12a4", "1111", "1234567890123"] {
        let refusal = desk.refused("identity.set_pin", json!({ "role": "director", "pin": bad }));
        assert_eq!(refusal.details[0].place, "pin", "{bad}");
    }
    let pins = desk.call("identity.set_pin", json!({ "role": "director", "pin": "2580" }));
    assert_eq!((&pins[0]["set_on"], &pins[1]["set_on"]), (&json!(null), &json!(DAY)));
    assert_eq!(pins[1]["name"], "Иванова Ольга Петровна");
    assert!(!pins.to_string().contains("2580"), "the PIN is never given back");
    desk.refused("history.undo", json!(null));
    let pins = desk.call("identity.drop_pin", json!({ "role": "director" }));
    assert_eq!(pins[1]["set_on"], json!(null));
}

#[test]
fn a_signing_command_must_name_its_files_and_an_existing_program() {
    let mut desk = Desk::school(DAY);
    let save = |command: &str, seconds: i64| json!({ "command": command, "timeout_seconds": seconds });
    for (command, words) in [
        ("sign {out}", "нет {in}"),
        ("sign {in}", "нет {out}"),
        ("\"sign {in} {out}", "кавычка"),
        ("/нет/такой {in} {out}", "на этом компьютере нет"),
        ("\"/нет/такой программы\" {in} {out}", "на этом компьютере нет"),
    ] {
        let refusal = desk.refused("identity.save_settings", save(command, 60));
        assert!(refusal.details[0].message.contains(words), "{command}: {refusal:?}");
    }
    let refusal = desk.refused("identity.save_settings", save("", 0));
    assert_eq!(refusal.details[0].place, "timeout_seconds");
    desk.call("identity.save_settings", save("openssl cms -in {in} -out {out} -signer {cert}", 60));
    desk.restart(DAY);
    let kept = desk.call("identity.settings", json!(null));
    assert_eq!((&kept["timeout_seconds"], kept["examples"].as_array().unwrap().len()), (&json!(60), 3));
    assert!(text(&kept["command"]).starts_with("openssl"), "{kept}");
}

/// A centre that issues a certificate, signs nothing else but a list of the revoked, and has revoked it.
fn centre(folder: &Path) {
    let settings = "[req]\ndistinguished_name = dn\n[dn]\n[root]\nbasicConstraints = critical,CA:TRUE\n\
        keyUsage = critical,keyCertSign,cRLSign\n[leaf]\nkeyUsage = digitalSignature,nonRepudiation\n\
        [ca]\ndefault_ca = own\n[own]\ndatabase = index\ncrlnumber = number\ndefault_md = sha256\n\
        default_crl_days = 3000\ncertificate = ca.pem\nprivate_key = ca.key\n";
    write_file(&folder.join("c.cnf"), settings.as_bytes()).unwrap();
    write_file(&folder.join("index"), b"").unwrap();
    write_file(&folder.join("number"), b"01\n").unwrap();
    for line in [
        "req -config c.cnf -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 7000 -extensions root -subj /CN=Centre",
        "req -config c.cnf -new -newkey rsa:2048 -nodes -keyout d.key -out d.csr -subj /CN=Director",
        "x509 -req -in d.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 6000 -out d.pem -extfile c.cnf -extensions leaf",
        "ca -config c.cnf -gencrl -crl_lastupdate 20240101000000Z -crl_nextupdate 20400101000000Z -out clean.crl",
        "cms -sign -binary -cades -md sha256 -signer d.pem -inkey d.key -in p.pdf -outform DER -out p.pdf.sig",
        "ca -config c.cnf -revoke d.pem -crl_reason keyCompromise",
        "ca -config c.cnf -gencrl -out revoked.crl",
    ] {
        openssl(folder, line);
    }
}

#[test]
fn a_list_of_the_revoked_takes_the_trust_from_a_signer() {
    let mut desk = Desk::with_programme(DAY, "bogotol");
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| Some(folder.path().join(name));
    write_file(&folder.path().join("p.pdf"), b"%PDF-1.7\nany bytes").unwrap();
    centre(folder.path());
    let judged = |desk: &mut Desk| {
        desk.will_pick_file(path("p.pdf"));
        desk.call("verify.pick", json!(null));
        let judged = desk.call("verify.beside", json!(null));
        (text(&judged["verdict"]), judged["reasons"].to_string())
    };
    assert_eq!(judged(&mut desk).0, "valid_unknown_signer");
    desk.will_pick_file(path("ca.pem"));
    desk.call("verify.import", json!(null));
    let refusal = desk.refused("verify.import_crl", json!(null));
    assert!(refusal.message.contains("не список отозванных"), "{refusal:?}");
    assert_eq!(judged(&mut desk).0, "valid");
    desk.will_pick_file(path("clean.crl"));
    desk.call("verify.import_crl", json!(null));
    let (verdict, reasons) = judged(&mut desk);
    assert!(verdict == "valid" && reasons.contains("не отозван"), "{reasons}");
    desk.will_pick_file(path("revoked.crl"));
    let list = desk.call("verify.import_crl", json!(null)).clone();
    assert_eq!(desk.call("verify.import_crl", json!(null))["id"], list["id"], "a list is kept once");
    let (verdict, reasons) = judged(&mut desk);
    assert!(verdict == "valid_unknown_signer" && reasons.contains("отозван"), "{reasons}");
    assert_eq!(desk.call("verify.crls", json!(null)).as_array().unwrap().len(), 2);
    desk.call("verify.drop_crl", json!({ "id": list["id"] }));
    assert_eq!(judged(&mut desk).0, "valid");
}
