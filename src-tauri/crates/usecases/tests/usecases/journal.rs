//! The journal of issued documents, through the public calls.

use std::path::{Path, PathBuf};
use std::process::Command;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use opora_usecases::verify::{Verdict, judge, judge_detached};
use opora_usecases::{Code, write_file};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::support::{Desk, plain, text};

const DAY: &str = "2024-12-20";

/// A school with documents issued in the same quarter: their files have one name.
fn desk_with(numbers: &[&str]) -> (Desk, Vec<String>) {
    let mut desk = Desk::with_programme(DAY, "bogotol");
    desk.call("identity.create", json!(null));
    let ids = numbers.iter().map(|number| issued(&mut desk, "2024-Q4", number)).collect();
    (desk, ids)
}

fn issued(desk: &mut Desk, period: &str, number: &str) -> String {
    text(&desk.issue_quarter(period, number)["report"]["id"])
}

fn found(desk: &mut Desk, query: &str) -> Vec<String> {
    let view = desk.call("journal.list", json!({ "query": query, "kind": null, "year": null }));
    view["entries"].as_array().unwrap().iter().map(|entry| text(&entry["report"]["number"])).collect()
}

fn entry(desk: &mut Desk, id: &str) -> Value {
    let view = desk.call("journal.list", json!({ "query": "", "kind": null, "year": null }));
    view["entries"].as_array().unwrap().iter().find(|entry| entry["report"]["id"] == id).unwrap().clone()
}

fn folder_for(desk: &mut Desk) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    desk.will_pick_folder(Some(folder.path().to_owned()));
    folder
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        folder.read_dir().unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn pdf(desk: &mut Desk, id: &str) -> Vec<u8> {
    STANDARD.decode(text(&desk.call("journal.pdf", json!({ "id": id }))["base64"])).unwrap()
}

/// A file that the user will choose.
fn choose(desk: &mut Desk, folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(name);
    write_file(&path, bytes).unwrap();
    desk.will_pick_file(Some(path.clone()));
    path
}

fn mark(channel: &str, addressee: &str, date: &str, number: &str, registered: Value) -> Value {
    json!({ "channel": channel, "addressee": addressee, "date": date, "incoming_number": number,
        "incoming_date": registered, "note": "" })
}

fn openssl(folder: &Path, line: &str) {
    let output = Command::new("openssl").args(line.split_whitespace()).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "openssl {line}\n{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_document_is_found_by_any_words_of_it_in_any_case() {
    let (mut desk, ids) = desk_with(&["15/1", "16"]);
    let by_mail = mark("email", "Отдел мониторинга, Пётр Зелёный", DAY, "Вх-77", json!(DAY));
    desk.call("journal.record_dispatch", json!({ "report_id": ids[0], "mark": by_mail }));
    for query in ["15/1", "ЗЕЛЕНЫЙ", "вх-77 петр", "мониторинга  15"] {
        assert_eq!(found(&mut desk, query), ["15/1"], "{query}");
    }
    assert_eq!(
        found(&mut desk, "петрова квартал 2024"),
        ["16", "15/1"],
        "signer and title, the newest first"
    );
    assert_eq!(found(&mut desk, "вх-77 16"), [""; 0], "all words must be found in one document");
}

#[test]
fn kinds_and_years_are_counted_and_chosen() {
    let (mut desk, _) = desk_with(&["1"]);
    desk.restart("2025-04-05");
    issued(&mut desk, "2025-Q1", "1");
    let view = desk.call("journal.list", json!({ "query": "", "kind": "quarterly", "year": 2025 }));
    assert_eq!(view["entries"].as_array().unwrap().len(), 1);
    assert_eq!(view["years"], json!([{ "year": 2025, "count": 1 }, { "year": 2024, "count": 1 }]));
    assert_eq!(view["kinds"][0]["count"], 2);
    assert_eq!((&view["total"], &view["pending"]), (&json!(2), &json!(0)));
    let period = |label: &str| json!({ "label": label, "count": 1 });
    assert_eq!(view["periods"], json!([period("I квартал 2025 года"), period("IV квартал 2024 года")]));
    let of_quarter = json!({ "query": "", "kind": null, "year": null, "period": "IV квартал 2024 года" });
    let found = desk.call("journal.list", of_quarter);
    assert_eq!(found["entries"].as_array().unwrap().len(), 1);
    assert_eq!(found["entries"][0]["period_label"], "IV квартал 2024 года");
    let none = desk.call("journal.list", json!({ "query": "", "kind": "passport", "year": null }));
    assert_eq!(none["entries"], json!([]));
}

#[test]
fn the_state_follows_what_happens_to_a_document() {
    let (mut desk, ids) = desk_with(&["1"]);
    assert_eq!(entry(&mut desk, &ids[0])["state_label"], "действует");
    let mark = mark("paper", "Управление образования", DAY, "", json!(null));
    desk.call("journal.record_dispatch", json!({ "report_id": ids[0], "mark": mark }));
    assert_eq!(entry(&mut desk, &ids[0])["state_label"], "отправлен 20.12.2024");
    let second = issued(&mut desk, "2024-Q4", "2");
    let first = entry(&mut desk, &ids[0]);
    assert_eq!(text(&first["state_label"]).replace('\u{a0}', " "), "заменён № 2");
    assert_eq!((&first["state"], &first["superseded_by"]), (&json!("superseded"), &json!("2")));
    assert_eq!(entry(&mut desk, &second)["supersedes"], "1");
    for (state, numbers) in [("superseded", vec!["1"]), ("in_force", vec!["2"]), ("sent", vec![])] {
        let view =
            desk.call("journal.list", json!({ "query": "", "kind": null, "year": null, "state": state }));
        let found: Vec<String> = view["entries"]
            .as_array()
            .unwrap()
            .iter()
            .map(|entry| text(&entry["report"]["number"]))
            .collect();
        assert_eq!(found, numbers, "{state}");
        let states: Vec<&Value> =
            view["states"].as_array().unwrap().iter().map(|one| &one["label"]).collect();
        assert_eq!(states, ["Не отправлены", "Заменены"]);
    }
}

#[test]
fn documents_are_written_one_by_one_to_a_medium_chosen_once() {
    let (mut desk, ids) = desk_with(&["1", "2", "3"]);
    let folder = folder_for(&mut desk);
    let medium = desk.call("journal.pick_medium", json!(null))["token"].clone();
    for id in &ids[..2] {
        let view = desk.call("journal.export", json!({ "ids": [id], "package": false, "medium": medium }));
        assert_eq!(view["failed"], json!(null));
    }
    assert_eq!(names(folder.path()).len(), 2, "two files of one name lie side by side");
    let handed: Vec<usize> =
        ids.iter().map(|id| entry(&mut desk, id)["dispatches"].as_array().unwrap().len()).collect();
    assert_eq!(handed, [1, 1, 0], "she stopped before the third");
    let unknown = json!({ "ids": ids, "package": false, "medium": "nonsense" });
    assert_eq!(desk.refused("journal.export", unknown).code, Code::NotFound);
}

#[cfg(unix)]
#[test]
fn a_medium_closed_to_writing_is_said_so() {
    use std::os::unix::fs::PermissionsExt;
    let (mut desk, ids) = desk_with(&["1"]);
    let folder = folder_for(&mut desk);
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o555)).unwrap();
    if opora_exchange::write_file(&folder.path().join("проба"), b"").is_ok() {
        return; // the superuser may write anywhere
    }
    let refusal = desk.refused("journal.export", json!({ "ids": ids, "package": false }));
    assert_eq!(refusal.code, Code::ReadOnly);
    assert_eq!(entry(&mut desk, &ids[0])["dispatches"], json!([]));
}

#[test]
fn three_documents_of_one_name_lie_side_by_side_with_their_signatures() {
    let (mut desk, ids) = desk_with(&["1", "2", "3"]);
    desk.call("journal.sign_detached", json!({ "id": ids[1] }));
    let folder = folder_for(&mut desk);
    let input = json!({ "ids": ids, "package": false, "channel": "stick", "addressee": "Управление" });
    let view = desk.call("journal.export", input.clone());
    assert_eq!(view["documents"], 3);
    let written = names(folder.path());
    assert_eq!(written.len(), 4, "{written:?}");
    assert!(written.iter().any(|name| name.ends_with(" (2).pdf.sig")), "{written:?}");
    for file in view["files"].as_array().unwrap() {
        let body = std::fs::read(folder.path().join(text(&file["name"]))).unwrap();
        assert_eq!(file["sha256"], sha256(&body));
    }
    for id in &ids {
        let noted = &entry(&mut desk, id)["dispatches"][0];
        assert_eq!((&noted["channel_label"], &noted["by_hand"]), (&json!("На флешке"), &json!(false)));
        let body = std::fs::read(folder.path().join(text(&noted["dispatch"]["file_name"]))).unwrap();
        assert_eq!(body, pdf(&mut desk, id));
    }
    desk.call("journal.export", input);
    assert_eq!(names(folder.path()), written, "the same files are written again under their names");
}

#[test]
fn a_package_holds_what_its_index_names() {
    let (mut desk, ids) = desk_with(&["1", "2"]);
    desk.call("journal.sign_detached", json!({ "id": ids[0] }));
    let folder = folder_for(&mut desk);
    let view = desk.call("journal.export", json!({ "ids": ids, "package": true, "addressee": "Управление" }));
    let archive = text(&view["archive"]);
    assert!(archive.starts_with("Пакет МБОУ «Критовская СОШ» 20.12.2024"), "{archive}");
    unpack(folder.path(), &archive);
    let inside = folder.path().join("inside");
    let index: Value =
        serde_json::from_slice(&std::fs::read(inside.join("opora-package.json")).unwrap()).unwrap();
    let people = std::fs::read_to_string(inside.join("Опись.txt")).unwrap();
    assert_eq!(index["documents"].as_array().unwrap().len(), 2);
    for document in index["documents"].as_array().unwrap() {
        let beside = document["beside"].as_array().unwrap();
        for file in std::iter::once(document).chain(beside) {
            let body = std::fs::read(inside.join(text(&file["file"]))).unwrap();
            assert_eq!(file["sha256"], sha256(&body));
            assert_eq!(file["bytes"], body.len());
            let sum = format!("SHA-256: {}", sha256(&body));
            assert!(people.contains(&sum) && people.contains(&text(&file["file"])), "{people}");
            assert!(plain(&people).contains(&format!("   {} байт", body.len())), "{people}");
        }
    }
    assert!(people.contains("certutil -hashfile"), "{people}");
    assert_eq!(index["documents"][0]["beside"].as_array().unwrap().len(), 1);
    let certificate = std::fs::read(inside.join(text(&index["certificates"][0]["file"]))).unwrap();
    assert_eq!(judge(&pdf(&mut desk, &ids[0]), &[certificate]).verdict, Verdict::Valid);
    assert_eq!(names(&inside).len(), 2 + 1 + 1 + 2, "PDFs, a signature, a certificate, two indexes");
    let noted = entry(&mut desk, &ids[1])["dispatches"][0]["dispatch"].clone();
    assert_eq!((&noted["file_name"], &noted["addressee"]), (&json!(archive), &json!("Управление")));
    assert!(text(&noted["note"]).starts_with("В пакете: "), "{noted}");
}

/// Python unpacks: another reader than our writer. By the flag Windows knows that names are in UTF-8.
fn unpack(folder: &Path, archive: &str) {
    let script = "import sys, zipfile\narchive = zipfile.ZipFile(sys.argv[1])\n\
        assert all(one.filename.isascii() or one.flag_bits & 0x800 for one in archive.infolist())\n\
        archive.extractall('inside')";
    let done = Command::new("python3").args(["-c", script, archive]).current_dir(folder).status().unwrap();
    assert!(done.success());
}

#[test]
fn nothing_is_noted_when_the_medium_cannot_be_written() {
    let (mut desk, ids) = desk_with(&["1"]);
    let folder = tempfile::tempdir().unwrap();
    desk.will_pick_folder(Some(folder.path().join("вынутая флешка")));
    for package in [false, true] {
        let refusal = desk.refused("journal.export", json!({ "ids": ids, "package": package }));
        assert!(refusal.message.contains("не записан"), "{refusal:?}");
        assert!(refusal.hint.contains("целы в программе"), "{refusal:?}");
    }
    assert_eq!(entry(&mut desk, &ids[0])["dispatches"], json!([]));
    assert_eq!(entry(&mut desk, &ids[0])["state"], "in_force");
}

#[test]
fn what_was_written_before_a_failure_is_named_and_noted() {
    let (mut desk, ids) = desk_with(&["1", "2"]);
    let folder = folder_for(&mut desk);
    let first = text(&entry(&mut desk, &ids[0])["report"]["file"]["name"]);
    // A folder stands where the temporary file of the second one must be made.
    let second = first.replace(".pdf", " (2).pdf.part");
    std::fs::create_dir_all(folder.path().join(&second).join("занято")).unwrap();
    desk.call("journal.sign_detached", json!({ "id": ids[1] }));
    let reply = desk.api.dispatch("journal.export", json!({ "ids": ids, "package": false })).unwrap();
    assert_eq!(reply.changed, ["dispatch"], "the window shows what was noted");
    let (view, failed) = (&reply.value, &reply.value["failed"]);
    assert_eq!((&view["documents"], &view["files"][0]["name"]), (&json!(1), &json!(first)));
    assert_eq!(view["files"].as_array().unwrap().len(), 1);
    let second_pdf = second.replace(".part", "");
    assert_eq!(failed["names"], json!([second_pdf, format!("{second_pdf}.sig")]));
    let said = plain(&text(&failed["message"]));
    assert!(said.contains("Записано и проверено: 1 документ из 2"), "{said}");
    assert!(text(&failed["hint"]).contains("целы в программе"), "{failed}");
    assert_eq!(entry(&mut desk, &ids[0])["dispatches"].as_array().unwrap().len(), 1);
    assert_eq!(entry(&mut desk, &ids[1])["dispatches"], json!([]));
    assert_eq!(names(folder.path()), [second, first]);
}

#[test]
fn an_export_of_nothing_is_refused() {
    let (mut desk, _) = desk_with(&[]);
    let refusal = desk.refused("journal.export", json!({ "ids": [], "package": false }));
    assert_eq!(refusal.details[0].place, "ids");
}

#[test]
fn marks_are_made_corrected_and_deleted_and_copies_stay() {
    let (mut desk, ids) = desk_with(&["1"]);
    let sent = mark("portal", "Управление образования", DAY, "", json!(null));
    let made = desk.call("journal.record_dispatch", json!({ "report_id": ids[0], "mark": sent }));
    let id = made["dispatches"][0]["dispatch"]["id"].clone();
    desk.restart("2024-12-25");
    let registered = mark("portal", "Управление образования", DAY, "412", json!("2024-12-24"));
    let saved = desk.call("journal.save_dispatch", json!({ "id": id, "mark": registered }));
    assert_eq!(saved["dispatches"][0]["dispatch"]["incoming_number"], "412");
    desk.call("history.undo", json!(null));
    assert_eq!(entry(&mut desk, &ids[0])["dispatches"][0]["dispatch"]["incoming_number"], "");
    desk.call("history.redo", json!(null));
    assert_eq!(found(&mut desk, "412"), ["1"]);
    let deleted = desk.call("journal.delete_dispatch", json!({ "id": id }));
    assert_eq!(deleted["dispatches"], json!([]));
    let _folder = folder_for(&mut desk);
    desk.call("journal.export", json!({ "ids": ids, "package": false }));
    let copy = entry(&mut desk, &ids[0])["dispatches"][0]["dispatch"]["id"].clone();
    let refusal = desk.refused("journal.delete_dispatch", json!({ "id": copy }));
    assert!(refusal.message.contains("остаётся в журнале"), "{refusal:?}");
}

#[test]
fn a_mark_that_cannot_be_true_is_refused_with_every_field() {
    let (mut desk, ids) = desk_with(&["1"]);
    let wrong = mark("email", " ", "2024-12-19", "", json!("2024-12-21"));
    let refusal = desk.refused("journal.record_dispatch", json!({ "report_id": ids[0], "mark": wrong }));
    let fields: Vec<_> = refusal.details.iter().map(|detail| detail.place.as_str()).collect();
    assert_eq!(fields, ["addressee", "date", "incoming_number", "incoming_date"]);
}

#[test]
fn a_signature_beside_the_document_is_made_once_and_holds() {
    let (mut desk, ids) = desk_with(&["1"]);
    let signed = desk.call("journal.sign_detached", json!({ "id": ids[0] }));
    let file = &signed["files"][0];
    assert_eq!((&file["file"]["kind"], &file["can_delete"]), (&json!("detached"), &json!(false)));
    assert!(text(&file["file"]["note"]).contains("Петрова Анна Сергеевна"), "{file}");
    let folder = folder_for(&mut desk);
    let name = text(&desk.call("journal.file", json!({ "id": file["file"]["id"] })));
    let signature = std::fs::read(folder.path().join(name)).unwrap();
    let document = pdf(&mut desk, &ids[0]);
    assert!(judge_detached(&document, &signature, &[]).verdict.is_intact());
    let again = desk.refused("journal.sign_detached", json!({ "id": ids[0] }));
    assert!(again.message.contains("уже есть подпись"), "{again:?}");
    let kept = desk.refused("journal.delete_file", json!({ "id": file["file"]["id"] }));
    assert!(kept.message.contains("не удаляются"), "{kept:?}");
}

#[test]
fn a_signature_from_outside_is_kept_only_when_it_holds() {
    let (mut desk, ids) = desk_with(&["1", "2"]);
    let folder = tempfile::tempdir().unwrap();
    let document = pdf(&mut desk, &ids[0]);
    choose(&mut desk, folder.path(), "document.pdf", &document);
    openssl(
        folder.path(),
        "req -x509 -newkey rsa:2048 -nodes -keyout d.key -out d.pem -days 7000 -subj /CN=Director",
    );
    openssl(
        folder.path(),
        "cms -sign -binary -cades -md sha256 -signer d.pem -inkey d.key -in document.pdf -outform DER -out d.sig",
    );
    desk.will_pick_file(Some(folder.path().join("d.sig")));
    let refusal = desk.refused("journal.read_detached", json!({ "id": ids[1] }));
    assert!(refusal.message.starts_with("Подпись не принята."), "{refusal:?}");
    assert_eq!(entry(&mut desk, &ids[1])["files"], json!([]));
    let answer = desk.call("journal.read_detached", json!({ "id": ids[0] }));
    assert_eq!(answer["verdict"], "действительна, владелец не проверен", "{answer}");
    assert_eq!(answer["entry"]["files"][0]["file"]["file"]["name"], "d.sig");
    let twice = desk.call("journal.read_detached", json!({ "id": ids[0] }));
    assert_eq!(twice["entry"]["files"].as_array().unwrap().len(), 1, "the same file is kept once");
    choose(&mut desk, folder.path(), "junk.sig", b"junk");
    desk.refused("journal.read_detached", json!({ "id": ids[0] }));
}

/// `openssl ts` plays the service: its settings and its key.
fn authority(folder: &Path) {
    let settings = "[req]\ndistinguished_name = dn\n[dn]\n[ca]\nbasicConstraints = critical,CA:TRUE\n\
        keyUsage = critical,keyCertSign\n[tsa]\nextendedKeyUsage = critical,timeStamping\n\
        keyUsage = critical,digitalSignature\n[tsa_config]\nserial = serial\nsigner_cert = tsa.pem\n\
        certs = ca.pem\nsigner_key = tsa.key\nsigner_digest = sha256\ndefault_policy = 1.2.3.4.1\n\
        digests = sha256\ness_cert_id_alg = sha256\n";
    write_file(&folder.join("ts.cnf"), settings.as_bytes()).unwrap();
    write_file(&folder.join("serial"), b"01\n").unwrap();
    for line in [
        "req -config ts.cnf -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 7000 -extensions ca -subj /CN=Centre",
        "req -config ts.cnf -new -newkey rsa:2048 -nodes -keyout tsa.key -out tsa.csr -subj /CN=Clock",
        "x509 -req -in tsa.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 6000 -out tsa.pem -extfile ts.cnf -extensions tsa",
    ] {
        openssl(folder, line);
    }
}

#[test]
fn a_time_stamp_goes_out_as_a_request_and_comes_back_as_a_file() {
    let (mut desk, ids) = desk_with(&["1", "2"]);
    let folder = folder_for(&mut desk);
    authority(folder.path());
    let request = text(&desk.call("journal.write_stamp_request", json!({ "id": ids[0] })));
    std::fs::rename(folder.path().join(request), folder.path().join("q.tsq")).unwrap();
    openssl(folder.path(), "ts -reply -config ts.cnf -section tsa_config -queryfile q.tsq -out a.tsr");
    desk.will_pick_file(Some(folder.path().join("a.tsr")));
    desk.refused("journal.read_stamp", json!({ "id": ids[1] }));
    let answer = desk.call("journal.read_stamp", json!({ "id": ids[0] }));
    let file = &answer["entry"]["files"][0];
    assert_eq!(file["file"]["kind"], "stamped");
    assert!(text(&file["file"]["note"]).contains("«Clock»"), "{file}");
    assert_eq!(answer["entry"]["can_stamp"], false);
    let name = text(&desk.call("journal.file", json!({ "id": file["file"]["id"] })));
    assert!(name.ends_with("(с меткой времени).pdf"), "{name}");
    let found = judge(&std::fs::read(folder.path().join(name)).unwrap(), &[]);
    assert!(found.verdict.is_intact() && found.signatures[0].timestamp.is_some(), "{:?}", found.reasons);
    let again = desk.refused("journal.write_stamp_request", json!({ "id": ids[0] }));
    assert!(again.message.contains("уже есть файл с меткой"), "{again:?}");
}

#[test]
fn a_signature_beside_the_document_gets_its_stamp_inside() {
    let (mut desk, ids) = desk_with(&["1", "2"]);
    let folder = folder_for(&mut desk);
    authority(folder.path());
    let file = desk.call("journal.sign_detached", json!({ "id": ids[0] }))["files"][0].clone();
    let asked = json!({ "id": ids[0], "file_id": file["file"]["id"] });
    assert_eq!(file["can_stamp"], true);
    let foreign = json!({ "id": ids[1], "file_id": file["file"]["id"] });
    assert!(desk.refused("journal.write_stamp_request", foreign).message.contains("не подпись этого"));
    let request = text(&desk.call("journal.write_stamp_request", asked.clone()));
    assert!(request.ends_with(".pdf.sig.tsq"), "{request}");
    std::fs::rename(folder.path().join(request), folder.path().join("q.tsq")).unwrap();
    openssl(folder.path(), "ts -reply -config ts.cnf -section tsa_config -queryfile q.tsq -out a.tsr");
    desk.will_pick_file(Some(folder.path().join("a.tsr")));
    desk.refused("journal.read_stamp", json!({ "id": ids[0] }));
    let files = desk.call("journal.read_stamp", asked.clone())["entry"]["files"].clone();
    assert_eq!(files.as_array().unwrap().len(), 1, "the stamp lies inside the signature");
    assert_eq!((&files[0]["file"]["kind"], &files[0]["can_stamp"]), (&json!("detached"), &json!(false)));
    assert_eq!(files[0]["file"]["file"]["name"], file["file"]["file"]["name"]);
    let note = text(&files[0]["file"]["note"]);
    assert!(note.starts_with(&text(&file["file"]["note"])) && note.contains("«Clock»"), "{note}");
    let name = text(&desk.call("journal.file", json!({ "id": file["file"]["id"] })));
    let signature = std::fs::read(folder.path().join(name)).unwrap();
    let judged = judge_detached(&pdf(&mut desk, &ids[0]), &signature, &[]);
    assert!(judged.verdict.is_intact() && judged.signatures[0].timestamp.is_some(), "{:?}", judged.reasons);
    desk.refused("journal.write_stamp_request", asked);
    assert_eq!(entry(&mut desk, &ids[0])["can_stamp"], true, "the signature inside may be stamped as well");
}

#[test]
fn a_scan_is_a_picture_or_a_pdf_and_may_be_deleted() {
    let (mut desk, ids) = desk_with(&["1"]);
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in [("скан.txt", &b"text"[..]), ("скан.png", b"not a picture"), ("пусто.pdf", b"")]
    {
        choose(&mut desk, folder.path(), name, bytes);
        let refusal = desk.refused("journal.attach_scan", json!({ "id": ids[0] }));
        assert!(refusal.message.contains(name), "{refusal:?}");
    }
    choose(&mut desk, folder.path(), "скан.png", b"\x89PNG\r\n\x1a\nbody");
    let scanned = desk.call("journal.attach_scan", json!({ "id": ids[0] }));
    let file = &scanned["files"][0];
    assert_eq!(
        (&file["kind_label"], &file["can_delete"]),
        (&json!("Скан бумажного экземпляра"), &json!(true))
    );
    let deleted = desk.call("journal.delete_file", json!({ "id": file["file"]["id"] }));
    assert_eq!(deleted["files"], json!([]));
}
