//! Meetings of the working group, individual routes, results of assessments.

use crate::support::diagnosis;

use crate::support::Desk;
use diagnosis::{open_deficit, pass};
use opora_usecases::Code;
use serde_json::{Value, json};

fn meeting() -> Value {
    json!({ "id": null, "number": "4", "date": "2024-12-10", "agenda": "Ход дорожной карты",
        "present": 6, "decisions": "" })
}

fn step(person: &str) -> Value {
    json!({ "id": null, "person_id": person, "deficit_id": null, "form": "course",
        "title": "Вероятность и статистика", "provider": "КК ИПК", "hours": 36,
        "started_on": "2024-11-01", "due": "2024-12-15", "done_on": "2024-12-10", "document": "123",
        "introduced_on": null })
}

fn result() -> Value {
    json!({ "id": null, "kind": "vpr", "subject": "math", "grade": 7, "date": "2024-04-10",
        "participants": 20, "failed": 3, "good": 9 })
}

fn refused_places(desk: &mut Desk, call: &str, input: &Value, cases: &[(&str, Value)]) {
    for (field, value) in cases {
        let mut wrong = input.clone();
        wrong[field] = value.clone();
        let error = desk.refused(call, wrong);
        assert_eq!(error.code, Code::Invalid, "{field} {value}");
    }
}

#[test]
fn meetings_are_listed_the_newest_first() {
    let mut desk = Desk::school("2024-12-20");
    let mut early = meeting();
    early["date"] = json!("2024-09-10");
    let saved = desk.call("registers.save_meeting", early.clone());
    desk.call("registers.save_meeting", meeting());
    let list = desk.call("registers.meetings", Value::Null);
    assert_eq!((&list[0]["date"], &list[1]["date"]), (&json!("2024-12-10"), &json!("2024-09-10")));
    early["id"] = saved["id"].clone();
    early["agenda"] = json!("План на год");
    desk.call("registers.save_meeting", early);
    let list = desk.call("registers.meetings", Value::Null);
    assert_eq!((list.as_array().unwrap().len(), &list[1]["agenda"]), (2, &json!("План на год")));
    desk.call("registers.delete_meeting", json!({ "id": saved["id"] }));
    assert_eq!(desk.refused("registers.delete_meeting", json!({ "id": saved["id"] })).code, Code::NotFound);
}

#[test]
fn a_meeting_to_come_or_without_agenda_is_refused() {
    let mut desk = Desk::school("2024-12-20");
    let cases = [("date", json!("2024-12-21")), ("agenda", json!(" ")), ("present", json!(0))];
    refused_places(&mut desk, "registers.save_meeting", &meeting(), &cases);
}

#[test]
fn a_course_closes_a_deficit_of_the_same_teacher() {
    let mut desk = Desk::with_programme("2024-12-20", "bogotol");
    let one = desk.add_teacher("Антонова Мария Ивановна");
    let other = desk.add_teacher("Белова Анна Ильинична");
    pass(&mut desk, &one, 1, &[("A4", json!(2))], false);
    let mut input = step(&one);
    input["deficit_id"] = json!(open_deficit(&mut desk, &one, "A4"));
    desk.call("registers.save_iom", input.clone());
    let list = desk.call("registers.iom", Value::Null);
    assert_eq!(
        (&list[0]["fio"], &list[0]["topic"]),
        (&json!("Антонова Мария Ивановна"), &json!("Вероятность и статистика"))
    );
    assert_eq!(list[0]["form_label"], "Курсы повышения квалификации");
    refused_places(&mut desk, "registers.save_iom", &input, &[("person_id", json!(other))]);
}

#[test]
fn days_of_a_route_follow_each_other() {
    let mut desk = Desk::school("2024-12-20");
    let person = desk.add_teacher("Антонова Мария Ивановна");
    let cases = [
        ("title", json!("")),
        ("hours", json!(0)),
        ("due", json!("2024-10-31")),
        ("done_on", json!("2024-10-31")),
        ("done_on", json!("2024-12-21")),
        ("introduced_on", json!("2024-10-31")),
    ];
    refused_places(&mut desk, "registers.save_iom", &step(&person), &cases);
    let id = desk.call("registers.save_iom", step(&person))["id"].clone();
    desk.call("registers.delete_iom", json!({ "id": id }));
    assert_eq!(desk.call("registers.iom", Value::Null), json!([]));
}

#[test]
fn counts_of_a_result_fit_together() {
    let mut desk = Desk::school("2024-12-20");
    let cases = [
        ("grade", json!(0)),
        ("grade", json!(12)),
        ("participants", json!(0)),
        ("participants", json!(11)),
        ("failed", json!(-1)),
        ("good", json!(18)),
        ("date", json!("2025-01-01")),
    ];
    refused_places(&mut desk, "registers.save_assessment", &result(), &cases);
    let id = desk.call("registers.save_assessment", result())["id"].clone();
    assert_eq!(desk.call("registers.assessments", Value::Null)[0]["good"], 9);
    desk.call("registers.delete_assessment", json!({ "id": id }));
    assert_eq!(desk.call("registers.assessments", Value::Null), json!([]));
}

#[test]
fn minutes_keep_who_presided_was_heard_and_answers_for_a_decision() {
    let mut desk = Desk::school("2024-12-20");
    let mut input = meeting();
    input["present"] = Value::Null;
    input["chair"] = json!(" Соколова М. В. ");
    input["attended"] = json!("Белова А. С., Антонова И. П.\n3. Ёлкина Е. В.");
    input["heard"] = json!("1. Белову А. С. об итогах");
    input["resolutions"] = json!([
        { "text": "Продолжить работу", "responsible": "Белова А. С.", "due": "2025-01-10", "done_on": null },
        { "text": " ", "responsible": "", "due": null, "done_on": null }
    ]);
    let saved = desk.call("registers.save_meeting", input);
    assert_eq!((&saved["chair"], &saved["present"]), (&json!("Соколова М. В."), &json!(3)));
    assert_eq!(saved["attended"], "Белова А. С.\nАнтонова И. П.\nЁлкина Е. В.");
    assert_eq!(
        (&saved["heard"], &saved["decisions"]),
        (&json!("Белову А. С. об итогах"), &json!("Продолжить работу"))
    );
    assert_eq!(saved["resolutions"].as_array().unwrap().len(), 1, "an empty row says nothing");
}

#[test]
fn decisions_written_as_lines_become_decisions_one_by_one() {
    let mut desk = Desk::school("2024-12-20");
    let mut input = meeting();
    input["decisions"] = json!("1. Утвердить план\n2) Провести опрос");
    let saved = desk.call("registers.save_meeting", input);
    let texts: Vec<&Value> =
        saved["resolutions"].as_array().unwrap().iter().map(|one| &one["text"]).collect();
    assert_eq!(texts, [&json!("Утвердить план"), &json!("Провести опрос")]);
}

#[test]
fn a_decision_without_words_or_before_its_meeting_is_refused() {
    let mut desk = Desk::school("2024-12-20");
    let decision = |text: &str, due: Value, done: Value| json!([{ "text": text, "responsible": "Белова А. С.", "due": due, "done_on": done }]);
    let cases = [
        ("resolutions", decision(" ", Value::Null, Value::Null)),
        ("resolutions", decision("Провести", json!("2024-12-09"), Value::Null)),
        ("resolutions", decision("Провести", Value::Null, json!("2024-12-21"))),
        ("resolutions", decision("Провести", Value::Null, json!("2024-12-01"))),
    ];
    refused_places(&mut desk, "registers.save_meeting", &meeting(), &cases);
}
