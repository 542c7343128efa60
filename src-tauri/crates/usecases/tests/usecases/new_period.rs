//! A programme in another period: adopted so, moved, ended and begun anew.

use crate::support::{Desk, plain, text};
use opora_usecases::Code;
use serde_json::{Value, json};

const TODAY: &str = "2026-11-22";

fn period(from: &str, to: &str) -> Value {
    json!({ "from": from, "to": to })
}

fn correction() -> Value {
    json!({ "reason": "Новый период программы", "basis": "приказ № 12", "basis_date": "2024-01-09" })
}

fn keep_all() -> Value {
    json!({ "wording": true, "own_rows": true, "responsibles": true, "baselines": true })
}

fn renewal(from: &str, to: &str, title: &str) -> Value {
    json!({ "period": period(from, to), "title": title, "keep": keep_all(), "correction": correction() })
}

fn events(roadmap: &Value) -> Vec<&Value> {
    let tasks = roadmap["tasks"].as_array().unwrap();
    tasks.iter().flat_map(|task| task["events"].as_array().unwrap()).collect()
}

fn event<'a>(roadmap: &'a Value, code: &str) -> &'a Value {
    let found = events(roadmap).into_iter().find(|event| event["event"]["code"] == code);
    found.unwrap_or_else(|| panic!("no event {code}"))
}

fn windows(event: &Value) -> Vec<String> {
    let occurrences = event["occurrences"].as_array().unwrap();
    let of = |view: &Value| {
        format!("{}..{}", text(&view["occurrence"]["window_from"]), text(&view["occurrence"]["window_to"]))
    };
    occurrences.iter().map(of).collect()
}

fn states(roadmap: &Value) -> Vec<String> {
    let all = events(roadmap).into_iter().flat_map(|event| event["occurrences"].as_array().unwrap());
    all.map(|view| text(&view["state"])).collect()
}

#[test]
fn a_past_programme_is_offered_the_years_that_run_and_shows_them_before_the_adoption() {
    let mut desk = Desk::school(TODAY);
    let cards = desk.call("programme.list", Value::Null);
    let card = cards.as_array().unwrap().iter().find(|card| card["id"] == "bogotol").unwrap();
    assert_eq!(
        (&card["past"], &card["suggested_period"]),
        (&json!(true), &period("2026-01-01", "2029-12-31"))
    );
    assert_eq!(plain(&text(&card["suggested_label"])), "1 января 2026 г. – 31 декабря 2029 г.");
    let preview =
        desk.call("programme.preview_adopt", json!({ "id": "bogotol", "period": card["suggested_period"] }));
    assert_eq!((&preview["years"], preview["rows"].as_array().unwrap().len()), (&json!(4), 17));
    assert_eq!(preview["rows"][0]["raw_now"], "Май 2026");
    assert_eq!(plain(&text(&preview["rows"][0]["was"][0])), "май 2022 г.");
    assert_eq!(plain(&text(&preview["rows"][0]["now"][0])), "май 2026 г.");
    assert_eq!(preview["counts"]["target_cells"], 41);
    assert!(plain(&text(&preview["first"][0])).starts_with("май 2026 г. — 1."), "{}", preview["first"]);
    let running = cards.as_array().unwrap().iter().find(|card| card["id"] == "yakovlevka").unwrap();
    assert_eq!((&running["past"], &running["suggested_period"]), (&json!(false), &Value::Null));
}

#[test]
fn an_adoption_in_another_period_owes_nothing_that_has_passed() {
    let mut desk = Desk::school(TODAY);
    let program = desk
        .call("programme.adopt", json!({ "id": "bogotol", "period": period("2026-01-01", "2029-12-31") }));
    assert_eq!(
        (&program["period_from"], &program["period_to"]),
        (&json!("2026-01-01"), &json!("2029-12-31"))
    );
    assert!(text(&program["title"]).contains("2026-2029"), "{}", program["title"]);
    let roadmap = desk.call("roadmap.get", Value::Null);
    assert_eq!(windows(event(&roadmap, "1")), ["2026-05-01..2026-05-31"]);
    let first = |code: &str| event(&roadmap, code)["occurrences"][0]["state"].clone();
    assert_eq!((first("10"), first("12")), (json!("before_act"), json!("planned")));
    assert!(states(&roadmap).iter().all(|state| state != "overdue"));
    assert!(states(&roadmap).iter().any(|state| state == "planned"));
    let stages: Vec<_> = desk
        .call("monitoring.list", Value::Null)
        .as_array()
        .unwrap()
        .iter()
        .map(|view| text(&view["stage"]["code"]))
        .collect();
    assert_eq!(stages, ["2026", "2027", "2028", "2029"]);
    assert_eq!(desk.call("today.get", Value::Null)["overdue"], json!([]));
}

#[test]
fn a_period_that_does_not_fit_is_refused() {
    let mut desk = Desk::school(TODAY);
    for wrong in [
        period("2026-01-01", "2025-12-31"),
        json!({ "from": "2026-01-01", "to": null }),
        period("2026-01-01", "2080-12-31"),
        period("1926-01-01", "1929-12-31"),
    ] {
        for (call, payload) in [
            ("programme.preview_adopt", json!({ "id": "bogotol", "period": wrong })),
            ("programme.adopt", json!({ "id": "bogotol", "period": wrong })),
        ] {
            assert_eq!(desk.refused(call, payload).code, Code::Invalid, "{wrong}");
        }
    }
    let open = json!({ "from": "2026-09-01", "to": null });
    desk.call("programme.adopt", json!({ "id": "strezhevoy", "period": open }));
}

#[test]
fn an_adopted_programme_is_moved_while_nothing_has_been_done() {
    let mut desk = Desk::with_programme("2024-01-10", "bogotol");
    let before = desk.call("roadmap.get", Value::Null);
    let preview = desk.call("program.shift_preview", period("2024-01-01", "2027-12-31"));
    assert_eq!(preview["years"], 2);
    let moved = json!({ "period": period("2024-01-01", "2027-12-31"), "correction": correction() });
    let recorded = desk.call("program.shift", moved.clone());
    assert!(recorded["changes"].as_array().unwrap().len() > 10, "each moved term is a correction");
    let roadmap = desk.call("roadmap.get", Value::Null);
    assert_eq!(
        windows(event(&roadmap, "17")),
        [
            "2024-08-01..2024-08-31",
            "2025-08-01..2025-08-31",
            "2026-08-01..2026-08-31",
            "2027-08-01..2027-08-31"
        ]
    );
    assert_eq!(roadmap["program"]["period_to"], "2027-12-31");
    assert_eq!(roadmap["program"]["id"], before["program"]["id"]);
    let sheet = desk.call("indicator.sheet", Value::Null);
    let codes: Vec<_> =
        sheet["stages"].as_array().unwrap().iter().map(|stage| text(&stage["code"])).collect();
    assert_eq!(codes, ["2024", "2025", "2026", "2027"]);
    desk.call("history.undo", Value::Null);
    assert_eq!(desk.call("roadmap.get", Value::Null), before);
    let done = text(&event(&before, "1")["occurrences"][0]["occurrence"]["id"]);
    desk.call("roadmap.done", json!({ "id": done, "done_on": "2024-01-09", "result": "", "evidence": null, "reason": "Документ в архиве" }));
    let refused = desk.refused("program.shift", moved);
    assert_eq!(refused.code, Code::Refused);
    assert!(refused.hint.contains("новый период"), "{}", refused.hint);
}

/// Енисейск with a marked event, a document, a value, an own event, a withdrawn one and a responsible.
fn worked_desk() -> Desk {
    let mut desk = Desk::with_programme("2023-12-20", "yeniseysk");
    let roadmap = desk.call("roadmap.get", Value::Null);
    let marked = event(&roadmap, "0.8")["occurrences"].as_array().unwrap().iter();
    let marked = marked.filter(|view| text(&view["occurrence"]["window_to"]).as_str() < "2023-12-20");
    for view in marked.take(3) {
        let evidence = json!({ "kind": "order", "title": "Снимок страницы", "number": "1", "date": "2023-12-01", "file_token": null });
        desk.call("roadmap.done", json!({ "id": view["occurrence"]["id"], "done_on": "2023-12-01", "result": "Сделано", "evidence": evidence, "reason": "" }));
    }
    let sheet = desk.call("indicator.sheet", Value::Null);
    let rows = sheet["groups"].as_array().unwrap().iter().flat_map(|group| group["rows"].as_array().unwrap());
    let row = rows
        .clone()
        .find(|row| row["indicator"]["auto"].is_null() && row["indicator"]["projection"] == "flag")
        .unwrap();
    desk.call("indicator.set_fact", json!({ "indicator_id": row["indicator"]["id"], "stage": "interim-2023", "fact": { "kind": "flag", "value": true }, "as_of": "2023-12-01", "comment": "" }));
    let fields = |code: &str, title: &str, person: Value| {
        json!({ "code": code, "title": title, "result": "", "evidence_required": "",
        "responsible": "", "responsible_person_id": person, "level": "school", "note": "",
        "term": { "raw": "Ежегодно в марте", "segments": [{ "kind": "yearly", "months": [[3, 3]], "years": [2023, 2024], "stages": [], "days": [], "assumed": false }], "ambiguous": false, "note": null } })
    };
    let person = desk.add_teacher("Петрова Анна Сергеевна");
    let task = roadmap["tasks"][0]["task"]["id"].clone();
    let why = json!({ "reason": "План школы", "basis": "", "basis_date": null });
    desk.call("program.save_event", json!({ "id": null, "task_id": task, "parent_id": null, "is_group": false, "fields": fields("0.20", "Своё мероприятие школы", json!(person)), "correction": why }));
    desk.call(
        "program.withdraw_event",
        json!({ "ids": [event(&roadmap, "2.11")["event"]["id"]], "correction": why }),
    );
    desk
}

#[test]
fn a_roll_over_ends_the_old_programme_and_begins_an_empty_new_one() {
    let mut desk = worked_desk();
    let old = desk.call("roadmap.get", Value::Null);
    let old_report = desk.call("report.preview", json!({ "period": "2023-Q4" }));
    desk.restart("2025-01-15");
    let preview = desk.call("program.renew_preview", period("2025-01-01", "2029-12-31"));
    assert_eq!(
        (&preview["own_events"], &preview["responsibles"], &preview["refusal"]),
        (&json!(1), &json!(1), &Value::Null)
    );
    assert_eq!(preview["dropped"].as_array().unwrap().len(), 1, "the withdrawn event stays behind");
    assert!(
        plain(&text(&preview["stays"])).starts_with("3 отметки об исполнении, 3 документа, 1 значение"),
        "{}",
        preview["stays"]
    );
    let program =
        desk.call("program.renew", renewal("2025-01-01", "2029-12-31", "Программа школы на 2025–2029 годы"));
    assert_eq!(program["title"], "Программа школы на 2025–2029 годы");

    let roadmap = desk.call("roadmap.get", Value::Null);
    assert_eq!(roadmap["program"]["id"], program["id"]);
    assert_eq!(events(&roadmap).len(), events(&old).len(), "64 + 1 own − 1 withdrawn");
    assert!(
        states(&roadmap).iter().all(|state| state != "done" && state != "overdue"),
        "nothing of the old year leaks"
    );
    assert_eq!(windows(event(&roadmap, "0.20")), ["2028-03-01..2028-03-31", "2029-03-01..2029-03-31"]);
    assert_ne!(event(&roadmap, "0.20")["event"]["responsible_person_id"], Value::Null);
    let sheet = desk.call("indicator.sheet", Value::Null);
    let cells = sheet["groups"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|group| group["rows"].as_array().unwrap())
        .flat_map(|row| row["cells"].as_array().unwrap());
    assert!(cells.clone().all(|cell| cell["value_id"].is_null()), "values stay with the old programme");
    let today = desk.call("today.get", Value::Null);
    assert_eq!((&today["overdue"], &today["done"]), (&json!([]), &json!(0)));

    let past = desk.call("program.past", Value::Null);
    let card = &past[0];
    assert_eq!(
        (&card["documents"], &card["values"], &card["program"]["ended_on"]),
        (&json!(3), &json!(1), &json!("2025-01-15"))
    );
    let whole = desk.call("program.past_view", json!({ "id": card["program"]["id"] }));
    let done = states(&whole["roadmap"]).iter().filter(|state| *state == "done").count();
    assert_eq!(done, 3);
    let report = desk.call("report.preview", json!({ "period": "2023-Q4" }));
    assert_eq!(rows_of(&report), rows_of(&old_report), "the report of an old quarter is the old programme's");
    let overview = desk.call("report.overview", Value::Null);
    let quarters: Vec<_> =
        overview["quarters"].as_array().unwrap().iter().map(|card| text(&card["period"])).collect();
    assert!(
        quarters.contains(&"2023-Q4".to_owned()) && quarters.contains(&"2025-Q1".to_owned()),
        "{quarters:?}"
    );

    let marked = whole["roadmap"]["tasks"][0]["events"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|event| event["occurrences"].as_array().unwrap());
    let closed = marked.clone().find(|view| view["state"] == "done").unwrap();
    let refused = desk.refused(
        "roadmap.set_status",
        json!({ "id": closed["occurrence"]["id"], "status": "planned", "reason": "", "due": null }),
    );
    assert_eq!(refused.code, Code::NotFound, "an ended programme takes no marks");

    desk.call("history.undo", Value::Null);
    let back = desk.call("roadmap.get", Value::Null);
    assert_eq!(back["program"]["ended_on"], Value::Null);
    assert_eq!(states(&back).iter().filter(|state| *state == "done").count(), 3);
    assert_eq!(desk.call("program.past", Value::Null), json!([]));
}

/// What of a preview does not depend on the day it is made.
fn rows_of(preview: &Value) -> Value {
    preview["report"]["roadmap"].clone()
}

#[test]
fn a_roll_over_needs_a_later_period_and_a_basis_once_approved() {
    let mut desk = Desk::with_programme("2024-01-10", "bogotol");
    let early = desk.refused("program.renew", renewal("2022-01-01", "2025-12-31", ""));
    assert_eq!(early.code, Code::Refused);
    desk.call(
        "program.approve",
        json!({ "order_no": "5", "order_date": "2024-01-10", "authority": "", "note": "" }),
    );
    let mut bare = renewal("2026-01-01", "2029-12-31", "");
    bare["correction"] = json!({ "reason": "Новый период", "basis": "", "basis_date": null });
    let refused = desk.refused("program.renew", bare);
    assert!(refused.details.iter().any(|detail| detail.place == "correction.basis"), "{refused:?}");
}

#[test]
fn start_values_go_over_where_targets_count_from_them() {
    let mut desk = Desk::with_programme("2024-02-01", "strezhevoy");
    let sheet = desk.call("indicator.sheet", Value::Null);
    let rows: Vec<_> = sheet["groups"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|group| group["rows"].as_array().unwrap())
        .collect();
    let row = rows.iter().find(|row| row["indicator"]["code"] == "2.1").unwrap();
    for (stage, value) in [("initial", 3), ("final", 8)] {
        desk.call("indicator.set_fact", json!({ "indicator_id": row["indicator"]["id"], "stage": stage, "fact": { "kind": "count", "value": value }, "as_of": "2024-01-31", "comment": "" }));
    }
    let input = json!({ "from": "2025-09-01", "to": null });
    let preview = desk.call("program.renew_preview", input.clone());
    assert_eq!(preview["baselines"].as_array().unwrap().len(), 1, "{}", preview["baselines"]);
    desk.call(
        "program.renew",
        json!({ "period": input, "title": "", "keep": keep_all(), "correction": correction() }),
    );
    let sheet = desk.call("indicator.sheet", Value::Null);
    let rows: Vec<_> = sheet["groups"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|group| group["rows"].as_array().unwrap())
        .collect();
    let row = rows.iter().find(|row| row["indicator"]["code"] == "2.1").unwrap();
    let facts: Vec<_> =
        row["cells"].as_array().unwrap().iter().map(|cell| cell["fact"]["value"].clone()).collect();
    assert_eq!(facts, [json!(8), Value::Null, Value::Null]);
}

#[test]
fn the_period_that_follows_is_offered() {
    let mut desk = Desk::with_programme("2024-01-10", "bogotol");
    let offer = desk.call("program.period_offer", Value::Null);
    assert_eq!(
        (&offer["past"], &offer["can_shift"], &offer["hint"]),
        (&json!(false), &json!(true), &json!(""))
    );
    assert_eq!(offer["next"], period("2026-01-01", "2029-12-31"));
    desk.restart("2028-02-01");
    let offer = desk.call("program.period_offer", Value::Null);
    assert_eq!((&offer["past"], &offer["next"]), (&json!(true), &period("2028-01-01", "2031-12-31")));
    assert!(text(&offer["hint"]).contains("истёк"), "{}", offer["hint"]);
}
