//! Documents of the programme and the inventory of evidence.

use crate::support::program;

use std::path::{Path, PathBuf};

use crate::support::{Desk, plain, text};
use opora_usecases::Code;
use program::{approve, edit, order};
use serde_json::{Value, json};

const KINDS: [&str; 4] = ["passport", "roadmap", "changes", "inventory"];

fn bogotol() -> Desk {
    Desk::with_programme("2024-12-20", "bogotol")
}

fn card(desk: &mut Desk, kind: &str) -> Value {
    let view = desk.call("documents.list", Value::Null);
    view["documents"].as_array().unwrap().iter().find(|card| card["kind"] == kind).unwrap().clone()
}

fn occurrence(desk: &mut Desk, code: &str, index: usize) -> String {
    let roadmap = desk.call("roadmap.get", Value::Null);
    let tasks = roadmap["tasks"].as_array().unwrap();
    let mut events = tasks.iter().flat_map(|task| task["events"].as_array().unwrap());
    let event = events.find(|event| event["event"]["code"] == code).unwrap();
    text(&event["occurrences"][index]["occurrence"]["id"])
}

fn done(id: &str, day: &str, evidence: Value, reason: &str) -> Value {
    json!({ "id": id, "done_on": day, "result": "", "evidence": evidence, "reason": reason })
}

fn document(number: &str, token: Value) -> Value {
    json!({ "kind": "order", "title": "приказ о группе", "number": number, "date": "2024-12-10", "file_token": token })
}

fn a_file(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(name);
    std::io::Write::write_all(&mut std::fs::File::create(&path).unwrap(), bytes).unwrap();
    path
}

fn picked(desk: &mut Desk, path: PathBuf) -> Value {
    desk.will_pick_file(Some(path));
    desk.call("roadmap.pick_file", Value::Null)["token"].clone()
}

#[test]
fn before_a_programme_nothing_can_be_made() {
    let mut desk = Desk::school("2024-12-20");
    for kind in KINDS {
        assert_eq!(card(&mut desk, kind)["ready"], json!(false), "{kind}");
        assert_eq!(desk.refused("documents.preview", json!({ "kind": kind })).code, Code::Refused);
    }
}

#[test]
fn every_document_is_written_in_three_forms_and_read_back() {
    let mut desk = bogotol();
    let out = tempfile::tempdir().unwrap();
    desk.will_pick_folder(Some(out.path().to_owned()));
    for kind in KINDS {
        assert!(desk.call("documents.preview", json!({ "kind": kind }))["pages"].as_u64().unwrap() > 0);
        for (format, mark) in [("pdf", &b"%PDF-"[..]), ("docx", b"PK"), ("xlsx", b"PK")] {
            let input = json!({ "kind": kind, "format": format });
            let said = desk.call("documents.export", input);
            let name = text(&said["file_name"]);
            assert!(name.ends_with(format), "{name}");
            let body = std::fs::read(out.path().join(&name)).unwrap();
            assert!(body.starts_with(mark), "{name}");
            assert_eq!(json!(body.len()), said["bytes"]);
        }
    }
    desk.will_pick_folder(None);
    assert_eq!(desk.call("documents.export", json!({ "kind": "roadmap", "format": "pdf" })), Value::Null);
}

#[test]
fn a_period_that_runs_backwards_is_refused_by_its_field() {
    let mut desk = bogotol();
    let backwards = json!({ "kind": "roadmap", "from": "2024-12-01", "to": "2024-10-01" });
    let refusal = desk.refused("documents.preview", backwards);
    assert_eq!((refusal.code, refusal.details[0].place.as_str()), (Code::Invalid, "to"));
    let refusal = desk.refused("evidence.list", json!({ "from": "2024-12-01", "to": "2024-10-01" }));
    assert_eq!(refusal.code, Code::Invalid);
}

#[test]
fn a_draft_becomes_a_document_by_an_order() {
    let mut desk = bogotol();
    assert_eq!(card(&mut desk, "passport")["draft"], json!(true));
    approve(&mut desk, "41", "2024-12-02");
    let passport = card(&mut desk, "passport");
    assert_eq!(passport["draft"], json!(false));
    let change = edit(&mut desk, "3", &json!({ "title": "Анализ реализации" }), order("45", "2024-12-10"));
    desk.call("program.save_event", change);
    let changes = card(&mut desk, "changes");
    assert_eq!(plain(&text(&changes["holds"])), "1 изменение");
    assert_eq!(plain(&text(&changes["missing"][0]["text"])), "Приказом ещё 1 изменение не утверждено.");
}

#[test]
fn periods_are_offered_in_words() {
    let mut desk = bogotol();
    let view = desk.call("documents.list", Value::Null);
    let labels: Vec<String> = view["periods"].as_array().unwrap().iter().map(|p| text(&p["label"])).collect();
    assert_eq!(labels[..3], ["Весь срок программы", "2025 год", "2024 год"]);
    assert!(labels.contains(&"IV квартал 2024 года".to_owned()), "{labels:?}");
    assert!(!labels.contains(&"I квартал 2025 года".to_owned()), "it has not begun");
}

#[test]
fn the_inventory_holds_the_documents_of_its_period_and_what_was_done_without_one() {
    let mut desk = bogotol();
    let folder = tempfile::tempdir().unwrap();
    let token = picked(&mut desk, a_file(folder.path(), "Приказ.pdf", b"%PDF-1.7 order"));
    let (with, without) = (occurrence(&mut desk, "10", 2), occurrence(&mut desk, "11", 0));
    desk.call("roadmap.done", done(&with, "2024-12-19", document("45", token), ""));
    desk.call("roadmap.done", done(&without, "2024-11-05", Value::Null, "Оригинал у муниципалитета"));

    let list = desk.call("evidence.list", json!({ "from": "2024-10-01", "to": "2024-12-31" }));
    assert_eq!(plain(&text(&list["total"])), "1 документ, из них с файлом — 1, всего 1 КБ");
    assert_eq!(text(&list["period"]), "IV квартал 2024 года");
    let row = &list["documents"][0]["row"];
    assert_eq!(
        (&row["title"], &row["number"], &row["kind"]),
        (&json!("Приказ о группе"), &json!("45"), &json!("Приказ"))
    );
    assert_eq!(text(&row["sha256"]).len(), 64, "whole in the data");
    assert_eq!(list["bare"][0]["row"]["reason"], "Оригинал у муниципалитета");
    assert_eq!(list["bare"][0]["owed"], json!(false), "the reason is given");
    assert!(text(&list["accepts"]).contains("20"), "the limit is said");

    let november = desk.call("evidence.list", json!({ "from": "2024-11-01", "to": "2024-11-30" }));
    assert_eq!(
        (november["documents"].as_array().unwrap().len(), november["bare"].as_array().unwrap().len()),
        (0, 1)
    );
    let before = desk.call("evidence.list", json!({ "to": "2024-09-30" }));
    assert_eq!(plain(&text(&before["total"])), "Документов нет");
}

#[test]
fn the_same_file_twice_is_one_body() {
    let mut desk = bogotol();
    let folder = tempfile::tempdir().unwrap();
    for (at, name) in [(1, "Первый.pdf"), (2, "Второй.pdf")] {
        let token = picked(&mut desk, a_file(folder.path(), name, b"%PDF-1.7 the same"));
        let id = occurrence(&mut desk, "10", at);
        desk.call("roadmap.add_evidence", json!({ "occurrence_id": id, "evidence": document("45", token) }));
    }
    let list = desk.call("evidence.list", json!({}));
    let hashes: Vec<&Value> =
        list["documents"].as_array().unwrap().iter().map(|item| &item["row"]["sha256"]).collect();
    assert_eq!(hashes.len(), 2);
    assert_eq!(hashes[0], hashes[1]);
}

#[test]
fn a_file_is_judged_by_its_bytes_and_not_by_its_name() {
    let mut desk = bogotol();
    let folder = tempfile::tempdir().unwrap();
    let unfit: [(&str, &[u8]); 5] = [
        ("скан.pdf", b"MZ\x90\0 program"),
        ("фото.jpg", b"%PDF-1.7"),
        ("справка.docx", b"<html>"),
        ("таблица.xls", b"PK\x03\x04"),
        ("список.txt", b"\0\x01\x02"),
    ];
    for (name, bytes) in unfit {
        desk.will_pick_file(Some(a_file(folder.path(), name, bytes)));
        let refusal = desk.refused("roadmap.pick_file", Value::Null);
        assert_eq!(refusal.code, Code::Invalid, "{name}");
        assert!(refusal.message.contains("внутри файла не"), "{name}: {}", refusal.message);
    }
    let fit: [(&str, &[u8]); 5] = [
        ("скан.PDF", b"\n%PDF-1.4"),
        ("фото.jpeg", b"\xff\xd8\xff\xe0"),
        ("снимок.png", b"\x89PNG\r\n\x1a\n"),
        ("справка.docx", b"PK\x03\x04"),
        ("список.txt", "Иванова".as_bytes()),
    ];
    for (name, bytes) in fit {
        assert!(picked(&mut desk, a_file(folder.path(), name, bytes)).is_string(), "{name}");
    }
}

#[test]
fn what_is_done_keeps_the_document_that_its_programme_demands() {
    let mut desk = bogotol();
    let id = occurrence(&mut desk, "10", 2);
    let bare = done(&id, "2024-12-19", Value::Null, "  ");
    assert_eq!(desk.refused("roadmap.done", bare).code, Code::Invalid, "neither a document nor a reason");
    let status = json!({ "id": id, "status": "done", "reason": "", "due": null });
    assert_eq!(desk.refused("roadmap.set_status", status).code, Code::Invalid, "no way around");

    let evidence = json!({ "occurrence_id": id, "evidence": document("45", Value::Null) });
    let first = text(&desk.call("roadmap.add_evidence", evidence)["id"]);
    desk.call("roadmap.done", done(&id, "2024-12-19", Value::Null, ""));
    assert_eq!(desk.refused("roadmap.delete_evidence", json!({ "id": first })).code, Code::Refused);

    desk.call("history.undo", Value::Null);
    let roadmap = desk.call("evidence.list", json!({}));
    assert_eq!(
        roadmap["bare"].as_array().unwrap().len(),
        0,
        "what was done is taken back before its document"
    );
    desk.call("history.undo", Value::Null);
    let left = desk.call("evidence.list", json!({}));
    assert_eq!((left["documents"].as_array().unwrap().len(), left["bare"].as_array().unwrap().len()), (0, 0));
}

/// Everything that its card says can be made, by every choice that the card offers.
fn made(desk: &mut Desk, kind: &str) -> usize {
    let card = card(desk, kind);
    if card["ready"] == json!(false) {
        assert_eq!(card["missing"][0]["blocking"], json!(true), "{kind} says what it waits for");
        return 0;
    }
    let offered = card["subjects"].as_array().unwrap().iter().map(|one| one["id"].clone());
    let without = !text(&card["without_subject"]).is_empty() || text(&card["subject_label"]).is_empty();
    let choices: Vec<Value> = without.then_some(Value::Null).into_iter().chain(offered).collect();
    for subject in &choices {
        for format in ["pdf", "docx", "xlsx"] {
            let said =
                desk.call("documents.export", json!({ "kind": kind, "subject": subject, "format": format }));
            assert!(said["bytes"].as_u64().unwrap() > 0, "{kind} {subject} {format}");
        }
    }
    choices.len()
}

/// Kinds for which the demo school has nothing yet: no report issued, no certificate made.
const SILENT: [&str; 2] = ["cover_letter", "fingerprint_act"];

fn every_document_of_the_demo(programme: &str, silent: &[&str]) {
    let out = tempfile::Builder::new().prefix("papers").tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let mut desk = Desk::empty("2024-12-20");
    desk.will_pick_folder(Some(out.path().to_owned()));
    desk.call("base.demo", json!({ "programme_id": programme }));
    let cards = desk.call("documents.list", Value::Null)["documents"].clone();
    let kinds = cards.as_array().unwrap().iter().map(|card| text(&card["kind"]));
    let found: Vec<String> = kinds.filter(|kind| made(&mut desk, kind) == 0).collect();
    if std::env::var_os("OPORA_KEEP").is_some() {
        println!("{}", out.keep().display());
    }
    assert_eq!(found, silent, "{programme}");
}

#[test]
fn every_document_of_the_demo_of_bogotol_is_made_for_every_choice() {
    every_document_of_the_demo("bogotol", &SILENT);
}

#[test]
fn every_document_of_the_demo_of_yeniseysk_is_made_for_every_choice() {
    every_document_of_the_demo("yeniseysk", &SILENT);
}

#[test]
fn every_document_of_the_demo_of_strezhevoy_is_made_for_every_choice() {
    // Its plan names no events of the school: the demo has nothing to show or to correct in a road map.
    every_document_of_the_demo(
        "strezhevoy",
        &["roadmap", "order_changes", "cover_letter", "fingerprint_act"],
    );
}

#[test]
fn every_document_of_the_demo_of_zhigalovo_is_made_for_every_choice() {
    every_document_of_the_demo("zhigalovo", &SILENT);
}

#[test]
fn every_document_of_the_demo_of_yakovlevka_is_made_for_every_choice() {
    every_document_of_the_demo("yakovlevka", &SILENT);
}

#[test]
fn a_school_without_data_is_told_what_each_document_waits_for() {
    let mut desk = bogotol();
    let out = tempfile::tempdir().unwrap();
    desk.will_pick_folder(Some(out.path().to_owned()));
    let cards = desk.call("documents.list", Value::Null)["documents"].clone();
    let kinds = cards.as_array().unwrap().iter().map(|card| text(&card["kind"]));
    let made: Vec<String> = kinds.filter(|kind| made(&mut desk, kind) > 0).collect();
    let of_programme = [
        "passport",
        "roadmap",
        "changes",
        "inventory",
        "stage_reference",
        "final_report",
        "presentation",
        "questionnaire",
        "consent",
        "order_approval",
        "order_working_group",
    ];
    assert_eq!(made, of_programme);
}

#[test]
fn a_form_is_printed_and_never_issued() {
    let mut desk = bogotol();
    for kind in ["questionnaire", "consent"] {
        assert_eq!(card(&mut desk, kind)["is_form"], json!(true));
        let offer = desk.call("issue.offer", json!({ "kind": kind }));
        assert_eq!(offer["missing"][0]["blocking"], json!(true));
        let signer = json!({ "role": "deputy", "way": "pen" });
        let input = json!({ "document": { "kind": kind }, "number": "1", "date": "2024-12-20", "correction_reason": "", "signers": [signer] });
        let refusal = desk.refused("issue.sign", input);
        assert!(refusal.message.starts_with("Бланк не подписывают"), "{}", refusal.message);
    }
    assert_eq!(card(&mut desk, "passport")["is_form"], json!(false));
}

#[test]
fn papers_look_as_the_school_chose() {
    let mut desk = bogotol();
    let usual = desk.call("school.paper", Value::Null);
    let chosen = json!({ "type_size": 12, "left_margin": 30, "spacing": 115, "code": false });
    assert_eq!(usual["paper"], chosen);
    let before = desk.call("documents.preview", json!({ "kind": "passport" }))["pages"].as_u64().unwrap();

    let strange = json!({ "type_size": 15, "left_margin": 10, "spacing": 300, "code": true });
    let refusal = desk.refused("school.save_paper", strange);
    let places: Vec<&str> = refusal.details.iter().map(|one| one.place.as_str()).collect();
    assert_eq!((refusal.code, places), (Code::Invalid, vec!["type_size", "left_margin", "spacing"]));

    let large = json!({ "type_size": 14, "left_margin": 20, "spacing": 150, "code": true });
    assert_eq!(desk.call("school.save_paper", large.clone())["paper"], large);
    assert_eq!(desk.call("school.paper", Value::Null)["paper"], large);
    let after = desk.call("documents.preview", json!({ "kind": "passport" }));
    assert!(after["pages"].as_u64().unwrap() > before, "larger type and spacing take more pages");
    desk.call("history.undo", Value::Null);
    assert_eq!(desk.call("school.paper", Value::Null)["paper"], chosen);
}
