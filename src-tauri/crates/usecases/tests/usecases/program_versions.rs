//! Versions of the programme: approval, what is frozen, what differs.

use crate::support::program as plan;

use crate::support::{Desk, plain, text};
use opora_usecases::Code;
use plan::{approve, done, edit, event, fields, id, order, own, reason, window, yearly};
use serde_json::{Value, json};

const YEARS: [i32; 2] = [2022, 2023];

fn yeniseysk() -> Desk {
    Desk::with_programme("2022-12-20", "yeniseysk")
}

/// Ten edits of different kinds, one after another.
fn ten_edits(desk: &mut Desk) {
    let basis = || order("46", "2022-12-20");
    let person = desk.add_teacher("Петрова Анна Сергеевна");
    let passport = json!({ "title": "ШППКО", "goal": "Повысить качество", "responsible_person_id": person, "correction": basis() });
    desk.call("program.save_passport", passport);
    for (code, changed) in [
        ("1.4", json!({ "title": "Обмен опытом учителей школы" })),
        ("1.8", json!({ "result": "Все учителя посетили уроки", "note": "решение педсовета" })),
        ("3.1", json!({ "term": yearly("Март ежегодно", [3, 3], &YEARS) })),
    ] {
        let input = edit(desk, code, &changed, basis());
        desk.call("program.save_event", input);
    }
    let mut input = own(desk, "2.1", "2.1Ш", window("март 2023 г.", "2023-03-01", "2023-03-31"));
    input["correction"] = basis();
    desk.call("program.save_event", input);
    let ids = [id(desk, "2.4"), id(desk, "2.11")];
    desk.call("program.withdraw_event", json!({ "ids": ids, "correction": basis() }));
    let task = event(desk, "1.12")["event"]["task_id"].clone();
    let place = json!({ "id": id(desk, "1.12"), "task_id": task, "parent_id": null, "before_id": id(desk, "1.1"),
        "correction": basis() });
    desk.call("program.move_event", place);
    let item =
        json!({ "event_id": id(desk, "1.10"), "responsible_person_id": person, "from": null, "to": null });
    desk.call("program.assign", json!({ "items": [item], "correction": basis() }));
    let part = |desk: &mut Desk, title: &str| fields(desk, "3.5", &json!({ "code": "", "title": title }));
    let parts = [part(desk, "Диагностика"), part(desk, "Коррекция")];
    let split = json!({ "id": id(desk, "3.5"), "parts": parts, "facts_to": 0, "correction": basis() });
    desk.call("program.split_event", split);
    let indicator = desk.call("program.get", Value::Null)["indicators"][0].clone();
    let mut target = indicator["targets"][0]["target"].clone();
    target["target"]["raw"] = json!("не менее 90 %");
    target["target"]["cmp"] = json!("gte");
    target["target"]["value"] = json!(90);
    target["target"]["unit"] = json!("percent");
    desk.call(
        "program.save_target",
        json!({ "indicator_id": indicator["indicator"]["id"],
        "stage": target["stage"], "target": target["target"], "correction": basis() }),
    );
}

fn diff(desk: &mut Desk, from: i64, to: Option<i64>) -> Value {
    desk.call("program.diff", json!({ "from": from, "to": to }))
}

/// «action code field,field» of each row.
fn rows(diff: &Value) -> Vec<String> {
    let rows = diff["rows"].as_array().unwrap().iter();
    rows.map(|row| {
        let fields = row["fields"].as_array().unwrap().iter().map(|field| text(&field["field"]));
        let fields = fields.collect::<Vec<_>>().join(",");
        let fields = if row["action"] == "added" { String::new() } else { fields };
        format!("{} {} {fields}", text(&row["action"]), text(&row["code"]))
            .replace("  ", " ")
            .trim()
            .to_owned()
    })
    .collect()
}

#[test]
fn ten_edits_after_an_approval_read_right_in_the_difference() {
    let mut desk = yeniseysk();
    approve(&mut desk, "45", "2022-12-19");
    ten_edits(&mut desk);
    let wanted = [
        "edited title,goal,responsible_person",
        "moved 1.12 order",
        "edited 1.4 title",
        "edited 1.8 result,note",
        "assigned 1.10 responsible_person",
        "withdrawn 2.4",
        "withdrawn 2.11",
        "added 2.1Ш",
        "term_set 3.1 term,reading",
        "edited 3.5а code,title",
        "added 3.5б",
    ];
    let present = diff(&mut desk, 1, None);
    let mut found = rows(&present);
    let target = found.pop().unwrap();
    assert!(target.starts_with("target_changed") && target.ends_with("target"), "{target}");
    assert_eq!(found, wanted);
    assert_eq!(present["summary"], "добавлено 2, исключено 2, изменено 7, перемещено 1");
    assert_eq!(plain(&text(&present["from"])), "Версия 1 — приказ № 45 от 19.12.2022");
    let line = |code: &str| {
        let mut rows = present["rows"].as_array().unwrap().iter();
        plain(&text(&rows.find(|row| row["code"] == code).unwrap()["text"]))
    };
    assert!(
        line("1.12").ends_with("перемещено. Место: было «после 1.11», стало «первым»."),
        "{}",
        line("1.12")
    );
    assert!(
        line("3.1").contains("изменён срок. Срок: было «В течение года», стало «Март ежегодно»."),
        "{}",
        line("3.1")
    );
    assert!(line("3.1").contains("стало «март 2022 г.; март 2023 г.»."), "{}", line("3.1"));
    assert!(line("1.10").ends_with("Ответственный в школе: «Петрова А. С.»."), "{}", line("1.10"));

    let second = approve(&mut desk, "47", "2022-12-20");
    assert_eq!((&second["number"], &second["changes"]), (&json!(2), &json!(12)));
    assert_eq!(rows(&diff(&mut desk, 1, Some(2))), rows(&present), "the version says what the present said");
    assert_eq!(diff(&mut desk, 2, None)["summary"], "различий нет");
    assert_eq!(
        diff(&mut desk, 2, Some(1))["summary"],
        "добавлено 2, исключено 2, изменено 7, перемещено 1"
            .replace("добавлено 2, исключено 2", "исключено 2, возвращено 2")
    );
    let of_version = desk.call("program.changes", json!({ "subject_id": null, "version": 2 }));
    assert_eq!(of_version.as_array().unwrap().len(), 12);
    assert_eq!(desk.call("program.changes", json!({ "subject_id": null, "version": 0 })), json!([]));
}

#[test]
fn an_approval_cannot_be_undone_and_needs_something_to_approve() {
    let mut desk = yeniseysk();
    let order =
        |no: &str, date: &str| json!({ "order_no": no, "order_date": date, "authority": "", "note": "" });
    let refusal = desk.refused("program.approve", order(" ", "2023-01-01"));
    let places: Vec<_> = refusal.details.iter().map(|detail| detail.place.as_str()).collect();
    assert_eq!(places, ["order_no", "order_date"]);
    let card = approve(&mut desk, "45", "2022-12-19");
    assert_eq!((&card["number"], &card["authority"]), (&json!(1), &json!("Иванова Ольга Петровна")));
    assert_eq!(desk.call("program.get", Value::Null)["status_label"], "Утверждена");
    assert_eq!(desk.refused("history.undo", Value::Null).code, Code::Refused);
    assert_eq!(desk.refused("program.approve", order("46", "2022-12-20")).code, Code::Refused);
    let input = edit(&mut desk, "1.4", &json!({ "title": "Иначе" }), plan::order("46", "2022-12-20"));
    desk.call("program.save_event", input);
    let early = desk.refused("program.approve", order("46", "2022-12-18"));
    assert_eq!(early.details[0].place, "order_date", "not before the version it replaces");
    assert_eq!(approve(&mut desk, "46", "2022-12-20")["number"], 2);
}

#[test]
fn the_programme_as_adopted_is_kept_before_its_first_correction() {
    let mut desk = yeniseysk();
    assert_eq!(desk.call("program.versions", Value::Null), json!([]));
    assert_eq!(diff(&mut desk, 0, None)["summary"], "различий нет");
    let input = edit(&mut desk, "1.4", &json!({ "title": "Иначе" }), reason());
    desk.call("program.save_event", input.clone());
    let versions = desk.call("program.versions", Value::Null);
    assert_eq!((versions.as_array().unwrap().len(), &versions[0]["number"]), (1, &json!(0)));
    assert_eq!(rows(&diff(&mut desk, 0, None)), ["edited 1.4 title"]);
    let origin = desk.call("program.version", json!({ "number": 0 }));
    let lines = origin["lines"].as_array().unwrap();
    let of_kind = |kind: &str| lines.iter().filter(|line| line["line"]["kind"] == kind).count();
    assert_eq!((of_kind("program"), of_kind("event"), of_kind("indicator")), (1, 64, 24));
    desk.call("history.undo", Value::Null);
    assert_eq!(desk.call("program.versions", Value::Null), json!([]), "nothing has been corrected");
}

#[test]
fn a_version_is_not_touched_by_later_edits() {
    let mut desk = yeniseysk();
    approve(&mut desk, "45", "2022-12-19");
    let before = desk.call("program.version", json!({ "number": 1 }));
    ten_edits(&mut desk);
    done(&mut desk, "1.1", 0, "2022-12-20");
    desk.restart("2022-12-20");
    assert_eq!(desk.call("program.version", json!({ "number": 1 })), before);
    assert_eq!(desk.refused("program.version", json!({ "number": 2 })).code, Code::NotFound);
}

#[test]
fn closed_stages_and_issued_reports_keep_what_they_said() {
    let mut desk = Desk::with_programme("2024-12-20", "yakovlevka");
    desk.call("identity.create", Value::Null);
    let sheet = desk.call("indicator.sheet", Value::Null);
    let stage = sheet["stages"][0].clone();
    let row = sheet["groups"][0]["rows"][0].clone();
    let indicator = row["indicator"].clone();
    let fact = match text(&indicator["projection"]).as_str() {
        "flag" | "dynamics" => json!({ "kind": "flag", "value": true }),
        "count" => json!({ "kind": "count", "value": 3 }),
        _ => json!({ "kind": "share", "numerator": 3, "denominator": 8 }),
    };
    desk.call(
        "indicator.set_fact",
        json!({ "indicator_id": indicator["id"], "stage": stage["code"], "fact": fact,
        "as_of": null, "comment": "" }),
    );
    let issued = desk.issue_quarter("2024-Q4", "1");
    desk.call("monitoring.close", json!({ "id": stage["id"] }));
    let frozen = desk.call("monitoring.sheet", json!({ "id": stage["id"] }));
    let cell = desk.call("indicator.sheet", Value::Null)["groups"][0]["rows"][0]["cells"][0].clone();

    let target = json!({ "raw": "не менее 95 %", "cmp": "gte", "value": 95, "min": null, "max": null, "plus": null,
        "unit": "percent", "baseline": null, "level_at_least": null });
    let set = |stage: &str| json!({ "indicator_id": indicator["id"], "stage": stage, "target": target, "correction": reason() });
    assert_eq!(desk.refused("program.save_target", set(&text(&stage["code"]))).code, Code::Frozen);
    desk.call("program.save_target", set("const"));
    let now = desk.call("indicator.sheet", Value::Null)["groups"][0]["rows"][0]["cells"].clone();
    assert_eq!(
        (&now[0]["target"], &now[0]["state"]),
        (&cell["target"], &cell["state"]),
        "the closed stage is judged as it was"
    );
    assert_eq!(plain(&text(&now[1]["target"])), "не менее 95 %");
    desk.call("program.withdraw_indicator", json!({ "ids": [indicator["id"]], "correction": reason() }));
    assert_eq!(desk.call("monitoring.sheet", json!({ "id": stage["id"] }))["rows"], frozen["rows"]);
    let left = desk.call("indicator.sheet", Value::Null).to_string();
    assert!(!left.contains(&text(&indicator["id"])), "it is asked about no more");
    let journal = desk.call("report.overview", Value::Null)["journal"].clone();
    assert_eq!(journal[0]["report"], issued["report"]);
    let pdf = desk.call("journal.pdf", json!({ "id": issued["report"]["id"] }));
    assert!(text(&pdf["base64"]).starts_with("JVBERi0"));
}

#[test]
fn an_own_indicator_with_an_own_target_is_measured() {
    let mut desk = Desk::with_programme("2024-12-20", "bogotol");
    let input = json!({ "id": null, "task_id": null, "code": "Ш1", "title": "Открытых уроков", "unit": "count",
        "projection": "count", "correction": reason() });
    let id = text(&desk.call("program.save_indicator", input.clone())["changes"][0]["change"]["subject_id"]);
    let mut again = input;
    assert_eq!(desk.refused("program.save_indicator", again.clone()).details[0].place, "code");
    let stage = desk.call("indicator.sheet", Value::Null)["stages"][2]["code"].clone();
    let target = json!({ "raw": "не менее 4", "cmp": "gte", "value": 4, "min": null, "max": null, "plus": null,
        "unit": "count", "baseline": null, "level_at_least": null });
    let set = |target: Value| json!({ "indicator_id": id, "stage": stage, "target": target, "correction": reason() });
    desk.call("program.save_target", set(target.clone()));
    assert_eq!(desk.call("program.save_target", set(target))["changes"], json!([]), "the same target again");
    desk.call(
        "indicator.set_fact",
        json!({ "indicator_id": id, "stage": stage,
        "fact": { "kind": "count", "value": 4 }, "as_of": null, "comment": "" }),
    );
    let sheet = desk.call("indicator.sheet", Value::Null).to_string();
    assert!(sheet.contains(&id));
    again["id"] = json!(id);
    again["unit"] = json!("percent");
    assert_eq!(desk.refused("program.save_indicator", again).code, Code::Refused, "values keep their unit");
    let removed = desk.call("program.save_target", set(Value::Null));
    assert_eq!(removed["changes"][0]["change"]["action"], "withdrawn");
}
