//! Documents are signed by a key, by a key file, by another program, by a code or by pen, and kept.

use std::path::PathBuf;
use std::process::Command;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::{Desk, plain, text};

/// Later than any machine on which the keys below are made.
const DAY: &str = "2030-01-15";
const PASSWORD: &str = "Пароль ключа";
/// Without it `req` would look for the machine's own configuration.
const REQ: &str =
    "[req]\ndistinguished_name = dn\n[dn]\n[leaf]\nkeyUsage = digitalSignature,nonRepudiation\n";
/// A certificate of an organisation, as the state's own authority writes it.
const SCHOOL: &str = "[req]\ndistinguished_name = dn\nprompt = no\nutf8 = yes\nstring_mask = utf8only\n\
                      x509_extensions = leaf\n[dn]\nO = МБОУ\nCN = МБОУ\nSN = Иванова\nGN = Ольга Петровна\n\
                      [leaf]\nkeyUsage = digitalSignature,nonRepudiation\n";

/// A school under the programme, with its own key.
fn school() -> Desk {
    let mut desk = Desk::with_programme(DAY, "bogotol");
    desk.call("identity.create", Value::Null);
    desk
}

fn quarterly() -> Value {
    json!({ "kind": "quarterly", "from": "2025-10-01", "to": "2025-12-31" })
}

fn asked(document: Value, number: &str, signers: Value) -> Value {
    json!({ "document": document, "number": number, "date": DAY, "correction_reason": "", "signers": signers })
}

fn own() -> Value {
    json!({ "role": "deputy", "way": "own_key" })
}

/// A folder with keys made by OpenSSL.
struct Keys {
    folder: TempDir,
}

impl Keys {
    fn new() -> Keys {
        let keys = Keys { folder: tempfile::tempdir().unwrap() };
        opora_exchange::write_file(&keys.path("req.cnf"), REQ.as_bytes()).unwrap();
        keys.openssl(
            "req -config req.cnf -x509 -newkey rsa:2048 -nodes -keyout director.key -out director.pem -days 7000 \
             -extensions leaf -subj /C=RU/O=School/CN=Director",
        );
        keys.openssl(
            "pkcs12 -export -inkey director.key -in director.pem -out director.p12 -passout env:KEY_PASSWORD",
        );
        keys
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn openssl(&self, line: &str) {
        let mut command = Command::new("openssl");
        let command = command.args(line.split_whitespace()).current_dir(self.folder.path());
        let output = command.env("KEY_PASSWORD", PASSWORD).output().unwrap();
        assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    }

    /// Another program signs the file of bytes that the school has written.
    fn answer(&self, bytes: &str) {
        std::fs::rename(self.path(bytes), self.path("in.bin")).unwrap();
        self.openssl(
            "cms -sign -binary -cades -nosmimecap -md sha256 -in in.bin -outform DER -signer director.pem \
             -inkey director.key -out answer.sig",
        );
    }
}

fn verdict(desk: &mut Desk, entry: &Value) -> String {
    let folder = tempfile::tempdir().unwrap();
    desk.will_pick_folder(Some(folder.path().to_owned()));
    desk.call("journal.export", json!({ "ids": [entry["report"]["id"]], "package": false }));
    let file = folder.path().read_dir().unwrap().next().unwrap().unwrap().path();
    desk.will_pick_file(Some(file));
    text(&desk.call("verify.pick", Value::Null)["verdict"])
}

#[test]
fn the_schools_key_signs_every_kind_of_document() {
    let mut desk = school();
    let kinds = ["passport", "roadmap", "changes", "inventory", "order_approval", "order_working_group"];
    let others = kinds.iter().map(|kind| json!({ "kind": kind }));
    let annual = json!({ "kind": "annual", "from": "2025-01-01", "to": "2025-12-31" });
    for (at, document) in [quarterly(), annual].into_iter().chain(others).enumerate() {
        let offer = desk.call("issue.offer", document.clone());
        assert_eq!(text(&offer["next_number"]), (at + 1).to_string());
        let outcome = desk.call("issue.sign", asked(document, &(at + 1).to_string(), json!([own()])));
        let entry = &outcome["issued"];
        assert_eq!(entry["title"], offer["title"]);
        assert_eq!(verdict(&mut desk, entry), "valid", "{}", entry["title"]);
    }
}

#[test]
fn two_sign_one_file_each_by_a_key_of_her_own() {
    let (mut desk, keys) = (school(), Keys::new());
    desk.will_pick_file(Some(keys.path("director.p12")));
    let token = desk.call("issue.pick_key", Value::Null)["token"].clone();
    let director = |password: &str| json!({ "role": "director", "way": "pkcs12", "key_token": token, "password": password, "other_owner": true });
    let wrong = asked(quarterly(), "1", json!([own(), director("не тот")]));
    assert!(desk.refused("issue.sign", wrong).message.contains("ароль"));
    assert_eq!(desk.call("journal.list", json!({ "query": "" }))["total"], 0, "nothing was kept");
    let outcome = desk.call("issue.sign", asked(quarterly(), "1", json!([own(), director(PASSWORD)])));
    let signers = outcome["issued"]["report"]["signers"].as_array().unwrap().clone();
    assert_eq!(signers.len(), 2);
    assert!(signers.iter().all(|signer| signer["signed_at"].is_string()));
    assert_eq!(
        verdict(&mut desk, &outcome["issued"]),
        "valid_unknown_signer",
        "the director's is not pinned yet"
    );
}

#[test]
fn another_program_signs_last_and_only_its_right_answer_is_taken() {
    let (mut desk, keys) = (school(), Keys::new());
    desk.will_pick_file(Some(keys.path("director.pem")));
    let token = desk.call("issue.pick_certificate", Value::Null)["token"].clone();
    let director =
        json!({ "role": "director", "way": "external", "certificate_token": token, "other_owner": true });
    let outcome = desk.call("issue.sign", asked(quarterly(), "1", json!([director, own()])));
    assert!(outcome["issued"].is_null());
    let id = outcome["pending"]["id"].clone();
    assert_eq!(outcome["pending"]["signed"].as_array().unwrap().len(), 1, "the key at hand has signed");
    assert_eq!(desk.call("journal.list", json!({ "query": "" }))["pending"], 1);
    let again = desk.refused("issue.sign", asked(quarterly(), "2", json!([own()])));
    assert!(again.message.contains("уже ждёт подписи"), "{again:?}");

    desk.will_pick_folder(Some(keys.folder.path().to_owned()));
    let written = desk.call("issue.write_request", json!({ "id": id }));
    let files = written["files"].as_array().unwrap().clone();
    assert!(text(&files[1]).ends_with(".txt"));
    keys.answer(&text(&files[0]));
    opora_exchange::write_file(&keys.path("wrong.sig"), b"no signature at all").unwrap();
    desk.will_pick_file(Some(keys.path("wrong.sig")));
    desk.refused("issue.read_answer", json!({ "id": id }));
    desk.restart(DAY);
    assert_eq!(desk.call("issue.pending", Value::Null).as_array().unwrap().len(), 1, "it goes on waiting");
    desk.will_pick_file(Some(keys.path("answer.sig")));
    let issued = desk.call("issue.read_answer", json!({ "id": id }))["issued"].clone();
    assert_eq!(issued["report"]["number"], "1");
    assert_eq!(desk.call("issue.pending", Value::Null), json!([]));
    assert_eq!(verdict(&mut desk, &issued), "valid_unknown_signer");
}

#[test]
fn two_other_programs_sign_one_after_the_other_past_a_restart() {
    let (mut desk, keys) = (school(), Keys::new());
    desk.will_pick_file(Some(keys.path("director.pem")));
    let by = |desk: &mut Desk, role: &str| {
        let token = desk.call("issue.pick_certificate", Value::Null)["token"].clone();
        json!({ "role": role, "way": "external", "certificate_token": token, "other_owner": true })
    };
    let signers = json!([by(&mut desk, "deputy"), by(&mut desk, "director")]);
    let id = desk.call("issue.sign", asked(quarterly(), "1", signers))["pending"]["id"].clone();
    let mut outcome = Value::Null;
    for awaited in ["Заместитель директора", "Директор"] {
        let pending = desk.call("issue.pending", Value::Null)[0].clone();
        assert!(text(&pending["awaited"]).starts_with(awaited), "{pending}");
        desk.will_pick_folder(Some(keys.folder.path().to_owned()));
        let written = desk.call("issue.write_request", json!({ "id": id }));
        keys.answer(&text(&written["files"][0]));
        desk.will_pick_file(Some(keys.path("answer.sig")));
        outcome = desk.call("issue.read_answer", json!({ "id": id }));
        std::fs::remove_file(keys.path("answer.sig")).unwrap();
        desk.restart(DAY);
    }
    assert_eq!(verdict(&mut desk, &outcome["issued"]), "valid_unknown_signer");
    let twice = desk.refused("issue.read_answer", json!({ "id": id }));
    assert_eq!(desk.call("journal.list", json!({ "query": "" }))["total"], 1, "{twice:?}");
}

#[test]
fn what_the_offer_calls_blocking_is_not_signed() {
    let mut desk = school();
    // No meeting of the working group was held.
    let minutes = json!({ "kind": "protocol" });
    let blocking =
        |offer: &Value| offer["missing"].as_array().unwrap().iter().any(|one| one["blocking"] == true);
    assert!(blocking(&desk.call("issue.offer", minutes.clone())));
    let refusal = desk.refused("issue.sign", asked(minutes, "1", json!([own()])));
    assert_eq!(refusal.details[0].place, "document");
    assert_eq!(desk.call("journal.list", json!({ "query": "" }))["total"], 0);
}

#[test]
fn a_cancelled_signing_leaves_its_number_free() {
    let (mut desk, keys) = (school(), Keys::new());
    desk.will_pick_file(Some(keys.path("director.pem")));
    let token = desk.call("issue.pick_certificate", Value::Null)["token"].clone();
    let director =
        json!({ "role": "director", "way": "external", "certificate_token": token, "other_owner": true });
    let id = desk.call("issue.sign", asked(quarterly(), "7", json!([director])))["pending"]["id"].clone();
    desk.call("issue.cancel", json!({ "id": id }));
    assert_eq!(desk.call("issue.pending", Value::Null), json!([]));
    desk.call("issue.sign", asked(quarterly(), "7", json!([own()])));
}

#[test]
fn a_configured_command_signs_without_leaving_the_program() {
    let (mut desk, keys) = (school(), Keys::new());
    let command = format!(
        "openssl cms -sign -binary -cades -nosmimecap -md sha256 -in {{in}} -outform DER -signer \"{0}\" -inkey \"{1}\" -out {{out}}",
        keys.path("director.pem").display(),
        keys.path("director.key").display(),
    );
    desk.call("identity.save_settings", json!({ "command": command, "timeout_seconds": 60 }));
    desk.will_pick_file(Some(keys.path("director.pem")));
    let token = desk.call("issue.pick_certificate", Value::Null)["token"].clone();
    let director =
        json!({ "role": "director", "way": "external", "certificate_token": token, "other_owner": true });
    let pending = desk.call("issue.sign", asked(quarterly(), "1", json!([director])))["pending"].clone();
    assert_eq!(pending["has_command"], true);
    let id = json!({ "id": pending["id"] });
    let mut state = desk.call("issue.run_command", id.clone());
    while state["outcome"].is_null() {
        std::thread::sleep(std::time::Duration::from_millis(50));
        state = desk.call("issue.command_state", id.clone());
    }
    let issued = state["outcome"]["issued"].clone();
    assert_eq!(verdict(&mut desk, &issued), "valid_unknown_signer");
}

#[test]
fn a_command_at_work_is_stopped_and_the_document_goes_on_waiting() {
    let (mut desk, keys) = (school(), Keys::new());
    let command = r#"sh -c "sleep 600" {in} {out}"#;
    desk.call("identity.save_settings", json!({ "command": command, "timeout_seconds": 900 }));
    desk.will_pick_file(Some(keys.path("director.pem")));
    let token = desk.call("issue.pick_certificate", Value::Null)["token"].clone();
    let director =
        json!({ "role": "director", "way": "external", "certificate_token": token, "other_owner": true });
    let pending = desk.call("issue.sign", asked(quarterly(), "1", json!([director])))["pending"].clone();
    let id = json!({ "id": pending["id"] });
    let state = desk.call("issue.run_command", id.clone());
    assert!(plain(&text(&state["label"])).contains("ждём до 900 секунд"), "{state}");
    let again = desk.call("issue.run_command", id.clone());
    assert!(again["outcome"].is_null(), "one document has one program at work");
    assert_eq!(desk.call("issue.pending", Value::Null)[0]["is_running"], true);
    assert_eq!(
        desk.call("journal.list", json!({ "query": "" }))["pending"],
        1,
        "the window answers meanwhile"
    );
    desk.call("issue.stop_command", Value::Null);
    desk.refused("issue.command_state", id);
    assert_eq!(desk.call("issue.pending", Value::Null).as_array().unwrap().len(), 1);
}

#[test]
fn a_certificate_of_another_person_signs_only_when_that_is_meant() {
    let (mut desk, keys) = (school(), Keys::new());
    desk.will_pick_file(Some(keys.path("director.p12")));
    let token = desk.call("issue.pick_key", Value::Null)["token"].clone();
    let mut director =
        json!({ "role": "director", "way": "pkcs12", "key_token": token, "password": PASSWORD });
    let refusal = desk.refused("issue.sign", asked(quarterly(), "1", json!([own(), director.clone()])));
    assert_eq!(refusal.details[0].place, "signers.1.other_owner");
    assert!(refusal.details[0].message.contains("Director, а в карточке школы — Иванова"), "{refusal:?}");
    director["other_owner"] = json!(true);
    desk.call("issue.sign", asked(quarterly(), "1", json!([own(), director])));
}

#[test]
fn the_person_of_an_organisations_certificate_is_its_owner() {
    let (mut desk, keys) = (school(), Keys::new());
    opora_exchange::write_file(&keys.path("school.cnf"), SCHOOL.as_bytes()).unwrap();
    keys.openssl(
        "req -config school.cnf -x509 -newkey rsa:2048 -nodes -keyout director.key -out director.pem -days 7000",
    );
    keys.openssl(
        "pkcs12 -export -inkey director.key -in director.pem -out director.p12 -passout env:KEY_PASSWORD",
    );
    desk.will_pick_file(Some(keys.path("director.p12")));
    let token = desk.call("issue.pick_key", Value::Null)["token"].clone();
    let director = json!({ "role": "director", "way": "pkcs12", "key_token": token, "password": PASSWORD });
    let outcome = desk.call("issue.sign", asked(quarterly(), "1", json!([own(), director])));
    let owner = plain(&text(&outcome["issued"]["report"]["signers"][1]["owner"]));
    assert_eq!(owner, "Иванова Ольга Петровна");
}

#[test]
fn the_schools_key_signs_for_nobody_but_its_owner() {
    let mut desk = school();
    let director = json!({ "role": "director", "way": "own_key" });
    let refusal = desk.refused("issue.sign", asked(quarterly(), "1", json!([director])));
    assert!(refusal.message.contains("Петрова Анна Сергеевна"), "{refusal:?}");
    assert_eq!(desk.call("journal.list", json!({ "query": "" }))["total"], 0);
}

#[test]
fn a_code_signs_simply_and_a_wrong_one_does_not() {
    let mut desk = school();
    desk.call("identity.set_pin", json!({ "role": "director", "pin": "4071" }));
    let by = |pin: &str| json!([{ "role": "director", "way": "simple", "pin": pin }, { "role": "deputy", "way": "pen" }]);
    desk.refused("issue.sign", asked(quarterly(), "1", by("1234")));
    let outcome = desk.call("issue.sign", asked(quarterly(), "1", by("4071")));
    let signers = &outcome["issued"]["report"]["signers"];
    assert_eq!(text(&signers[0]["key"]).len(), 20);
    assert_eq!(signers[1]["key"], "");
    assert_eq!(verdict(&mut desk, &outcome["issued"]), "not_signed", "no signature lies in the file");
}

#[test]
fn a_correction_says_why_and_replaces() {
    let mut desk = school();
    let first = desk.call("issue.sign", asked(quarterly(), "1", json!([own()])))["issued"].clone();
    let silent = desk.refused("issue.sign", asked(quarterly(), "2", json!([own()])));
    assert!(silent.details.iter().any(|detail| detail.place == "correction_reason"), "{silent:?}");
    let offer = desk.call("issue.offer", quarterly());
    assert_eq!(plain(&text(&offer["replaces"])), "№ 1 от 15.01.2030");
    let mut second = asked(quarterly(), "2", json!([own()]));
    second["correction_reason"] = json!("Уточнены сроки");
    let second = desk.call("issue.sign", second)["issued"].clone();
    assert_eq!(second["report"]["supersedes"], first["report"]["id"]);
    let found = desk.call("journal.list", json!({ "query": "" }))["entries"].clone();
    assert_eq!(found[1]["state"], "superseded");
}

#[test]
fn everything_wrong_is_said_at_once_and_nothing_is_kept() {
    let mut desk = school();
    desk.call("issue.sign", asked(json!({ "kind": "passport" }), "1", json!([own()])));
    let mut wrong = asked(quarterly(), "1", json!([own(), own()]));
    wrong["date"] = json!("2030-02-01");
    let refusal = desk.refused("issue.sign", wrong);
    let places: Vec<&str> = refusal.details.iter().map(|detail| detail.place.as_str()).collect();
    assert_eq!(places, ["number", "date", "signers"]);
    let taken = &refusal.details[0].message;
    assert!(taken.contains("свободный — 2"), "{taken}");
    let future = json!({ "kind": "quarterly", "from": "2030-04-01", "to": "2030-06-30" });
    desk.refused("issue.sign", asked(future, "2", json!([own()])));
    assert_eq!(desk.call("journal.list", json!({ "query": "" }))["total"], 1);
}
