//! One quarter of one school without a window: from the empty folder to a signed report on a stick,
//! then to the next laptop.

#![allow(clippy::unwrap_used)] // helpers of tests fail as tests do

#[path = "../../src-tauri/crates/usecases/tests/usecases/support/mod.rs"]
mod support;

use serde_json::{Value, json};
use support::{Desk, school_card, text};

const TODAY: &str = "2023-12-20";
const PASSWORD: &str = "снег идёт с утра";

#[test]
fn a_quarter_ends_with_a_report_that_outlives_the_laptop() {
    let mut desk = Desk::empty(TODAY);
    desk.call("base.create", json!({ "school": school_card(), "password": PASSWORD }));
    desk.call("programme.adopt", json!({ "id": "yeniseysk" }));
    let (mentor, mentee) =
        (desk.add_teacher("Антонова Ирина Павловна"), desk.add_teacher("Громов Денис Олегович"));
    answer(&mut desk, &mentor, 0, true);
    answer(&mut desk, &mentee, 2, false);
    pair(&mut desk, &mentor);
    let done = mark_done(&mut desk);
    meet(&mut desk);
    let stick = tempfile::tempdir().unwrap();
    desk.will_pick_folder(Some(stick.path().to_owned()));
    unlock(&mut desk);
    desk.call("identity.create", json!(null));
    let issued = desk.issue_quarter("2023-Q4", "7");
    let exported = desk.export(&issued);
    let copy = desk.call("base.backup", json!(null));
    let history = desk.call("history.list", json!({ "limit": 500 }));
    assert!(history["entries"].as_array().unwrap().len() > 20, "every change is in the history");

    let mut next = Desk::empty("2024-01-10");
    next.will_pick_file(Some(stick.path().join(text(&copy["file"]))));
    next.call("base.restore", json!({ "password": PASSWORD }));
    let journal = next.call("report.overview", json!(null))["journal"].clone();
    assert_eq!(journal[0]["report"], issued["report"]);
    assert_eq!(status_of(&mut next, &done), "done");
    assert_eq!(next.call("base.check", json!(null))["ok"], true);
    next.will_pick_file(Some(stick.path().join(exported)));
    unlock(&mut next);
    assert_eq!(next.call("verify.pick", json!(null))["verdict"], "valid");
}

fn unlock(desk: &mut Desk) {
    desk.call("base.open", json!({ "password": PASSWORD }));
}

fn answer(desk: &mut Desk, person: &str, value: u8, agrees: bool) {
    let view = desk.call("self_diagnosis.start", json!({ "person_id": person, "instrument": "DX-MATH" }));
    let id = text(&view["response"]["id"]);
    for item in view["instrument"]["items"].as_array().unwrap() {
        desk.call("self_diagnosis.answer", json!({ "id": id, "item": item["id"], "value": value }));
    }
    desk.call("self_diagnosis.save_note", json!({ "id": id, "help_text": "", "agrees_to_help": agrees }));
    desk.call("self_diagnosis.complete", json!({ "id": id }));
}

fn pair(desk: &mut Desk, mentor: &str) {
    let deficits = desk.call("self_diagnosis.overview", json!(null))["deficits"].clone();
    let deficit = deficits[0]["deficit"].clone();
    let candidates = desk.call("mentoring.candidates", json!({ "deficit_id": deficit["id"] }));
    assert_eq!((&candidates[0]["person_id"], &candidates[0]["strong"]), (&json!(mentor), &json!(true)));
    let steps = desk.call("mentoring.suggest_steps", json!({ "deficit_id": deficit["id"] }));
    let tandem = json!({ "deficit_id": deficit["id"], "mentor_id": mentor, "outside_mentor": "",
        "mentee_id": deficit["person_id"], "topic": deficit["topic"], "scope": "internal",
        "started_on": null, "ends_on": null, "steps": steps });
    desk.call("mentoring.create", tandem);
}

fn events(desk: &mut Desk) -> Vec<Value> {
    let tasks = desk.call("roadmap.get", json!(null))["tasks"].clone();
    tasks.as_array().unwrap().iter().flat_map(|task| task["events"].as_array().unwrap().clone()).collect()
}

/// Marks the autumn wave of event 1.1 done and gives the id of the occurrence.
fn mark_done(desk: &mut Desk) -> String {
    let events = events(desk);
    let event = events.iter().find(|event| event["event"]["code"] == "1.1").unwrap();
    let due = |view: &&Value| view["occurrence"]["due"] == "2023-12-31";
    let id = text(&event["occurrences"].as_array().unwrap().iter().find(due).unwrap()["occurrence"]["id"]);
    let evidence = json!({ "kind": "note", "title": "", "number": "3", "date": TODAY, "file_token": null });
    let input = json!({ "id": id, "done_on": TODAY, "result": "", "evidence": evidence, "reason": "" });
    desk.call("roadmap.done", input);
    id
}

fn status_of(desk: &mut Desk, occurrence: &str) -> String {
    let events = events(desk);
    let views = events.iter().flat_map(|event| event["occurrences"].as_array().unwrap());
    let mut found = views.filter(|view| view["occurrence"]["id"] == occurrence);
    text(&found.next().unwrap()["occurrence"]["status"])
}

fn meet(desk: &mut Desk) {
    let meeting = json!({ "id": null, "number": "2", "date": "2023-12-18", "agenda": "Итоги квартала",
        "present": 5, "decisions": "Утвердить отчёт" });
    desk.call("registers.save_meeting", meeting);
}
