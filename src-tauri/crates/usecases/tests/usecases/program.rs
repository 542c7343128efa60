//! The programme as a living document: edits, corrections, the plan that follows them.

use crate::support::program as plan;

use crate::support::{Desk, plain, text};
use opora_usecases::Code;
use plan::{approve, codes, done, edit, event, id, occurrences, order, own, reason, told, window, yearly};
use serde_json::{Value, json};

/// Own events of the school: 4, 10, 11, 12; events «по плану»: 3, 14.
fn bogotol() -> Desk {
    Desk::with_programme("2024-12-20", "bogotol")
}

fn totals(desk: &mut Desk) -> Value {
    desk.call("roadmap.get", Value::Null)["totals"].clone()
}

fn roadmap_event(desk: &mut Desk, code: &str) -> Value {
    let roadmap = desk.call("roadmap.get", Value::Null);
    let tasks = roadmap["tasks"].as_array().unwrap().clone();
    let mut events = tasks.iter().flat_map(|task| task["events"].as_array().unwrap());
    events.find(|event| event["event"]["code"] == code).unwrap().clone()
}

fn rows(ids: &[String], correction: Value) -> Value {
    json!({ "ids": ids, "correction": correction })
}

#[test]
fn an_edit_is_a_correction_with_its_reason_in_words() {
    let mut desk = bogotol();
    let input = edit(&mut desk, "10", &json!({ "title": "Корректировка  ШППКО" }), reason());
    let recorded = desk.call("program.save_event", input);
    let change = &recorded["changes"][0]["change"];
    assert_eq!(
        (&change["seq"], &change["action"], &change["date"]),
        (&json!(1), &json!("edited"), &json!("2024-12-20"))
    );
    assert_eq!((&change["code"], &change["title"]), (&json!("10"), &json!("Корректировка ШППКО")));
    assert_eq!(change["fields"][0]["field"], "title");
    assert!(
        told(&recorded)[0].starts_with("Мероприятие 10 «Корректировка ШППКО»: изменено. Название: было «"),
        "{recorded}"
    );
    assert_eq!(event(&mut desk, "10")["event"]["title"], "Корректировка ШППКО");
    let view = desk.call("program.get", Value::Null);
    assert_eq!((&view["status"], &view["needs_basis"]), (&json!("draft"), &json!(false)));
    assert_eq!(view["changes"].as_array().unwrap().len(), 1);
}

#[test]
fn an_edit_that_changes_nothing_records_nothing_and_asks_for_no_reason() {
    let mut desk = bogotol();
    let nothing = json!({ "reason": "", "basis": "", "basis_date": null });
    let input = edit(&mut desk, "10", &json!({}), nothing.clone());
    assert_eq!(desk.call("program.save_event", input)["changes"], json!([]));
    let view = desk.call("program.get", Value::Null);
    let passport = json!({ "title": view["program"]["title"], "goal": view["program"]["goal"],
        "responsible_person_id": null, "correction": nothing });
    assert_eq!(desk.changed_by("program.save_passport", passport), Vec::<String>::new());
    assert_eq!(
        desk.call("history.list", json!({ "limit": 1 }))["can_undo"],
        "Принята муниципальная программа"
    );
}

#[test]
fn a_draft_asks_for_a_reason_and_an_approved_programme_for_an_order_too() {
    let mut desk = bogotol();
    let silent = json!({ "reason": " ", "basis": "", "basis_date": null });
    let places = |desk: &mut Desk, correction: Value| {
        let input = edit(desk, "10", &json!({ "title": "Иначе" }), correction);
        let refusal = desk.refused("program.save_event", input);
        assert_eq!(refusal.code, Code::Invalid);
        refusal.details.into_iter().map(|detail| detail.place).collect::<Vec<_>>()
    };
    assert_eq!(places(&mut desk, silent.clone()), ["correction.reason"]);
    let undated = json!({ "reason": "Анализ", "basis": "протокол № 3", "basis_date": null });
    assert_eq!(places(&mut desk, undated), ["correction.basis_date"]);
    approve(&mut desk, "45", "2024-12-19");
    assert_eq!(places(&mut desk, silent), ["correction.reason", "correction.basis", "correction.basis_date"]);
    assert_eq!(places(&mut desk, reason()), ["correction.basis", "correction.basis_date"]);
    assert_eq!(
        places(&mut desk, order("46", "2025-01-09")),
        ["correction.basis_date"],
        "no order of the future"
    );
    let input = edit(&mut desk, "10", &json!({ "title": "Иначе" }), order("46", "2024-12-20"));
    let recorded = desk.call("program.save_event", input);
    assert_eq!(plain(&text(&recorded["changes"][0]["basis_text"])), "приказ № 46 от 20.12.2024");
    assert_eq!(desk.call("program.get", Value::Null)["status"], "amended");
}

#[test]
fn unfit_fields_are_named_all_at_once() {
    let mut desk = bogotol();
    let mut input = edit(&mut desk, "10", &json!({ "title": " ", "code": "11" }), reason());
    input["correction"]["reason"] = json!("");
    let backwards = window("июнь – май", "2025-06-30", "2025-05-01");
    input["fields"]["term"] = backwards;
    input["fields"]["responsible_person_id"] = json!("никто");
    let refusal = desk.refused("program.save_event", input);
    let places: Vec<_> = refusal.details.iter().map(|detail| detail.place.as_str()).collect();
    let wanted =
        ["fields.title", "fields.responsible_person_id", "fields.code", "fields.term", "correction.reason"];
    assert_eq!(places, wanted);
    assert!(refusal.details[2].message.starts_with("Номер 11 уже есть"), "{refusal:?}");
}

#[test]
fn an_own_event_is_owed_from_now_on() {
    let mut desk = bogotol();
    let before = totals(&mut desk)["all"].as_u64().unwrap();
    let input = own(&mut desk, "10", "10.1", yearly("ежегодно, февраль", [2, 2], &[2022, 2023, 2024, 2025]));
    let recorded = desk.call("program.save_event", input);
    assert_eq!(recorded["changes"][0]["action_label"], "Добавлено");
    assert_eq!(occurrences(&mut desk, "10.1"), [("февраль 2025 г.".to_owned(), "planned".to_owned())]);
    assert_eq!(totals(&mut desk)["all"].as_u64().unwrap(), before + 1);
    let added = event(&mut desk, "10.1");
    assert_eq!(
        (&added["origin_label"], &added["event"]["template_code"]),
        (&json!("Добавлено школой"), &Value::Null)
    );
    let held = own(&mut desk, "10", "10.2", window("ноябрь 2024", "2024-11-01", "2024-11-30"));
    desk.call("program.save_event", held);
    assert_eq!(occurrences(&mut desk, "10.2").len(), 1, "what is wholly past is entered to be marked done");
}

#[test]
fn a_withdrawn_event_owes_nothing_and_keeps_its_facts() {
    let mut desk = bogotol();
    done(&mut desk, "10", 2, "2024-12-10");
    let (all, ten) = (totals(&mut desk)["all"].as_u64().unwrap(), id(&mut desk, "10"));
    let view = roadmap_event(&mut desk, "10");
    let occurrence = text(&view["occurrences"][1]["occurrence"]["id"]);
    let due = |desk: &mut Desk| desk.call("today.get", Value::Null).to_string().contains(&ten);
    assert!(due(&mut desk));
    let recorded = desk.call("program.withdraw_event", rows(std::slice::from_ref(&ten), reason()));
    assert_eq!(recorded["changes"][0]["change"]["action"], "withdrawn");
    assert!(!codes(&mut desk).contains(&"10".to_owned()) && !due(&mut desk));
    assert_eq!(totals(&mut desk)["all"].as_u64().unwrap(), all - 4);
    let kept = event(&mut desk, "10");
    assert_eq!((&kept["event"]["withdrawn_on"], &kept["facts"]), (&json!("2024-12-20"), &json!(1)));
    let late =
        json!({ "id": occurrence, "done_on": "2024-12-19", "result": "", "evidence": null, "reason": "нет" });
    assert_eq!(desk.refused("roadmap.done", late).code, Code::Frozen);
    let input = edit(&mut desk, "10", &json!({ "title": "Иначе" }), reason());
    assert_eq!(desk.refused("program.save_event", input).code, Code::Frozen);
    desk.call("program.restore_event", rows(&[ten], reason()));
    assert_eq!(totals(&mut desk)["all"].as_u64().unwrap(), all);
    assert_eq!(event(&mut desk, "10")["facts"], 1);
}

#[test]
fn what_was_done_before_a_withdrawal_stays_in_the_report_of_that_time() {
    let mut desk = Desk::with_programme("2024-10-05", "bogotol");
    done(&mut desk, "10", 2, "2024-10-02");
    desk.restart("2024-12-20");
    let suggested =
        |desk: &mut Desk| text(&desk.call("report.draft", json!({ "period": "2024-Q4" }))["suggested"]);
    let before = plain(&suggested(&mut desk));
    assert!(before.contains("исполнено 1 из") && before.contains("пункты 4, 10"), "{before}");
    let ids = [id(&mut desk, "10")];
    desk.call("program.withdraw_event", rows(&ids, reason()));
    let after = plain(&suggested(&mut desk));
    assert!(after.contains("исполнено 1 из"), "the fact stays: {after}");
    assert!(!after.contains("10, 11"), "the debts do not: {after}");
}

#[test]
fn somebody_who_has_left_is_not_named_anew_and_stays_where_she_was() {
    let mut desk = bogotol();
    let (here, gone) =
        (desk.add_teacher("Петрова Анна Сергеевна"), desk.add_teacher("Сидорова Вера Ильинична"));
    let assign = |desk: &mut Desk, code: &str, person: &str| {
        let item =
            json!({ "event_id": id(desk, code), "responsible_person_id": person, "from": null, "to": null });
        json!({ "items": [item], "correction": reason() })
    };
    for (code, person) in [("10", &here), ("11", &gone)] {
        let input = assign(&mut desk, code, person);
        assert_eq!(desk.call("program.assign", input)["changes"][0]["change"]["action"], "assigned");
    }
    assert_eq!(plain(&text(&roadmap_event(&mut desk, "10")["responsible_name"])), "Петрова А. С.");
    desk.call("person.archive", json!({ "id": gone, "date": null }));
    let input = assign(&mut desk, "12", &gone);
    assert_eq!(desk.refused("program.assign", input).details[0].place, "items.0.responsible_person_id");
    let input = edit(&mut desk, "11", &json!({ "title": "Иначе" }), reason());
    desk.call("program.save_event", input);
    let events = desk.call("person.events", json!({ "id": here }));
    assert_eq!((events.as_array().unwrap().len(), &events[0]["code"]), (1, &json!("10")));
}

#[test]
fn dates_and_responsibles_are_given_to_many_events_in_one_change() {
    let mut desk = bogotol();
    let person = desk.add_teacher("Петрова Анна Сергеевна");
    let item = |desk: &mut Desk, code: &str, to: Value| json!({ "event_id": id(desk, code), "responsible_person_id": person, "from": "2025-02-03", "to": to });
    let items = [item(&mut desk, "3", json!("2025-02-21")), item(&mut desk, "14", json!("2025-02-28"))];
    let recorded = desk.call("program.assign", json!({ "items": items, "correction": reason() }));
    assert_eq!(recorded["changes"].as_array().unwrap().len(), 2);
    assert!(told(&recorded)[0].contains("Прочтение срока: «3 февраля – 21 февраля 2025 г.»."), "{recorded}");
    assert_eq!(occurrences(&mut desk, "14")[0].0, "3 февраля – 28 февраля 2025 г.");
    desk.call("history.undo", Value::Null);
    assert!(occurrences(&mut desk, "14")[0].0.starts_with("срок не задан"), "one change, one undo");
    let wrong = [item(&mut desk, "10", json!("2025-02-21")), item(&mut desk, "14", json!("2025-01-01"))];
    let refusal = desk.refused("program.assign", json!({ "items": wrong, "correction": reason() }));
    let places: Vec<_> = refusal.details.iter().map(|detail| detail.place.as_str()).collect();
    assert_eq!(places, ["items.0.from", "items.1.to"]);
}

#[test]
fn warnings_tell_what_is_unsettled_and_stop_nothing() {
    let mut desk = bogotol();
    let warnings = desk.call("program.get", Value::Null)["warnings"].clone();
    let codes: Vec<_> = warnings.as_array().unwrap().iter().map(|warning| text(&warning["code"])).collect();
    assert!(codes.contains(&"no_responsible".to_owned()), "{codes:?}");
    assert_eq!(approve(&mut desk, "45", "2024-12-20")["number"], 1);
}

#[test]
fn an_own_task_takes_own_events_and_a_withdrawn_one_takes_its_rows_along() {
    let mut desk = bogotol();
    let task = json!({ "id": null, "code": "Ш1", "title": "Работа с родителями", "note": "", "correction": reason() });
    let task_id = text(&desk.call("program.save_task", task.clone())["changes"][0]["change"]["subject_id"]);
    assert_eq!(desk.refused("program.save_task", task).details[0].place, "code");
    let mut input = own(&mut desk, "10", "Ш1.1", window("март 2025", "2025-03-01", "2025-03-31"));
    input["task_id"] = json!(task_id);
    input["parent_id"] = Value::Null;
    desk.call("program.save_event", input.clone());
    assert_eq!(codes(&mut desk).last().unwrap(), "Ш1.1");
    let recorded = desk.call("program.withdraw_task", rows(std::slice::from_ref(&task_id), reason()));
    assert_eq!(
        told(&recorded),
        ["Задача Ш1 «Работа с родителями»: исключена.", "Мероприятие Ш1.1 «Мероприятие школы»: исключено.",]
    );
    input["fields"]["code"] = json!("Ш1.2");
    assert_eq!(desk.refused("program.save_event", input).code, Code::Refused);
    let event_id = id(&mut desk, "Ш1.1");
    let recorded = desk.call("program.restore_event", rows(&[event_id], reason()));
    assert_eq!(recorded["changes"].as_array().unwrap().len(), 2, "the event and its task");
    desk.call("program.withdraw_task", rows(std::slice::from_ref(&task_id), reason()));
    assert_eq!(told(&desk.call("program.restore_task", rows(&[task_id], reason()))).len(), 1);
}
