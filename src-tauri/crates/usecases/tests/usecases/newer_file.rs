//! A newer municipal file beside the school's programme.

use crate::support::{Desk, text};
use opora_usecases::Code;
use serde_json::{Value, json};

const BOGOTOL: &str = include_str!("../../../../../assets/programmes/bogotol.json");

/// The second edition: 4 says more, 9 has another term, 10 and 11 other words, a new event stands after 12 (so that
/// 13–17 get other numbers), 2 has vanished, 5.3 asks for more in 2025, there is another act.
fn edition() -> Value {
    let mut file: Value = serde_json::from_str(BOGOTOL).unwrap();
    file["version"] = json!(2);
    file["act"]["text"] = json!("приказ Управления образования от 02.12.2024 № 99");
    let events = file["events"].as_array_mut().unwrap();
    let set = |events: &mut Vec<Value>, code: &str, field: &str, value: Value| {
        events.iter_mut().find(|event| event["code"] == code).unwrap()[field] = value;
    };
    set(events, "4", "result", json!("Не менее четырёх встреч в год, протоколы"));
    set(events, "10", "title", json!("Новые слова муниципалитета"));
    set(events, "11", "title", json!("Обновление специальных страниц на сайтах"));
    set(
        events,
        "12",
        "term",
        json!({ "raw": "Октябрь 2022; 2023-2025", "segments": [{ "kind": "yearly", "months": [[10, 10]], "years": [2022, 2023, 2024, 2025] }], "ambiguous": false }),
    );
    let mut fresh = events[3].clone();
    fresh["title"] = json!("Слёт команд школ");
    fresh["term"] = json!({ "raw": "Март 2025", "segments": [{ "kind": "window", "from": "2025-03-01", "to": "2025-03-31" }], "ambiguous": false });
    events.insert(12, fresh);
    for (place, event) in events.iter_mut().enumerate().skip(12) {
        event["code"] = json!((place + 1).to_string());
    }
    events.retain(|event| event["code"] != "2");
    let indicators = file["indicators"].as_array_mut().unwrap();
    let coverage = indicators.iter_mut().find(|own| own["code"] == "5.3").unwrap();
    coverage["targets"]["2025"]["value"] = json!(90);
    coverage["targets"]["2025"]["raw"] = json!("2025 –не менее 90%");
    indicators.retain(|own| own["code"] != "5.5");
    file
}

fn why() -> Value {
    json!({ "reason": "Новая редакция муниципальной программы", "basis": "приказ № 99", "basis_date": "2024-12-02" })
}

/// Боготол with facts at 2, 4 and 12, own words at 10 and a value at 5.5; the second edition has been imported.
fn desk() -> Desk {
    let mut desk = Desk::with_programme("2024-12-20", "bogotol");
    for code in ["2", "4", "12"] {
        let id = event(&mut desk, code)["occurrences"][0]["occurrence"]["id"].clone();
        let evidence = json!({ "kind": "protocol", "title": "", "number": code, "date": "2024-12-01", "file_token": null });
        desk.call("roadmap.done", json!({ "id": id, "done_on": "2024-12-02", "result": "Сделано", "evidence": evidence, "reason": "" }));
    }
    let own = event(&mut desk, "10")["event"].clone();
    let fields = json!({ "code": "10", "title": "Слова школы", "result": own["result"], "evidence_required": own["evidence_required"],
        "responsible": own["responsible"], "responsible_person_id": null, "level": own["level"], "term": own["term"], "note": "" });
    desk.call("program.save_event", json!({ "id": own["id"], "task_id": null, "parent_id": null, "is_group": false, "fields": fields, "correction": why() }));
    let indicator = indicator(&mut desk, "5.5")["indicator"]["id"].clone();
    desk.call("indicator.set_fact", json!({ "indicator_id": indicator, "stage": "2024", "fact": { "kind": "flag", "value": true }, "as_of": "2024-12-01", "comment": "" }));
    import(&mut desk, &edition());
    desk
}

fn import(desk: &mut Desk, file: &Value) {
    let path = desk.dir.path().join("newer.json");
    std::io::Write::write_all(&mut std::fs::File::create(&path).unwrap(), file.to_string().as_bytes())
        .unwrap();
    desk.will_pick_file(Some(path));
    let picked = desk.call("programme.pick_file", Value::Null);
    desk.call("programme.import", json!({ "token": picked["token"], "as_next_version": false }));
}

fn event(desk: &mut Desk, code: &str) -> Value {
    let roadmap = desk.call("roadmap.get", Value::Null);
    let tasks = roadmap["tasks"].as_array().unwrap().clone();
    let mut events = tasks.iter().flat_map(|task| task["events"].as_array().unwrap());
    events.find(|event| event["event"]["code"] == code).unwrap_or_else(|| panic!("no event {code}")).clone()
}

fn indicator(desk: &mut Desk, code: &str) -> Value {
    let sheet = desk.call("indicator.sheet", Value::Null);
    let groups = sheet["groups"].as_array().unwrap().clone();
    let mut rows = groups.iter().flat_map(|group| group["rows"].as_array().unwrap());
    rows.find(|row| row["indicator"]["code"] == code).unwrap_or_else(|| panic!("no indicator {code}")).clone()
}

fn file() -> Value {
    json!({ "id": "bogotol", "token": null })
}

fn item<'a>(comparison: &'a Value, key: &str) -> &'a Value {
    let items = comparison["items"].as_array().unwrap();
    items.iter().find(|item| item["key"] == key).unwrap_or_else(|| panic!("no {key} in {comparison:#}"))
}

fn merge(desk: &mut Desk, choices: Value) -> Value {
    desk.call("programme.merge", json!({ "file": file(), "choices": choices, "correction": why() }))
}

#[test]
fn the_comparison_tells_three_sides_and_what_they_mean_for_the_work() {
    let mut desk = desk();
    let found = desk.call("programme.compare", file());
    assert_eq!(found["base_known"], true);
    assert_eq!(found["summary"], "новых — 1, исчезло — 2, изменено — 6, перенумеровано — 5, решить вам — 1.");
    let clash = item(&found, "event/10");
    let field = &clash["fields"][0];
    assert_eq!(
        (&field["ours"], &field["theirs"]),
        (&json!("Слова школы"), &json!("Новые слова муниципалитета"))
    );
    assert!(text(&field["base"]) != "Слова школы");
    assert_eq!((&field["conflict"], &field["take"]), (&json!(true), &json!(false)));
    let vanished = item(&found, "event/2");
    assert_eq!((&vanished["change"], &vanished["facts"]), (&json!("vanished"), &json!(1)));
    assert!(text(&vanished["effect"]).contains("сохранится"), "{}", vanished["effect"]);
    let term = item(&found, "event/12");
    assert_eq!(
        text(&term["effect"]).replace('\u{a0}', " "),
        "В плане 4 срока, станет 4 срока; 1 отметка сохранится."
    );
    let moved = item(&found, "event/17");
    assert_eq!(
        (&moved["was_code"], &moved["code"], &moved["change"]),
        (&json!("17"), &json!("18"), &json!("renumbered"))
    );
    assert_eq!(item(&found, "target/5.3/2025")["fields"][0]["theirs"], "2025 –не менее 90%");
}

#[test]
fn a_merge_loses_nothing_and_is_recorded_and_undone() {
    let mut desk = desk();
    let before = (desk.call("roadmap.get", Value::Null), desk.call("indicator.sheet", Value::Null));
    let merged = merge(&mut desk, json!([]));
    assert_eq!(merged["summary"], "Принято изменений: 13, оставлено своё: 1.");

    let roadmap = desk.call("roadmap.get", Value::Null);
    assert_eq!(
        (&roadmap["program"]["template_version"], &roadmap["program"]["act"]),
        (&json!(2), &json!("приказ Управления образования от 02.12.2024 № 99"))
    );
    assert_eq!(
        event(&mut desk, "10")["event"]["title"],
        "Слова школы",
        "own words are kept unless she says otherwise"
    );
    assert_eq!(event(&mut desk, "4")["event"]["result"], "Не менее четырёх встреч в год, протоколы");
    assert_eq!(event(&mut desk, "4")["occurrences"][0]["state"], "done");
    let december = event(&mut desk, "12");
    let states: Vec<_> =
        december["occurrences"].as_array().unwrap().iter().map(|view| text(&view["state"])).collect();
    assert_eq!(states.iter().filter(|state| *state == "done").count(), 1, "the marked term stands");
    assert_eq!(december["occurrences"][0]["evidence"].as_array().unwrap().len(), 1);
    assert_eq!(event(&mut desk, "13")["event"]["title"], "Слёт команд школ");
    assert_eq!(event(&mut desk, "18")["event"]["template_code"], "18");
    assert_eq!(indicator(&mut desk, "5.3")["cells"][3]["target_share"], 90);

    let program = desk.call("program.get", Value::Null);
    let events: Vec<_> = program["tasks"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|task| task["events"].as_array().unwrap().clone())
        .collect();
    let gone = events.iter().find(|event| event["event"]["code"] == "2").unwrap();
    assert_eq!((&gone["event"]["withdrawn_on"], &gone["facts"]), (&json!("2024-12-20"), &json!(1)));
    let left = program["indicators"]
        .as_array()
        .unwrap()
        .iter()
        .find(|own| own["indicator"]["code"] == "5.5")
        .unwrap();
    assert_eq!((&left["indicator"]["withdrawn_on"], &left["facts"]), (&json!("2024-12-20"), &json!(1)));
    let changes = program["changes"].as_array().unwrap();
    assert!(
        changes.iter().filter(|change| change["change"]["basis"] == "приказ № 99").count() >= 12,
        "{}",
        changes.len()
    );

    assert_eq!(desk.refused("programme.compare", file()).code, Code::Refused, "it is the adopted file now");
    desk.call("history.undo", Value::Null);
    assert_eq!((desk.call("roadmap.get", Value::Null), desk.call("indicator.sheet", Value::Null)), before);
}

#[test]
fn each_choice_is_followed() {
    let mut desk = desk();
    let choices = [
        ("event/10/title", true),
        ("event/2", false),
        ("event/+13", false),
        ("event/17/code", false),
        ("target/5.3/2025", false),
        ("head//act", false),
    ];
    let choices: Vec<_> = choices.iter().map(|(key, take)| json!({ "key": key, "take": take })).collect();
    merge(&mut desk, json!(choices));
    assert_eq!(event(&mut desk, "10")["event"]["title"], "Новые слова муниципалитета");
    assert_eq!(event(&mut desk, "2")["event"]["withdrawn_on"], Value::Null);
    let kept = event(&mut desk, "17");
    let titles: Vec<Value> =
        serde_json::from_str::<Value>(BOGOTOL).unwrap()["events"].as_array().unwrap().clone();
    assert_eq!(kept["event"]["title"], titles[16]["title"], "its number is the school's choice");
    assert_eq!(kept["event"]["template_code"], "18", "but it is known by the new one");
    assert_eq!(indicator(&mut desk, "5.3")["cells"][3]["target_share"], 80);
    let roadmap = desk.call("roadmap.get", Value::Null);
    assert!(text(&roadmap["program"]["act"]).contains("№ 58"));
    let codes: Vec<_> = roadmap["tasks"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|task| task["events"].as_array().unwrap())
        .map(|event| text(&event["event"]["code"]))
        .collect();
    let mut unique = codes.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), codes.len(), "no number stands twice: {codes:?}");
    assert_eq!(codes.len(), 17);
}

#[test]
fn a_closed_stage_keeps_its_target() {
    let mut desk = desk();
    let stages = desk.call("monitoring.list", Value::Null);
    let last = stages.as_array().unwrap().iter().find(|view| view["stage"]["code"] == "2024").unwrap();
    desk.call("monitoring.close", json!({ "id": last["stage"]["id"] }));
    let mut third = edition();
    third["version"] = json!(3);
    let coverage =
        third["indicators"].as_array_mut().unwrap().iter_mut().find(|own| own["code"] == "5.3").unwrap();
    coverage["targets"]["2024"]["value"] = json!(75);
    import(&mut desk, &third);
    let found = desk.call("programme.compare", file());
    assert_eq!(item(&found, "target/5.3/2024")["can_take"], false);
    merge(&mut desk, json!([{ "key": "target/5.3/2024/target", "take": true }]));
    assert_eq!(indicator(&mut desk, "5.3")["cells"][2]["target_share"], 70);
}

#[test]
fn a_programme_moved_to_other_years_is_compared_in_its_own_years() {
    let mut desk = Desk::school("2026-11-22");
    desk.call(
        "programme.adopt",
        json!({ "id": "bogotol", "period": { "from": "2026-01-01", "to": "2029-12-31" } }),
    );
    let mut file_two: Value = serde_json::from_str(BOGOTOL).unwrap();
    file_two["version"] = json!(2);
    file_two["events"][3]["title"] = json!("Другое название");
    import(&mut desk, &file_two);
    let found = desk.call("programme.compare", file());
    let items: Vec<_> = found["items"].as_array().unwrap().iter().map(|item| text(&item["key"])).collect();
    assert_eq!(items, ["event/4"], "{found:#}");
    assert_eq!(found["warnings"].as_array().unwrap().len(), 1);
}

#[test]
fn the_adopted_file_and_a_missing_one_are_refused_and_without_a_reason_nothing_is_merged() {
    let mut desk = Desk::with_programme("2024-12-20", "bogotol");
    assert_eq!(desk.refused("programme.compare", file()).code, Code::Refused);
    assert_eq!(
        desk.refused("programme.compare", json!({ "id": "moskva", "token": null })).code,
        Code::NotFound
    );
    import(&mut desk, &edition());
    let nothing = json!({ "reason": "", "basis": "", "basis_date": null });
    let refused =
        desk.refused("programme.merge", json!({ "file": file(), "choices": [], "correction": nothing }));
    assert_eq!(refused.details[0].place, "correction.reason");
    assert_eq!(desk.call("roadmap.get", Value::Null)["program"]["template_version"], 1);
}
