//! Certificates, simple signatures, the program that signs for us, lists of the revoked: through the public calls.

use std::path::Path;
use std::process::Command;

use opora_usecases::{ApiError, write_file};
use serde_json::{Value, json};

use crate::support::{Desk, plain, school_card, text};

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
    let issued = desk.issue_quarter("2024-Q4", "1");
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
fn a_director_keeps_her_key_in_a_file_and_signs_with_it() {
    let mut desk = Desk::with_programme(DAY, "bogotol");
    desk.call("identity.create", json!(null));
    let folder = tempfile::tempdir().unwrap();
    desk.will_pick_folder(Some(folder.path().to_owned()));
    let short = desk.refused("identity.create_key_file", json!({ "password": "1234567" }));
    assert_eq!(short.details[0].place, "password");
    let made = desk.call("identity.create_key_file", json!({ "password": "ключ директора" }));
    let key = folder.path().join(text(&made["key_file"]));
    let cards = desk.call("identity.list", json!(null));
    let posts: Vec<&Value> = cards.as_array().unwrap().iter().map(|card| &card["post"]).collect();
    assert_eq!(posts, ["Заместитель директора", "Директор"]);
    assert!(cards.as_array().unwrap().iter().all(|card| card["state"] == "in_force"), "{cards}");
    assert!(text(&cards[1]["place"]).contains("в файле .p12"), "{cards}");
    let owner = text(&desk.call("identity.get", json!(null))["owner"]);
    assert_eq!(owner, "Петрова Анна Сергеевна", "the deputy's key goes on signing");

    desk.will_pick_file(Some(key));
    let picked = desk.call("issue.pick_key", json!(null));
    let signer = json!({ "role": "director", "way": "pkcs12", "key_token": picked["token"], "password": "ключ директора" });
    let document = json!({ "kind": "fingerprint_act", "subject": cards[1]["id"] });
    let issue = json!({ "document": document, "number": "1", "date": DAY, "signers": [signer] });
    let issued = desk.call("issue.sign", issue)["issued"].clone();
    assert!(text(&issued["report"]["title"]).contains("Иванова Ольга Петровна"), "{issued}");
    let view = desk.call("journal.export", json!({ "ids": [issued["report"]["id"]], "package": false }));
    let file = folder.path().join(text(&view["files"][0]["name"]));
    assert_eq!(verdict(&mut desk, &file).0, "valid", "the school trusts its director's certificate");
}

#[test]
fn a_certificate_of_a_former_deputy_says_that_a_new_one_is_needed() {
    let mut desk = Desk::school(DAY);
    desk.call("identity.create", json!(null));
    let mut card = school_card();
    card["deputy"] = json!("Сидорова Елена Павловна");
    desk.call("school.save", card);
    let card = desk.call("identity.list", json!(null))[0].clone();
    assert_eq!((&card["state"], &card["renewal_offered"]), (&json!("other_owner"), &json!(true)));
    assert!(text(&card["state_label"]).contains("Сидорова Елена Павловна"), "{card}");
    desk.call("identity.renew", json!(null));
    assert_eq!(desk.call("identity.list", json!(null))[0]["state"], "in_force");
}

#[test]
fn a_pin_is_set_replaced_and_taken_away() {
    let mut desk = Desk::school(DAY);
    for bad in ["123", "12a4", "1111", "1234567890123"] {
        let refusal = desk.refused("identity.set_pin", json!({ "role": "director", "pin": bad }));
        assert_eq!(refusal.details[0].place, "pin", "{bad}");
    }
    let pins = desk.call("identity.set_pin", json!({ "role": "director", "pin": "2580" }));
    assert_eq!((&pins["people"][0]["set_on"], &pins["people"][1]["set_on"]), (&json!(null), &json!(DAY)));
    assert_eq!(pins["people"][1]["name"], "Иванова Ольга Петровна");
    assert_eq!(pins["people"][1]["state_label"], "с 20.12.2024");
    assert!(!pins.to_string().contains("2580"), "the PIN is never given back");
    desk.refused("history.undo", json!(null));
    let pins = desk.call("identity.drop_pin", json!({ "role": "director" }));
    assert_eq!(pins["people"][1]["set_on"], json!(null));
}

#[test]
fn a_pin_of_a_former_director_signs_nothing() {
    let mut desk = Desk::with_programme(DAY, "bogotol");
    desk.call("identity.set_pin", json!({ "role": "director", "pin": "2580" }));
    let mut card = school_card();
    card["director"] = json!("Сидорова Елена Павловна");
    desk.call("school.save", card);
    let pin = desk.call("identity.pins", json!(null))["people"][1].clone();
    assert_eq!((&pin["ready"], &pin["other_owner"]), (&json!(false), &json!(true)));
    assert!(text(&pin["state_label"]).contains("Иванова Ольга Петровна"), "{pin}");
    let signer = json!({ "role": "director", "way": "simple", "pin": "2580" });
    let document = json!({ "kind": "passport" });
    let issue = json!({ "document": document, "number": "1", "date": DAY, "signers": [signer] });
    let refusal = desk.refused("issue.sign", issue);
    assert!(refusal.message.contains("ПИН-код простой подписи не задан"), "{refusal:?}");
}

#[test]
fn a_signing_command_must_name_its_files_and_an_existing_program() {
    let mut desk = Desk::school(DAY);
    let save = |command: &str, seconds: i64| json!({ "command": command, "timeout_seconds": seconds });
    for (command, words) in [
        ("sign {out}", "нет {in}"),
        ("sign {in}", "нет {out}"),
        ("\"sign {in} {out}", "кавычка"),
        ("sign {in} {out} {key}", "не знает обозначения {key}"),
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
    assert_eq!((&kept["timeout_seconds"], kept["examples"].as_array().unwrap().len()), (&json!(60), 4));
    assert!(text(&kept["command"]).starts_with("openssl"), "{kept}");
}

#[test]
fn a_signing_command_is_tried_on_a_sample_before_it_is_kept() {
    let mut desk = Desk::school(DAY);
    let folder = tempfile::tempdir().unwrap();
    openssl(
        folder.path(),
        "req -x509 -newkey rsa:2048 -nodes -keyout d.key -out d.pem -days 3000 -subj /CN=Director",
    );
    let path = |name: &str| folder.path().join(name).display().to_string();
    let (pem, key) = (path("d.pem"), path("d.key"));
    let cms = format!(
        "openssl cms -sign -binary -cades -md sha256 -signer {pem} -inkey {key} -in {{in}} -outform DER"
    );
    let tried = |command: String| json!({ "command": command, "timeout_seconds": 60 });
    let view = trial(&mut desk, tried(format!("{cms} -out {{out}}"))).unwrap();
    assert!(view.to_string().contains("Владелец сертификата: Director"), "{view}");
    let none = desk.call("identity.settings", json!(null));
    assert_eq!(none["command"], "", "a trial keeps nothing");
    for (command, words) in [
        (String::new(), "Команда не задана"),
        ("cp {in} {out}".to_owned(), "это не подпись пробного файла"),
        ("true {in} {out}".to_owned(), "файла подписи {out} не создала"),
        ("false {in} {out}".to_owned(), "завершилась с ошибкой"),
        ("no-such-signer {in} {out}".to_owned(), "не запускается: no-such-signer"),
    ] {
        let refusal = trial(&mut desk, tried(command)).unwrap_err();
        assert!(refusal.message.contains(words), "{refusal:?}");
    }
    let begun = desk.call("identity.try_command", tried("sleep 600 {in} {out}".to_owned()));
    assert!(text(&begun["label"]).starts_with("Программа подписи работает"), "{begun}");
    desk.call("issue.stop_command", json!(null));
    desk.refused("identity.trial_state", json!(null));
}

/// What the trial comes to.
fn trial(desk: &mut Desk, input: Value) -> Result<Value, ApiError> {
    let mut state = desk.api.dispatch("identity.try_command", input)?.value;
    while state["tried"].is_null() {
        std::thread::sleep(std::time::Duration::from_millis(50));
        state = desk.api.dispatch("identity.trial_state", json!(null))?.value;
    }
    Ok(state["tried"].clone())
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
    let offered = desk.call("verify.look_certificates", json!(null))["certificates"][0].clone();
    assert!(text(&offered["note"]).contains("удостоверяющий центр"), "{offered}");
    desk.call("verify.trust_certificates", json!({ "sha256": [offered["certificate"]["sha256"]] }));
    let refusal = desk.refused("verify.import_crl", json!(null));
    assert!(refusal.message.contains("не список отозванных"), "{refusal:?}");
    assert_eq!(judged(&mut desk).0, "valid");
    desk.will_pick_file(path("clean.crl"));
    let clean = desk.call("verify.import_crl", json!(null))[0].clone();
    assert_eq!((&clean["issuer"], &clean["made_on"]), (&json!("Centre"), &json!("2024-01-01")));
    assert_eq!(
        (&clean["state"], plain(&text(&clean["entries"]))),
        (&json!("current"), "0 сертификатов".to_owned())
    );
    let (verdict, reasons) = judged(&mut desk);
    assert!(verdict == "valid" && reasons.contains("не отозван"), "{reasons}");
    desk.will_pick_file(path("revoked.crl"));
    let list = desk.call("verify.import_crl", json!(null))[0].clone();
    assert_eq!(desk.call("verify.import_crl", json!(null)), json!([]), "a list is kept once");
    let states = desk.call("verify.crls", json!(null));
    assert_eq!((&states[0]["id"], &states[1]["state"]), (&list["id"], &json!("replaced")));
    let (verdict, reasons) = judged(&mut desk);
    assert!(verdict == "valid_unknown_signer" && reasons.contains("отозван"), "{reasons}");
    assert_eq!(desk.call("verify.crls", json!(null)).as_array().unwrap().len(), 2);
    desk.call("verify.drop_crl", json!({ "id": list["id"] }));
    assert_eq!(judged(&mut desk).0, "valid");
}

#[test]
fn a_list_whose_time_is_over_says_how_long_ago() {
    let mut desk = Desk::school(DAY);
    let folder = tempfile::tempdir().unwrap();
    write_file(&folder.path().join("p.pdf"), b"%PDF-1.7\nany bytes").unwrap();
    centre(folder.path());
    desk.will_pick_file(Some(folder.path().join("clean.crl")));
    desk.call("verify.import_crl", json!(null));
    desk.restart("2040-01-03");
    let list = desk.call("verify.crls", json!(null))[0].clone();
    assert_eq!((&list["state"], &list["state_word"]), (&json!("overdue"), &json!("устарел")));
    assert!(plain(&text(&list["state_label"])).contains("ожидался 01.01.2040, 2 дня назад"), "{list}");
}
