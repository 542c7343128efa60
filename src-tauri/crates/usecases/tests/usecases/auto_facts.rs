//! Facts that the program counts by itself.

use crate::support::diagnosis;

use crate::support::{Desk, plain, text};
use diagnosis::{open_deficit, pass};
use opora_usecases::Code;
use serde_json::{Value, json};

fn row(desk: &mut Desk, code: &str) -> Value {
    let sheet = desk.call("indicator.sheet", Value::Null);
    let groups = sheet["groups"].as_array().unwrap();
    let rows = groups.iter().flat_map(|group| group["rows"].as_array().unwrap());
    rows.into_iter().find(|row| row["indicator"]["code"] == code).unwrap().clone()
}

fn cell(desk: &mut Desk, code: &str, stage: &str) -> Value {
    let row = row(desk, code);
    row["cells"].as_array().unwrap().iter().find(|cell| cell["stage"] == stage).unwrap().clone()
}

fn occurrence(desk: &mut Desk, code: &str, index: usize) -> String {
    let roadmap = desk.call("roadmap.get", Value::Null);
    let mut events =
        roadmap["tasks"].as_array().unwrap().iter().flat_map(|task| task["events"].as_array().unwrap());
    let event = events.find(|event| event["event"]["code"] == code).unwrap();
    text(&event["occurrences"][index]["occurrence"]["id"])
}

fn at(desk: &mut Desk, code: &str, stage: &str) -> Value {
    json!({ "indicator_id": row(desk, code)["indicator"]["id"], "stage": stage })
}

/// The call's input for a cell, with further fields.
fn input(desk: &mut Desk, code: &str, stage: &str, more: Value) -> Value {
    let mut input = at(desk, code, stage);
    input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    input
}

fn own_value(desk: &mut Desk, n: u32, of: u32, reason: &str) -> Value {
    let fact = json!({ "kind": "share", "numerator": n, "denominator": of });
    input(desk, "5.3", "2024", json!({ "fact": fact, "as_of": null, "reason": reason }))
}

/// Боготол in December 2024: two teachers, one of whom completed a self-diagnosis with a deficit.
fn desk() -> (Desk, String) {
    let mut desk = Desk::with_programme("2024-12-20", "bogotol");
    let teacher = desk.add_teacher("Ёлкина Мария Петровна");
    desk.add_teacher("Березина Анна Ивановна");
    pass(&mut desk, &teacher, 0, &[("B2", json!(3))], false);
    (desk, teacher)
}

fn assessment(desk: &mut Desk, kind: &str, subject: &str, grade: u32, date: &str, counts: [u32; 3]) {
    let [participants, failed, good] = counts;
    desk.call(
        "registers.save_assessment",
        json!({ "id": null, "kind": kind, "subject": subject, "grade": grade, "date": date,
            "participants": participants, "failed": failed, "good": good }),
    );
}

#[test]
fn coverage_is_counted_with_its_source() {
    let (mut desk, _) = desk();
    assert_eq!(row(&mut desk, "5.3")["auto_label"], "педагоги, прошедшие самодиагностику");
    let now = cell(&mut desk, "5.3", "2024");
    assert_eq!((&now["source"], &now["source_label"]), (&json!("auto"), &json!("авто")));
    assert_eq!(plain(&text(&now["fact_text"])), "1 из 2 = 50,0 %");
    assert_eq!(
        plain(&text(&now["auto"]["explanation"])),
        "прошли самодиагностику 1 из 2, с 01.01.2024 по 20.12.2024"
    );
    assert_eq!(now["auto"]["differs"], false);
    let earlier = cell(&mut desk, "5.3", "2023");
    assert_eq!(plain(&text(&earlier["fact_text"])), "0 из 2 = 0,0 %", "a year counts its own days");
    let later = cell(&mut desk, "5.3", "2025");
    assert!(later["fact"].is_null() && later["auto"]["explanation"] == "этап начнётся 01.01.2025", "{later}");
}

#[test]
fn the_breakdown_names_everybody_looked_at() {
    let (mut desk, _) = desk();
    let cell = at(&mut desk, "5.3", "2024");
    let breakdown = desk.call("indicator.breakdown", cell);
    let items = breakdown["items"].as_array().unwrap();
    let of: Vec<(String, bool)> =
        items.iter().map(|item| (text(&item["title"]), item["counts"].as_bool().unwrap())).collect();
    assert!(of.contains(&("Ёлкина Мария Петровна".into(), true)), "{of:?}");
    assert!(of.contains(&("Березина Анна Ивановна".into(), false)), "{of:?}");
    let by_hand = at(&mut desk, "5.5", "2024");
    assert_eq!(desk.refused("indicator.breakdown", by_hand).code, Code::Refused);
}

#[test]
fn a_counted_value_is_replaced_with_a_reason_only_and_returned() {
    let (mut desk, _) = desk();
    let plain_fact = json!({ "fact": { "kind": "share", "numerator": 2, "denominator": 2 }, "as_of": null, "comment": "" });
    let plain_fact = input(&mut desk, "5.3", "2024", plain_fact);
    assert_eq!(desk.refused("indicator.set_fact", plain_fact).code, Code::Refused);
    let silent = own_value(&mut desk, 2, 2, " ");
    let refused = desk.refused("indicator.override_fact", silent);
    assert_eq!((refused.code, refused.details[0].place.as_str()), (Code::Invalid, "reason"));
    let mine = own_value(&mut desk, 2, 2, "Вторая анкета на бумаге");
    let replaced = desk.call("indicator.override_fact", mine);
    assert_eq!((&replaced["source"], &replaced["state"]), (&json!("manual"), &json!("achieved")));
    assert_eq!(replaced["override_reason"], "Вторая анкета на бумаге");
    assert_eq!(plain(&text(&replaced["auto"]["fact_text"])), "1 из 2 = 50,0 %", "shown beside");
    assert_eq!(replaced["auto"]["differs"], true);
    let here = at(&mut desk, "5.3", "2024");
    let back = desk.call("indicator.use_auto", here.clone());
    assert_eq!((&back["source"], &back["override_reason"]), (&json!("auto"), &json!("")));
    assert_eq!(desk.refused("indicator.use_auto", here).code, Code::Refused, "nothing to return from");
    desk.call("history.undo", Value::Null);
    assert_eq!(cell(&mut desk, "5.3", "2024")["source"], "manual");
}

#[test]
fn where_nothing_is_counted_the_user_enters_as_before() {
    let mut desk = Desk::with_programme("2024-12-20", "bogotol");
    assert!(cell(&mut desk, "5.3", "2024")["auto"]["fact"].is_null(), "no teachers in the list");
    let mine = own_value(&mut desk, 2, 2, "Причина");
    assert_eq!(desk.refused("indicator.override_fact", mine).code, Code::Refused);
    let fact = json!({ "fact": { "kind": "share", "numerator": 2, "denominator": 2 }, "as_of": null, "comment": "" });
    let fact = input(&mut desk, "5.3", "2024", fact);
    assert_eq!(desk.call("indicator.set_fact", fact)["source"], "manual");
    assert!(cell(&mut desk, "7.6", "2024")["fact"].is_null(), "an empty register is not a «нет»");
    assert!(cell(&mut desk, "1.2", "2024")["fact"].is_null());
}

#[test]
fn every_open_deficit_needs_a_step() {
    let (mut desk, teacher) = desk();
    let without = cell(&mut desk, "5.6", "2024");
    assert_eq!((&without["fact_text"], &without["source"]), (&json!("нет"), &json!("auto")));
    let deficit = open_deficit(&mut desk, &teacher, "B2");
    desk.call(
        "registers.save_iom",
        json!({ "id": null, "person_id": teacher, "deficit_id": deficit, "form": "course", "title": "Курсы",
            "provider": "", "hours": 36, "started_on": "2024-12-20", "due": null, "done_on": null,
            "document": "", "introduced_on": null }),
    );
    let with = cell(&mut desk, "5.6", "2024");
    assert_eq!((&with["fact_text"], &with["state"]), (&json!("да"), &json!("achieved")), "{with}");
}

#[test]
fn dynamics_compare_two_school_years_of_both_subjects() {
    let (mut desk, _) = desk();
    assessment(&mut desk, "oge", "math", 9, "2023-06-01", [20, 4, 8]);
    assessment(&mut desk, "oge", "math", 9, "2024-06-01", [20, 3, 8]);
    assessment(&mut desk, "oge", "russian", 9, "2023-06-05", [20, 1, 10]);
    let half = cell(&mut desk, "7.6", "2024");
    assert!(half["fact"].is_null() && text(&half["auto"]["explanation"]).ends_with("русский язык"), "{half}");
    assessment(&mut desk, "oge", "russian", 9, "2024-06-05", [20, 1, 10]);
    let grown = cell(&mut desk, "7.6", "2024");
    assert_eq!((&grown["fact_text"], &grown["state"]), (&json!("да"), &json!("achieved")), "{grown}");
    assert!(cell(&mut desk, "7.6", "2023")["fact"].is_null(), "no results of 2022");
    let here = at(&mut desk, "7.6", "2024");
    let items = desk.call("indicator.breakdown", here)["items"].to_string();
    assert!(
        plain(&items).contains("2022/23: 20 участников, успеваемость 80,0 %, качество 40,0 %"),
        "{items}"
    );
    assessment(&mut desk, "oge", "russian", 9, "2024-06-20", [20, 2, 10]);
    assert_eq!(cell(&mut desk, "7.6", "2024")["fact_text"], "нет", "one subject is worse");
}

#[test]
fn an_order_in_the_road_map_is_a_local_act() {
    let mut desk = Desk::with_programme("2024-12-20", "bogotol");
    let id = occurrence(&mut desk, "10", 2);
    let order = |title: &str| json!({ "kind": "order", "title": title, "number": "41", "date": "2022-09-02", "file_token": null });
    let add = |desk: &mut Desk, title: &str| {
        desk.call("roadmap.add_evidence", json!({ "occurrence_id": id, "evidence": order(title) }));
    };
    add(&mut desk, "Об утверждении ШППКО");
    assert!(cell(&mut desk, "1.2", "2024")["fact"].is_null(), "another order");
    add(&mut desk, "О составе Рабочей группы");
    let found = cell(&mut desk, "1.2", "2024");
    assert_eq!(
        (&found["fact_text"], &found["source"]),
        (&json!("да"), &json!("auto")),
        "an older order is in force"
    );
    assert!(cell(&mut desk, "1.2", "2025")["fact"].is_null(), "the year has not begun");
}

#[test]
fn closing_freezes_the_counted_value() {
    let (mut desk, _) = desk();
    let other = text(&desk.call("person.list", Value::Null)[0]["id"]);
    desk.restart("2025-01-10");
    let stages = desk.call("monitoring.list", Value::Null);
    let id = stages.as_array().unwrap().iter().find(|view| view["stage"]["code"] == "2024").unwrap()["stage"]
        ["id"]
        .clone();
    desk.call("monitoring.close", json!({ "id": id }));
    let frozen = cell(&mut desk, "5.3", "2024");
    assert_eq!((&frozen["source"], &frozen["frozen"]), (&json!("auto"), &json!(true)));
    assert_eq!(frozen["corrected"], false);
    let sheet = desk.call("monitoring.sheet", json!({ "id": id }));
    let row = sheet["rows"].as_array().unwrap().iter().find(|row| row["code"] == "5.3").unwrap();
    assert_eq!((&row["source"], plain(&text(&row["fact"])).as_str()), (&json!("auto"), "1 из 2 = 50,0 %"));
    assert!(text(&row["source_note"]).starts_with("прошли самодиагностику 1 из 2"), "{row}");
    desk.call("person.archive", json!({ "id": other }));
    assert_eq!(plain(&text(&cell(&mut desk, "5.3", "2024")["fact_text"])), "1 из 2 = 50,0 %", "stays");
    let mine = own_value(&mut desk, 2, 2, "Причина");
    assert_eq!(desk.refused("indicator.override_fact", mine).code, Code::Frozen);
    let here = at(&mut desk, "5.3", "2024");
    assert_eq!(desk.refused("indicator.use_auto", here).code, Code::Frozen);
}

#[test]
fn a_stage_without_dates_counts_when_the_school_sets_them() {
    let mut desk = Desk::with_programme("2024-12-20", "strezhevoy");
    assessment(&mut desk, "vpr", "math", 5, "2023-04-10", [20, 4, 8]);
    assessment(&mut desk, "vpr", "math", 5, "2024-04-10", [20, 3, 9]);
    assert!(text(&cell(&mut desk, "6.1", "start")["auto"]["explanation"]).starts_with("у этапа нет дат"));
    let stages = desk.call("monitoring.list", Value::Null);
    let start = stages.as_array().unwrap().iter().find(|view| view["stage"]["code"] == "start").unwrap();
    desk.call(
        "monitoring.plan",
        json!({ "id": start["stage"]["id"], "from": "2024-12-01", "to": "2024-12-31" }),
    );
    let now = cell(&mut desk, "6.1", "start");
    assert_eq!(
        (&now["fact_text"], &now["source"]),
        (&json!("да"), &json!("auto")),
        "one subject is enough: {now}"
    );
}

#[test]
fn an_event_done_is_a_measured_result() {
    let mut desk = Desk::with_programme("2024-01-20", "yeniseysk");
    assert!(cell(&mut desk, "2.3", "final")["fact"].is_null(), "not done is not a «нет»");
    assert_eq!(row(&mut desk, "2.3")["auto_label"], "исполнение мероприятия 2.3");
    assert!(
        text(&cell(&mut desk, "2.3", "final")["auto"]["explanation"]).contains("не отмечено исполненным")
    );
    let id = occurrence(&mut desk, "2.3", 0);
    let done =
        json!({ "id": id, "done_on": "2024-01-19", "result": "", "evidence": null, "reason": "Участвовали" });
    desk.call("roadmap.done", done);
    let now = cell(&mut desk, "2.3", "final");
    assert_eq!((&now["fact_text"], &now["state"]), (&json!("да"), &json!("achieved")), "{now}");
}

#[test]
fn charts_are_numbers_of_the_unit() {
    let (mut desk, _) = desk();
    let series = row(&mut desk, "5.3")["series"].clone();
    assert_eq!((&series["unit"], &series["top"]), (&json!("%"), &json!(10_000)));
    let point =
        series["points"].as_array().unwrap().iter().find(|point| point["stage"] == "2024").unwrap().clone();
    assert_eq!(
        (&point["label"], &point["target_min"], &point["fact"]),
        (&json!("2024"), &json!(7000), &json!(5000))
    );
    let flag = row(&mut desk, "6.1")["series"].clone();
    assert_eq!((&flag["unit"], &flag["points"][0]["target_min"]), (&json!("да/нет"), &json!(100)));
    let mut strezhevoy = Desk::with_programme("2024-12-20", "strezhevoy");
    let plan = input(
        &mut strezhevoy,
        "2.1",
        "initial",
        json!({ "fact": { "kind": "count", "value": 5 }, "as_of": null, "comment": "" }),
    );
    strezhevoy.call("indicator.set_fact", plan);
    let points = row(&mut strezhevoy, "2.1")["series"]["points"].clone();
    assert_eq!(
        (&points[1]["target_min"], &points[2]["target_min"]),
        (&json!(700), &json!(900)),
        "plan + 2, + 4"
    );
}
