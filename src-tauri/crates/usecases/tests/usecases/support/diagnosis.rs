//! Filling the questionnaire of a teacher of mathematics.

use serde_json::{Value, json};

use crate::support::{Desk, text};

/// Begins a questionnaire and gives its id.
pub(crate) fn start(desk: &mut Desk, person: &str) -> String {
    let begun = desk.call("self_diagnosis.start", json!({ "person_id": person, "instrument": "DX-MATH" }));
    text(&begun["response"]["id"])
}

/// Answers every item with `value`, but those named otherwise.
pub(crate) fn answer_all(desk: &mut Desk, response: &str, value: Value, but: &[(&str, Value)]) {
    let view = desk.call("self_diagnosis.response", json!({ "id": response }));
    for item in view["instrument"]["items"].as_array().unwrap() {
        let id = text(&item["id"]);
        let own = but.iter().find(|(item, _)| *item == id).map_or(&value, |(_, own)| own);
        desk.call("self_diagnosis.answer", json!({ "id": response, "item": id, "value": own }));
    }
}

/// Fills and finishes a questionnaire; gives its id.
pub(crate) fn pass(desk: &mut Desk, person: &str, value: u8, but: &[(&str, Value)], helps: bool) -> String {
    let id = start(desk, person);
    answer_all(desk, &id, json!(value), but);
    desk.call("self_diagnosis.save_note", json!({ "id": id, "help_text": "", "agrees_to_help": helps }));
    desk.call("self_diagnosis.complete", json!({ "id": id }));
    id
}

/// The only open deficit of a teacher's item.
pub(crate) fn open_deficit(desk: &mut Desk, person: &str, item: &str) -> String {
    let overview = desk.call("self_diagnosis.overview", Value::Null);
    let fits = |view: &&Value| {
        let deficit = &view["deficit"];
        deficit["person_id"] == person && deficit["item"] == item && deficit["closed_on"].is_null()
    };
    let found: Vec<&Value> = overview["deficits"].as_array().unwrap().iter().filter(fits).collect();
    assert_eq!(found.len(), 1, "one open deficit {item}");
    text(&found[0]["deficit"]["id"])
}
