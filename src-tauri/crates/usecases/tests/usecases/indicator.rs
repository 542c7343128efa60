//! Indicators: targets, facts, states.

use crate::support::{Desk, plain, text};
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

fn input(desk: &mut Desk, code: &str, stage: &str, fact: Value) -> Value {
    let id = text(&row(desk, code)["indicator"]["id"]);
    json!({ "indicator_id": id, "stage": stage, "fact": fact, "as_of": null, "comment": "" })
}

fn set(desk: &mut Desk, code: &str, stage: &str, fact: Value) -> Value {
    let input = input(desk, code, stage, fact);
    desk.call("indicator.set_fact", input)
}

fn share(numerator: u32, denominator: u32) -> Value {
    json!({ "kind": "share", "numerator": numerator, "denominator": denominator })
}

fn count(value: i32) -> Value {
    json!({ "kind": "count", "value": value })
}

#[test]
fn targets_are_said_in_words() {
    let cases = [
        ("bogotol", "5.3", "2024", "не менее 70 %", Some(70)),
        ("bogotol", "1.2", "2025", "да", None),
        ("bogotol", "6.1", "2022", "не менее 40 %", None),
        ("zhigalovo", "2", "2022", "80–100 %", None),
        ("yeniseysk", "1.6", "final", "рост", None),
        ("strezhevoy", "2.1", "start", "не менее «план работы школы + 2»", None),
        ("strezhevoy", "4.1", "start", "снижение не менее чем на 30 %", None),
        ("strezhevoy", "4.1", "initial", "данные стартовой диагностики", None),
        ("yakovlevka", "К4", "final", "доля педагогов", None),
    ];
    for (programme, code, stage, words, percent) in cases {
        let mut desk = Desk::with_programme("2024-12-20", programme);
        let cell = cell(&mut desk, code, stage);
        assert_eq!(plain(&text(&cell["target"])), words, "{programme} {code} {stage}");
        assert_eq!(cell["target_share"].as_i64(), percent, "{programme} {code} {stage}");
    }
}

#[test]
fn a_fact_short_of_the_target_says_how_many_are_missing() {
    let mut desk = Desk::with_programme("2025-01-10", "bogotol");
    let cell = set(&mut desk, "5.3", "2024", share(13, 20));
    assert_eq!((&cell["state"], &cell["fact_share"]), (&json!("not_achieved"), &json!(650)));
    assert_eq!(plain(&text(&cell["fact_text"])), "13 из 20 = 65,0 %");
    assert_eq!(
        plain(&text(&cell["explanation"])),
        "13 из 20 = 65,0 %, цель не менее 70 %: не хватает 1 педагога"
    );
    let better = set(&mut desk, "5.3", "2024", share(14, 20));
    assert_eq!(better["state"], "achieved");
    assert_eq!(better["value_id"], cell["value_id"], "the fact is replaced, not doubled");
}

#[test]
fn a_running_stage_is_not_due_unless_reached_early() {
    let mut desk = Desk::with_programme("2024-12-20", "bogotol");
    assert_eq!(desk.call("indicator.sheet", Value::Null)["current_stage"], "2024");
    assert_eq!(cell(&mut desk, "5.3", "2024")["state"], "not_due");
    assert_eq!(cell(&mut desk, "5.3", "2023")["state"], "no_data");
    assert_eq!(set(&mut desk, "5.3", "2024", share(13, 20))["state"], "not_due");
    assert_eq!(set(&mut desk, "5.3", "2024", share(14, 20))["state"], "achieved");
}

#[test]
fn a_share_of_schools_is_yes_or_no_for_one_school() {
    let mut desk = Desk::with_programme("2025-01-10", "bogotol");
    assert_eq!(row(&mut desk, "6.1")["projection_label"], "для школы: да / нет");
    assert_eq!(row(&mut desk, "5.3")["projection_label"], "");
    let cell = set(&mut desk, "6.1", "2024", json!({ "kind": "flag", "value": true }));
    assert_eq!((&cell["state"], &cell["fact_text"]), (&json!("achieved"), &json!("да")));
}

#[test]
fn a_municipal_indicator_takes_no_fact() {
    let mut desk = Desk::with_programme("2025-01-10", "bogotol");
    assert_eq!(row(&mut desk, "1.1")["projection_label"], "ведёт муниципалитет, школа не заполняет");
    let input = input(&mut desk, "1.1", "2024", json!({ "kind": "flag", "value": true }));
    assert_eq!(desk.refused("indicator.set_fact", input).code, Code::Refused);
}

#[test]
fn impossible_facts_are_refused() {
    let mut desk = Desk::with_programme("2025-01-10", "bogotol");
    let cases = [
        ("5.3", share(21, 20), "fact.numerator"),
        ("5.3", share(0, 0), "fact.denominator"),
        ("5.3", count(13), "fact"),
        ("1.2", share(1, 1), "fact"),
    ];
    for (code, fact, place) in cases {
        let input = input(&mut desk, code, "2024", fact.clone());
        let error = desk.refused("indicator.set_fact", input);
        assert_eq!(error.code, Code::Invalid, "{code} {fact}");
        assert_eq!(error.details[0].place, place, "{code} {fact}");
    }
    let mut later = input(&mut desk, "5.3", "2024", share(1, 2));
    later["as_of"] = json!("2025-01-11");
    assert_eq!(desk.refused("indicator.set_fact", later).details[0].place, "as_of");
    assert!(cell(&mut desk, "5.3", "2024")["fact"].is_null(), "nothing was kept");
    let mut strezhevoy = Desk::with_programme("2025-01-10", "strezhevoy");
    let negative = input(&mut strezhevoy, "2.1", "initial", count(-1));
    assert_eq!(strezhevoy.refused("indicator.set_fact", negative).details[0].place, "fact.value");
}

#[test]
fn growth_is_counted_from_the_plan_of_the_school() {
    let mut desk = Desk::with_programme("2024-12-20", "strezhevoy");
    set(&mut desk, "2.1", "initial", count(5));
    assert_eq!(set(&mut desk, "2.1", "start", count(6))["state"], "not_achieved");
    assert_eq!(set(&mut desk, "2.1", "start", count(7))["state"], "achieved");
    assert_eq!(set(&mut desk, "2.1", "final", count(8))["state"], "not_achieved");
}

#[test]
fn a_fall_is_counted_from_the_start_diagnostics() {
    let mut desk = Desk::with_programme("2024-12-20", "strezhevoy");
    assert_eq!(set(&mut desk, "4.1", "start", count(7))["state"], "no_data", "nothing to compare with");
    set(&mut desk, "4.1", "initial", count(10));
    assert_eq!(cell(&mut desk, "4.1", "start")["state"], "achieved");
    assert_eq!(set(&mut desk, "4.1", "start", count(8))["state"], "not_achieved");
}

#[test]
fn growth_is_compared_with_the_stage_before() {
    let mut desk = Desk::with_programme("2024-12-20", "yeniseysk");
    assert_eq!(set(&mut desk, "1.6", "interim-2023", share(6, 12))["state"], "no_data");
    set(&mut desk, "1.6", "interim-2022", share(5, 12));
    let cell = cell(&mut desk, "1.6", "interim-2023");
    assert_eq!(cell["state"], "achieved", "{}", cell["explanation"]);
}

#[test]
fn a_cleared_fact_is_gone_and_comes_back_by_undo() {
    let mut desk = Desk::with_programme("2025-01-10", "bogotol");
    let id = text(&set(&mut desk, "5.3", "2024", share(14, 20))["value_id"]);
    assert_eq!(desk.changed_by("indicator.clear_fact", json!({ "id": id })), ["indicator_value"]);
    assert_eq!(cell(&mut desk, "5.3", "2024")["state"], "no_data");
    desk.call("history.undo", Value::Null);
    assert_eq!(cell(&mut desk, "5.3", "2024")["state"], "achieved");
}

#[test]
fn an_open_stage_needs_no_correction() {
    let mut desk = Desk::with_programme("2025-01-10", "bogotol");
    let input = input(&mut desk, "5.3", "2024", share(14, 20));
    assert_eq!(desk.refused("indicator.correct_fact", input).code, Code::Refused);
}

#[test]
fn every_programme_shows_all_its_indicators() {
    let cases = [("bogotol", 17), ("yeniseysk", 24), ("strezhevoy", 19), ("zhigalovo", 7), ("yakovlevka", 8)];
    for (programme, indicators) in cases {
        let mut desk = Desk::with_programme("2024-12-20", programme);
        let sheet = desk.call("indicator.sheet", Value::Null);
        let rows: usize =
            sheet["groups"].as_array().unwrap().iter().map(|g| g["rows"].as_array().unwrap().len()).sum();
        assert_eq!(rows, indicators, "{programme}");
    }
}
