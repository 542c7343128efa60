//! Every kind of document that has data in the demo is issued, each with its place in the outgoing register.

use opora_usecases::verify::{Trust, Verdict, judge_by};
use serde_json::{Value, json};

use crate::support::{Desk, text};

/// The day of the demo.
const DAY: &str = "2024-12-20";

fn demo() -> Desk {
    let mut desk = Desk::empty(DAY);
    desk.call("base.demo", json!({ "programme_id": "bogotol" }));
    desk
}

fn pen() -> Value {
    json!([{ "role": "deputy", "way": "pen" }, { "role": "director", "way": "pen" }])
}

fn asked(document: &Value, number: &str) -> Value {
    signed_by(document, number, pen())
}

fn signed_by(document: &Value, number: &str, signers: Value) -> Value {
    json!({ "document": document, "number": number, "date": DAY, "signers": signers })
}

/// What is to be issued: both reports and every card that is ready, about its first subject.
fn documents(desk: &mut Desk) -> Vec<Value> {
    let cards = desk.call("documents.list", Value::Null)["documents"].as_array().unwrap().clone();
    let ready = cards.into_iter().filter(|card| card["ready"] == true && card["is_form"] == false);
    let one = |card: Value| json!({ "kind": card["kind"], "subject": card["subjects"][0]["id"] });
    let reports = [
        json!({ "kind": "quarterly", "from": "2024-10-01", "to": "2024-12-31" }),
        json!({ "kind": "annual", "from": "2024-01-01", "to": "2024-12-31" }),
    ];
    reports.into_iter().chain(ready.map(one)).collect()
}

#[test]
fn every_ready_document_of_the_demo_is_issued() {
    let mut desk = demo();
    let all = documents(&mut desk);
    assert!(all.len() >= 15, "{}", all.len());
    for document in &all {
        let offer = desk.call("issue.offer", document.clone());
        let outcome = desk.call("issue.sign", asked(document, &text(&offer["next_number"])));
        let report = &outcome["issued"]["report"];
        assert_eq!(report["kind"], document["kind"]);
        assert_eq!(report["title"], offer["title"]);
        assert_eq!(report["number"], offer["next_number"]);
    }
}

#[test]
fn every_ready_document_of_the_demo_is_signed_by_key_and_found_whole() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::empty(DAY);
    desk.will_pick_folder(Some(folder.path().to_owned()));
    desk.call("base.demo", json!({ "programme_id": "bogotol" }));
    desk.call("identity.create", Value::Null);
    for document in documents(&mut desk) {
        let number = desk.call("issue.offer", document.clone())["next_number"].clone();
        let by_key = json!([{ "role": "deputy", "way": "own_key" }, { "role": "director", "way": "pen" }]);
        let outcome = desk.call("issue.sign", signed_by(&document, &text(&number), by_key));
        let file = desk.export(&outcome["issued"]);
        let bytes = opora_exchange::read_file(&folder.path().join(&file), 100_000_000).unwrap();
        let found = judge_by(&bytes, &Trust::default());
        assert_eq!(found.verdict, Verdict::ValidUnknownSigner, "{file}: {:?}", found.reasons);
    }
}

#[test]
fn a_date_before_the_period_and_a_year_to_come_are_refused() {
    let mut desk = demo();
    let quarter = json!({ "kind": "quarterly", "from": "2024-10-01", "to": "2024-12-31" });
    let mut early = asked(&quarter, "901");
    early["date"] = json!("2024-09-30");
    let refusal = desk.refused("issue.sign", early);
    assert!(refusal.details.iter().any(|detail| detail.place == "date"), "{refusal:?}");
    let year = json!({ "kind": "annual", "from": "2025-01-01", "to": "2025-12-31" });
    let refusal = desk.refused("issue.sign", asked(&year, "901"));
    assert!(refusal.message.contains("ещё не начался"), "{refusal:?}");
}

#[test]
fn another_program_signs_nothing_in_the_demo() {
    let mut desk = demo();
    let quarter = json!({ "kind": "quarterly", "from": "2024-10-01", "to": "2024-12-31" });
    let mut outside = asked(&quarter, "901");
    outside["signers"] = json!([{ "role": "director", "way": "external" }]);
    let refusal = desk.refused("issue.sign", outside);
    assert!(refusal.details.iter().any(|detail| detail.place == "signers"), "{refusal:?}");
}
