//! The programme as a test edits it.
#![allow(dead_code, unreachable_pub, reason = "each test file uses its own part")]

use serde_json::{Value, json};

use crate::support::{Desk, text};

/// A reason without a basis: enough for a draft.
pub fn reason() -> Value {
    json!({ "reason": "По итогам анализа", "basis": "", "basis_date": null })
}

/// A reason with an order.
pub fn order(number: &str, date: &str) -> Value {
    json!({ "reason": "По итогам анализа", "basis": format!("приказ № {number}"), "basis_date": date })
}

/// One bounded stretch of days.
pub fn window(raw: &str, from: &str, to: &str) -> Value {
    let segments = json!([{ "kind": "window", "from": from, "to": to, "stage": null }]);
    json!({ "raw": raw, "segments": segments, "ambiguous": false, "note": null })
}

/// The same months in each year.
pub fn yearly(raw: &str, months: [u8; 2], years: &[i32]) -> Value {
    let segments =
        json!([{ "kind": "yearly", "months": [months], "years": years, "stages": [], "assumed": false }]);
    json!({ "raw": raw, "segments": segments, "ambiguous": false, "note": null })
}

/// An event of the plan by its code, withdrawn or not.
pub fn event(desk: &mut Desk, code: &str) -> Value {
    found(&desk.call("program.get", Value::Null), code).unwrap_or_else(|| panic!("no event {code}"))
}

fn found(program: &Value, code: &str) -> Option<Value> {
    let tasks = program["tasks"].as_array().unwrap().iter();
    let mut events = tasks.flat_map(|task| task["events"].as_array().unwrap());
    events.find(|event| event["event"]["code"] == code).cloned()
}

/// Its id.
pub fn id(desk: &mut Desk, code: &str) -> String {
    text(&event(desk, code)["event"]["id"])
}

/// What the user would see in the form of an event, with some of it changed.
pub fn fields(desk: &mut Desk, code: &str, changed: &Value) -> Value {
    let event = event(desk, code)["event"].clone();
    let mut fields = json!({});
    for name in [
        "code",
        "title",
        "result",
        "evidence_required",
        "responsible",
        "responsible_person_id",
        "level",
        "term",
        "note",
    ] {
        fields[name] = changed.get(name).unwrap_or(&event[name]).clone();
    }
    fields
}

/// An edit of an event.
pub fn edit(desk: &mut Desk, code: &str, changed: &Value, correction: Value) -> Value {
    json!({ "id": id(desk, code), "task_id": null, "parent_id": null, "is_group": false,
        "fields": fields(desk, code, changed), "correction": correction })
}

/// A new event of the school's own under the task of another.
pub fn own(desk: &mut Desk, beside: &str, code: &str, term: Value) -> Value {
    let beside = event(desk, beside)["event"].clone();
    json!({ "id": null, "task_id": beside["task_id"], "parent_id": beside["parent_id"], "is_group": false,
        "fields": { "code": code, "title": "Мероприятие школы", "result": "", "evidence_required": "",
            "responsible": "", "responsible_person_id": null, "level": "school", "term": term, "note": "" },
        "correction": reason() })
}

/// Approves the programme.
pub fn approve(desk: &mut Desk, number: &str, date: &str) -> Value {
    desk.call(
        "program.approve",
        json!({ "order_no": number, "order_date": date, "authority": "", "note": "" }),
    )
}

/// Lines of the corrections that a write has recorded.
pub fn told(recorded: &Value) -> Vec<String> {
    let changes = recorded["changes"].as_array().unwrap().iter();
    changes.map(|change| crate::support::plain(&text(&change["text"]))).collect()
}

/// Codes of the road map in order.
pub fn codes(desk: &mut Desk) -> Vec<String> {
    let roadmap = desk.call("roadmap.get", Value::Null);
    let tasks = roadmap["tasks"].as_array().unwrap().iter();
    let events = tasks.flat_map(|task| task["events"].as_array().unwrap());
    events.map(|event| text(&event["event"]["code"])).collect()
}

/// Windows and states of an event of the road map.
pub fn occurrences(desk: &mut Desk, code: &str) -> Vec<(String, String)> {
    let roadmap = desk.call("roadmap.get", Value::Null);
    let tasks = roadmap["tasks"].as_array().unwrap().iter();
    let mut events = tasks.flat_map(|task| task["events"].as_array().unwrap());
    let event =
        events.find(|event| event["event"]["code"] == code).unwrap_or_else(|| panic!("no event {code}"));
    let views = event["occurrences"].as_array().unwrap().iter();
    views.map(|view| (crate::support::plain(&text(&view["when"])), text(&view["state"]))).collect()
}

/// Marks the n-th occurrence of an event done, with a document.
pub fn done(desk: &mut Desk, code: &str, at: usize, day: &str) {
    let roadmap = desk.call("roadmap.get", Value::Null);
    let tasks = roadmap["tasks"].as_array().unwrap().iter();
    let mut events = tasks.flat_map(|task| task["events"].as_array().unwrap());
    let event = events.find(|event| event["event"]["code"] == code).unwrap();
    let id = event["occurrences"][at]["occurrence"]["id"].clone();
    let document = json!({ "kind": "order", "title": "", "number": format!("{code}-{at}"), "date": day,
        "file_token": null });
    desk.call(
        "roadmap.done",
        json!({ "id": id, "done_on": day, "result": "", "evidence": document, "reason": "" }),
    );
}
