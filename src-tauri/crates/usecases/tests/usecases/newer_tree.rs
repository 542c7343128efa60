//! A newer municipal file whose rows stand under other rows.

use crate::support::program as plan;

use crate::support::{Desk, text};
use opora_usecases::Code;
use plan::{codes, done, event, told};
use serde_json::{Value, json};

const ZHIGALOVO: &str = include_str!("../../../../../assets/programmes/zhigalovo.json");

/// The file as version 2, edited; row by code with the row before which it stands.
fn desk(edit: impl FnOnce(&mut Vec<Value>)) -> Desk {
    let mut desk = Desk::with_programme("2021-12-01", "zhigalovo");
    let mut file: Value = serde_json::from_str(ZHIGALOVO).unwrap();
    file["version"] = json!(2);
    edit(file["events"].as_array_mut().unwrap());
    let path = desk.dir.path().join("newer.json");
    std::io::Write::write_all(&mut std::fs::File::create(&path).unwrap(), file.to_string().as_bytes())
        .unwrap();
    desk.will_pick_file(Some(path));
    let picked = desk.call("programme.pick_file", Value::Null);
    desk.call("programme.import", json!({ "token": picked["token"], "as_next_version": false }));
    desk
}

fn at(events: &[Value], code: &str) -> usize {
    events.iter().position(|event| event["code"] == code).unwrap()
}

fn file() -> Value {
    json!({ "id": "zhigalovo", "token": null })
}

fn input(choices: Value) -> Value {
    let why = json!({ "reason": "Новая редакция", "basis": "приказ № 9", "basis_date": "2021-11-01" });
    json!({ "file": file(), "choices": choices, "correction": why })
}

fn keys(desk: &mut Desk) -> Vec<String> {
    let found = desk.call("programme.compare", file());
    let items = found["items"].as_array().unwrap().iter();
    items
        .flat_map(|item| item["fields"].as_array().unwrap().clone())
        .map(|field| text(&field["key"]))
        .collect()
}

/// The row above.
fn above(desk: &mut Desk, code: &str) -> String {
    let parent = event(desk, code)["event"]["parent_id"].clone();
    let all: Vec<String> = codes(desk);
    let found = all.into_iter().find(|code| event(desk, code)["event"]["id"] == parent);
    found.unwrap_or_default()
}

/// 1.1.1.2 goes under 1.2.1 as its last row; 1.1.2 gets the number 1.1.9.
fn regrouped(events: &mut Vec<Value>) {
    let mut moved = events.remove(at(events, "1.1.1.2"));
    moved["parent"] = json!("1.2.1");
    let last = at(events, "1.2.1.8") + 1;
    events.insert(last, moved);
    for event in events {
        if event["code"] == "1.1.2" {
            event["code"] = json!("1.1.9");
        }
        if event["parent"] == "1.1.2" {
            event["parent"] = json!("1.1.9");
        }
    }
}

/// 1.1 and the 1.1.1 below it change places.
fn turned(events: &mut Vec<Value>) {
    let mut lower = events.remove(at(events, "1.1.1"));
    lower["parent"] = json!("1");
    let upper = at(events, "1.1");
    events[upper]["parent"] = json!("1.1.1");
    events.insert(upper, lower);
}

#[test]
fn a_row_moves_under_the_row_of_the_newer_file() {
    let mut desk = desk(regrouped);
    assert_eq!(
        keys(&mut desk),
        ["event/1.1.2/code", "event/1.1.1.2/parent"],
        "a new number above is no move"
    );
    let found = desk.call("programme.compare", file());
    let field = &found["items"][1]["fields"][0];
    assert_eq!(field["label"], "заголовок");
    assert!(text(&field["ours"]).starts_with("1.1.1. "), "{field}");
    assert!(text(&field["theirs"]).starts_with("1.2.1. "), "{field}");
    let merged = desk.call("programme.merge", input(json!([])));
    assert!(told(&merged["recorded"]).iter().any(|text| text.contains("перемещено")), "{merged:#}");
    assert_eq!(above(&mut desk, "1.1.1.2"), "1.2.1");
    assert_eq!(above(&mut desk, "1.1.2.1"), "1.1.9");
    let all = codes(&mut desk);
    let place = all.iter().position(|code| code == "1.1.1.2").unwrap();
    assert_eq!((all[place - 1].as_str(), all[place + 1].as_str()), ("1.2.1.8", "1.2.2"));
}

#[test]
fn a_row_that_the_school_moved_itself_stays_unless_the_school_says_so() {
    let mut desk = desk(regrouped);
    let (row, to) =
        (event(&mut desk, "1.1.1.2")["event"].clone(), event(&mut desk, "1.2.2")["event"].clone());
    let why = json!({ "reason": "Так удобнее", "basis": "", "basis_date": null });
    desk.call(
        "program.move_event",
        json!({ "id": row["id"], "task_id": to["task_id"], "parent_id": to["id"],
        "before_id": null, "correction": why }),
    );
    desk.call("programme.merge", input(json!([])));
    assert_eq!(above(&mut desk, "1.1.1.2"), "1.2.2");
}

#[test]
fn rows_change_places_and_never_make_a_circle() {
    let mut desk = desk(turned);
    let halfway = json!([{ "key": "event/1.1.1/parent", "take": false }]);
    let refusal = desk.refused("programme.merge", input(halfway));
    assert_eq!((refusal.code, refusal.details[0].place.as_str()), (Code::Invalid, "choices"));
    assert_eq!(above(&mut desk, "1.1.1"), "1.1", "nothing has changed");
    done(&mut desk, "1.1.2.1", 0, "2021-11-01");
    desk.call("programme.merge", input(json!([])));
    assert_eq!([above(&mut desk, "1.1.1"), above(&mut desk, "1.1")], ["1", "1.1.1"]);
    assert_eq!(above(&mut desk, "1.1.2"), "1.1", "what stood under it has gone along");
    assert_eq!(event(&mut desk, "1.1.2.1")["facts"], 1);
}

#[test]
fn a_file_of_which_nothing_is_taken_is_named_in_the_sheet_of_corrections() {
    let mut desk = desk(regrouped);
    let none: Vec<Value> = keys(&mut desk).iter().map(|key| json!({ "key": key, "take": false })).collect();
    let merged = desk.call("programme.merge", input(json!(none)));
    assert_eq!(merged["summary"], "Принято изменений: 0, оставлено своё: 2.");
    let told = told(&merged["recorded"]);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("Муниципальная программа") && told[0].contains("версия 2"), "{told:?}");
    assert_eq!(
        desk.refused("programme.compare", file()).code,
        Code::Refused,
        "later files are compared with it"
    );
}
