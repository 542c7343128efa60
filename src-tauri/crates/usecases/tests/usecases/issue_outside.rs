//! Keys and programs of others: every algorithm, wrong answers, files that are none, dates out of force, odd names.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::{Desk, school_card, text};

/// Later than any machine on which the keys below are made.
const DAY: &str = "2030-01-15";
const PASSWORD: &str = "пароль";
const SETTINGS: &str = "openssl_conf = conf\n[conf]\nengines = engines\n[engines]\ngost = gost\n\
                        [gost]\nengine_id = gost\ndefault_algorithms = ALL\n\
                        [req]\ndistinguished_name = dn\n[dn]\n[leaf]\nkeyUsage = digitalSignature,nonRepudiation\n";

/// A folder in which OpenSSL, with its GOST engine, is the other program.
struct Other {
    folder: TempDir,
}

impl Other {
    fn new() -> Self {
        let other = Self { folder: tempfile::tempdir().unwrap() };
        opora_exchange::write_file(&other.path("own.cnf"), SETTINGS.as_bytes()).unwrap();
        other
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn openssl(&self, line: &str) {
        let mut command = Command::new("openssl");
        command.args(line.split_whitespace()).current_dir(self.folder.path());
        let output = command.env("OPENSSL_CONF", self.path("own.cnf")).output().unwrap();
        assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    }

    fn key(&self, name: &str, kind: &str, days: u32) {
        self.openssl(&format!(
            "req -config own.cnf -x509 -newkey {kind} -nodes -keyout {name}.key -out {name}.pem -days {days} \
             -extensions leaf -subj /CN=Director"
        ));
    }

    /// A signature by a key over a file; without the file inside unless asked for.
    fn sign(&self, name: &str, digest: &str, file: &str, inside: &str) -> PathBuf {
        self.openssl(&format!(
            "cms -sign -binary -cades -nosmimecap {inside} -md {digest} -in {file} -outform DER -signer {name}.pem \
             -inkey {name}.key -out answer.sig"
        ));
        self.path("answer.sig")
    }

    /// Has the report prepared for a key and the bytes to be signed written as `in.bin`; gives what is pending.
    fn prepared(&self, desk: &mut Desk, name: &str) -> Value {
        desk.will_pick_file(Some(self.path(&format!("{name}.pem"))));
        let token = desk.call("issue.pick_certificate", Value::Null)["token"].clone();
        let signer =
            json!({ "role": "director", "way": "external", "certificate_token": token, "other_owner": true });
        let pending = desk.call("issue.sign", asked(signer))["pending"].clone();
        desk.will_pick_folder(Some(self.folder.path().to_owned()));
        let written = desk.call("issue.write_request", json!({ "id": pending["id"] }));
        std::fs::rename(self.path(&text(&written["files"][0])), self.path("in.bin")).unwrap();
        pending
    }
}

fn asked(signer: Value) -> Value {
    let document = json!({ "kind": "quarterly", "from": "2025-10-01", "to": "2025-12-31" });
    json!({ "document": document, "number": "1", "date": DAY, "correction_reason": "", "signers": [signer] })
}

/// Writes the issued document and opens it in the verifier.
fn judged(desk: &mut Desk, entry: &Value, folder: &Path) -> (PathBuf, Value) {
    desk.will_pick_folder(Some(folder.to_owned()));
    let file = folder.join(desk.export(entry));
    desk.will_pick_file(Some(file.clone()));
    (file, desk.call("verify.pick", Value::Null))
}

#[test]
fn another_program_signs_by_every_algorithm() {
    for (kind, digest, said) in [
        ("gost2012_256 -pkeyopt paramset:A", "md_gost12_256", "ГОСТ Р 34.10-2012, 256 бит"),
        ("gost2012_512 -pkeyopt paramset:A", "md_gost12_512", "ГОСТ Р 34.10-2012, 512 бит"),
        ("rsa:3072", "sha512", "RSA"),
        ("ec -pkeyopt ec_paramgen_curve:P-256", "sha256", "ECDSA"),
    ] {
        let (mut desk, other) = (Desk::with_programme(DAY, "bogotol"), Other::new());
        other.key("k", kind, 7000);
        let pending = other.prepared(&mut desk, "k");
        let answer = other.sign("k", digest, "in.bin", "");
        desk.will_pick_file(Some(answer));
        let outcome = desk.call("issue.read_answer", json!({ "id": pending["id"] }));
        let (_, view) = judged(&mut desk, &outcome["issued"], other.folder.path());
        assert_eq!(view["verdict"], "valid_unknown_signer", "{kind}: {view}");
        assert!(view.to_string().contains(said), "{kind}: {view}");
    }
}

#[test]
fn a_wrong_answer_is_named_and_the_document_goes_on_waiting() {
    let (mut desk, other) = (Desk::with_programme(DAY, "bogotol"), Other::new());
    ["k", "stranger"].iter().for_each(|name| other.key(name, "rsa:2048", 7000));
    let pending = other.prepared(&mut desk, "k");
    opora_exchange::write_file(&other.path("other.bin"), b"another file").unwrap();
    std::fs::File::create(other.path("huge.sig")).unwrap().set_len(50_000_000).unwrap();
    opora_exchange::write_file(&other.path("empty.sig"), b"").unwrap();
    let mut refused = |answer: PathBuf| {
        desk.will_pick_file(Some(answer));
        let refusal = desk.refused("issue.read_answer", json!({ "id": pending["id"] }));
        assert_eq!(desk.call("issue.pending", Value::Null).as_array().unwrap().len(), 1, "{refusal:?}");
        assert!(!refusal.message.is_empty() && !refusal.hint.is_empty(), "{refusal:?}");
        refusal.message
    };
    let by_stranger = refused(other.sign("stranger", "sha256", "in.bin", ""));
    assert!(by_stranger.contains("не тем сертификатом"), "{by_stranger}");
    let of_other = refused(other.sign("k", "sha256", "other.bin", ""));
    assert!(of_other.contains("для другого файла"), "{of_other}");
    refused(other.sign("k", "sha256", "other.bin", "-nodetach"));
    refused(other.path("huge.sig"));
    refused(other.path("empty.sig"));
    desk.will_pick_file(Some(other.sign("k", "sha256", "in.bin", "")));
    desk.call("issue.read_answer", json!({ "id": pending["id"] }));
}

#[test]
fn a_key_file_that_is_none_or_out_of_force_signs_nothing() {
    let other = Other::new();
    other.key("k", "rsa:2048", 30);
    let line = format!("pkcs12 -export -inkey k.key -in k.pem -out short.p12 -passout pass:{PASSWORD}");
    other.openssl(&line);
    opora_exchange::write_file(&other.path("garbage.p12"), &[0x30; 4096]).unwrap();
    std::fs::File::create(other.path("huge.p12")).unwrap().set_len(50_000_000).unwrap();
    // Before the first day of the certificate and after its last one.
    for (day, file) in [
        ("2024-12-20", "short.p12"),
        (DAY, "short.p12"),
        (DAY, "garbage.p12"),
        (DAY, "huge.p12"),
        (DAY, "k.key"),
    ] {
        let mut desk = Desk::with_programme(day, "bogotol");
        desk.will_pick_file(Some(other.path(file)));
        let token = desk.call("issue.pick_key", Value::Null)["token"].clone();
        let signer = json!({ "role": "director", "way": "pkcs12", "key_token": token, "password": PASSWORD,
            "other_owner": true });
        let document = json!({ "kind": "passport" });
        let input = json!({ "document": document, "number": "1", "date": day, "correction_reason": "", "signers": [signer] });
        let refusal = desk.refused("issue.sign", input);
        assert!(!refusal.message.is_empty() && !refusal.hint.is_empty(), "{day} {file}: {refusal:?}");
        assert_eq!(desk.call("journal.list", json!({ "query": "" }))["total"], 0, "{day} {file}");
    }
}

#[test]
fn the_moment_of_issue_is_one_wherever_it_is_told() {
    let mut desk = Desk::with_programme(DAY, "bogotol");
    desk.call("identity.create", Value::Null);
    let issued =
        desk.call("issue.sign", asked(json!({ "role": "deputy", "way": "own_key" })))["issued"].clone();
    let report = &issued["report"];
    let moment = text(&report["issued_at"]);
    assert_eq!(report["signers"][0]["signed_at"], report["issued_at"]);
    assert!(moment.starts_with(DAY) && report["date"] == DAY, "{report}");
    let folder = tempfile::tempdir().unwrap();
    let (file, view) = judged(&mut desk, &issued, folder.path());
    let told = Command::new("pdfinfo").args(["-isodates"]).arg(&file).env("TZ", "UTC").output().unwrap();
    let told = String::from_utf8(told.stdout).unwrap();
    let seconds = &moment[..19];
    assert!(told.contains(seconds), "{seconds}: {told}");
    let meta = Command::new("pdfinfo").arg("-meta").arg(&file).output().unwrap();
    assert!(String::from_utf8(meta.stdout).unwrap().contains(seconds), "XMP says it too");
    assert!(view.to_string().contains("15.01.2030"), "{view}");
}

#[test]
fn odd_names_reach_neither_the_disk_nor_the_page_as_code() {
    let mut desk = Desk::with_programme(DAY, "bogotol");
    let mut card = school_card();
    card["short_name"] = json!("МБОУ «../../СОШ» <b>№ 1</b> \"CON\" 😀 \\n");
    card["deputy"] = json!("Ё".repeat(60) + " О'Генри) Tj ET");
    desk.call("school.save", card);
    desk.call("identity.create", Value::Null);
    let mut input = asked(json!({ "role": "deputy", "way": "own_key" }));
    input["number"] = json!("01-12/5 <А> \"б\" 😀");
    let issued = desk.call("issue.sign", input)["issued"].clone();
    let folder = tempfile::tempdir().unwrap();
    let stick = folder.path().join("Флешка «№ 1» 😀 'a' & $(b)");
    std::fs::create_dir(&stick).unwrap();
    let (file, view) = judged(&mut desk, &issued, &stick);
    assert_eq!(view["verdict"], "valid", "{view}");
    assert_eq!(file.parent(), Some(stick.as_path()));
    let name = file.file_name().unwrap().to_str().unwrap();
    assert!(name.len() <= 255 && !name.contains(['/', '\\', '<', '>', '"', ':', '|', '?', '*']), "{name}");
    assert_eq!(folder.path().read_dir().unwrap().count(), 1, "nothing lies beside the stick");
    let page = Command::new("pdftotext").arg(&file).arg("-").output().unwrap();
    let page: String = String::from_utf8(page.stdout).unwrap().split_whitespace().collect();
    assert!(page.contains("О'Генри)TjET"), "the name is a name: {page}");
}
