//! Stages: closing, frozen snapshots, corrections.

use crate::support::{Desk, plain, text};
use opora_domain::monitoring::Stage;
use opora_store::{Secret, Store};
use opora_usecases::Code;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

fn stage(desk: &mut Desk, code: &str) -> Value {
    let stages = desk.call("monitoring.list", Value::Null);
    stages.as_array().unwrap().iter().find(|view| view["stage"]["code"] == code).unwrap().clone()
}

fn sheet(desk: &mut Desk, code: &str) -> Value {
    let id = text(&stage(desk, code)["stage"]["id"]);
    desk.call("monitoring.sheet", json!({ "id": id }))
}

fn close_input(desk: &mut Desk, code: &str) -> Value {
    json!({ "id": stage(desk, code)["stage"]["id"] })
}

fn coverage_fact(desk: &mut Desk, stage: &str, passed: u32) -> Value {
    let sheet = sheet(desk, stage);
    let row = sheet["rows"].as_array().unwrap().iter().find(|row| row["code"] == "5.3").unwrap();
    json!({ "indicator_id": row["indicator_id"], "stage": stage, "as_of": null, "comment": "",
        "fact": { "kind": "share", "numerator": passed, "denominator": 20 } })
}

/// Боготол in January 2025, the year 2024 closed with 13 of 20.
fn closed() -> Desk {
    let mut desk = Desk::with_programme("2025-01-10", "bogotol");
    let fact = coverage_fact(&mut desk, "2024", 13);
    desk.call("indicator.set_fact", fact);
    let id = close_input(&mut desk, "2024");
    desk.call("monitoring.close", id);
    desk
}

#[test]
fn a_stage_counts_its_own_indicators_only() {
    let mut desk = Desk::with_programme("2024-12-20", "bogotol");
    let view = stage(&mut desk, "2024");
    assert_eq!(view["of"], 15, "17 indicators, two of them kept by the municipality");
    assert_eq!((&view["filled"], &view["running"]), (&json!(0), &json!(true)));
    assert_eq!(view["kind_label"], "Год");
    let fact = coverage_fact(&mut desk, "2024", 14);
    desk.call("indicator.set_fact", fact);
    let view = stage(&mut desk, "2024");
    assert_eq!((&view["filled"], &view["achieved"]), (&json!(1), &json!(1)));
}

#[test]
fn rows_say_which_the_municipality_keeps() {
    let mut desk = Desk::with_programme("2024-12-20", "bogotol");
    let rows = sheet(&mut desk, "2024")["rows"].clone();
    let municipal = rows.as_array().unwrap().iter().filter(|row| row["municipal"] == true);
    let codes: Vec<String> = municipal.map(|row| text(&row["code"])).collect();
    assert_eq!(codes, ["1.1", "2.1"]);
}

#[test]
fn an_empty_stage_is_not_closed() {
    let mut desk = Desk::with_programme("2025-01-10", "bogotol");
    let id = close_input(&mut desk, "2024");
    assert_eq!(desk.refused("monitoring.close", id).code, Code::Refused);
    assert!(stage(&mut desk, "2024")["stage"]["closed_on"].is_null());
}

#[test]
fn a_closed_stage_keeps_a_snapshot_with_its_hash() {
    let mut desk = closed();
    let view = stage(&mut desk, "2024");
    assert_eq!(view["stage"]["closed_on"], "2025-01-10");
    assert_eq!(text(&view["stage"]["snapshot_sha256"]).len(), 64);
    assert_eq!(view["stage"]["snapshot"], "", "the text is left out of the card");
    let rows = sheet(&mut desk, "2024")["rows"].clone();
    let row = rows.as_array().unwrap().iter().find(|row| row["code"] == "5.3").unwrap().clone();
    assert_eq!(plain(&text(&row["fact"])), "13 из 20 = 65,0 %");
    assert_eq!(row["state"], "not_achieved");
}

fn has_float(value: &Value) -> bool {
    match value {
        Value::Number(number) => number.is_f64(),
        Value::Array(items) => items.iter().any(has_float),
        Value::Object(fields) => fields.values().any(has_float),
        _ => false,
    }
}

#[test]
fn the_snapshot_is_canonical_text_of_its_hash() {
    let Desk { dir, api, .. } = closed();
    drop(api);
    let now = chrono::DateTime::parse_from_rfc3339("2025-01-11T12:00:00+07:00").unwrap();
    let store = Store::open(&dir.path().join("school"), Secret::None, now).unwrap();
    let stages = store.read().all::<Stage>().unwrap();
    let stage = stages.iter().find(|stage| stage.code == "2024").unwrap();
    let hash: String = Sha256::digest(&stage.snapshot).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(hash, stage.snapshot_sha256);
    let value: Value = serde_json::from_str(&stage.snapshot).unwrap();
    assert!(stage.snapshot.starts_with(r#"{"closed_on":"2025-01-10","program_id":"#), "keys in order");
    assert_eq!(value["rows"].as_array().unwrap().len(), 17);
    assert!(!has_float(&value), "whole numbers only");
}

#[test]
fn closed_stage_refuses_edits() {
    let mut desk = closed();
    let before = sheet(&mut desk, "2024");
    let fact = coverage_fact(&mut desk, "2024", 14);
    assert_eq!(desk.refused("indicator.set_fact", fact).code, Code::Frozen);
    let indicators = desk.call("indicator.sheet", Value::Null);
    let value = indicators.to_string();
    let at = value.find("\"value_id\":\"").unwrap() + 12;
    let id = &value[at..at + 36];
    assert_eq!(desk.refused("indicator.clear_fact", json!({ "id": id })).code, Code::Frozen);
    let stage_id = before["view"]["stage"]["id"].clone();
    let plan = json!({ "id": stage_id, "from": "2024-02-01", "to": "2024-12-31" });
    assert_eq!(desk.refused("monitoring.plan", plan).code, Code::Frozen);
    let again = desk.refused("monitoring.close", json!({ "id": stage_id }));
    assert_eq!(again.code, Code::Frozen);
    assert_eq!(sheet(&mut desk, "2024"), before);
}

#[test]
fn closing_cannot_be_undone() {
    let mut desk = closed();
    let _ = desk.api.dispatch("history.undo", Value::Null);
    assert_eq!(stage(&mut desk, "2024")["stage"]["closed_on"], "2025-01-10");
}

#[test]
fn correction_leaves_the_snapshot_unchanged() {
    let mut desk = closed();
    let before = sheet(&mut desk, "2024");
    let mut fact = coverage_fact(&mut desk, "2024", 15);
    let nameless = desk.refused("indicator.correct_fact", fact.clone());
    assert_eq!((nameless.code, nameless.details[0].place.as_str()), (Code::Invalid, "comment"));
    fact["comment"] = json!("Не учли двух совместителей");
    let cell = desk.call("indicator.correct_fact", fact);
    assert_eq!((&cell["corrected"], &cell["frozen"]), (&json!(true), &json!(true)));
    assert_eq!(cell["state"], "achieved", "the correction counts in the sheet of indicators");
    let after = sheet(&mut desk, "2024");
    assert_eq!(after["rows"], before["rows"]);
    assert_eq!(after["view"], before["view"]);
    let correction = &after["corrections"][0];
    assert_eq!(plain(&text(&correction["frozen"])), "13 из 20 = 65,0 %");
    assert_eq!(plain(&text(&correction["corrected"])), "15 из 20 = 75,0 %");
    assert_eq!(correction["reason"], "Не учли двух совместителей");
}

#[test]
fn each_correction_is_a_record_of_its_own() {
    let mut desk = closed();
    for passed in [14, 16] {
        let mut fact = coverage_fact(&mut desk, "2024", passed);
        fact["comment"] = json!("Уточнено");
        desk.call("indicator.correct_fact", fact);
    }
    let corrections = sheet(&mut desk, "2024")["corrections"].clone();
    let corrected: Vec<String> =
        corrections.as_array().unwrap().iter().map(|c| plain(&text(&c["corrected"]))).collect();
    assert_eq!(corrected, ["14 из 20 = 70,0 %", "16 из 20 = 80,0 %"]);
}

#[test]
fn a_value_forgotten_at_closing_is_a_correction_too() {
    let mut desk = closed();
    let rows = sheet(&mut desk, "2024")["rows"].clone();
    let row = rows.as_array().unwrap().iter().find(|row| row["code"] == "1.2").unwrap().clone();
    let cell = desk.call(
        "indicator.correct_fact",
        json!({ "indicator_id": row["indicator_id"], "stage": "2024", "as_of": null,
            "comment": "Приказ найден", "fact": { "kind": "flag", "value": true } }),
    );
    assert_eq!(cell["corrected"], true);
    let correction = sheet(&mut desk, "2024")["corrections"][0].clone();
    assert_eq!((&correction["code"], &correction["frozen"]), (&json!("1.2"), &json!("")));
    assert_eq!(correction["corrected"], "да");
}

#[test]
fn an_open_stage_can_be_planned() {
    let mut desk = Desk::with_programme("2024-12-20", "strezhevoy");
    let id = stage(&mut desk, "start")["stage"]["id"].clone();
    let reversed = json!({ "id": id, "from": "2024-12-31", "to": "2024-12-01" });
    assert_eq!(desk.refused("monitoring.plan", reversed).code, Code::Invalid);
    let view = desk.call("monitoring.plan", json!({ "id": id, "from": "2024-12-01", "to": "2024-12-31" }));
    assert_eq!(view["running"], true);
    assert_eq!(desk.call("indicator.sheet", Value::Null)["current_stage"], "start");
}
