//! Adopting a municipal programme.

use crate::support::{Desk, text};
use opora_usecases::Code;
use serde_json::{Value, json};

/// Programme, day, rows of the plan, executable ones, indicators with measured results, targets, stages.
const PROGRAMMES: [(&str, usize, usize, usize, usize, usize); 5] = [
    ("bogotol", 17, 17, 17, 41, 4),
    ("yeniseysk", 64, 64, 24, 24, 4),
    ("strezhevoy", 0, 0, 19, 39, 3),
    ("zhigalovo", 84, 65, 7, 28, 4),
    ("yakovlevka", 35, 35, 8, 8, 3),
];

fn events(roadmap: &Value) -> Vec<&Value> {
    let tasks = roadmap["tasks"].as_array().unwrap();
    tasks.iter().flat_map(|task| task["events"].as_array().unwrap()).collect()
}

#[test]
fn the_cards_show_the_real_counts_of_the_five_programmes() {
    let mut desk = Desk::empty("2024-12-20");
    let cards = desk.call("programme.list", Value::Null);
    let cards = cards.as_array().unwrap();
    assert_eq!(cards.len(), 5);
    for (id, rows, leaves, indicators, cells, _) in PROGRAMMES {
        let card = cards.iter().find(|card| card["id"] == id).unwrap_or_else(|| panic!("no card {id}"));
        let count = |name: &str| card["counts"][name].as_u64().unwrap() as usize;
        assert_eq!((count("events"), count("leaf_events")), (rows, leaves), "{id}: events");
        assert_eq!(count("indicators") + count("measured_results"), indicators, "{id}: indicators");
        assert_eq!(count("target_cells"), cells, "{id}: target cells");
    }
}

#[test]
fn every_programme_is_adopted_whole() {
    for (id, rows, leaves, indicators, _, stages) in PROGRAMMES {
        let mut desk = Desk::school("2024-12-20");
        let program = desk.call("programme.adopt", json!({ "id": id }));
        assert_eq!((&program["template_id"], &program["adopted_on"]), (&json!(id), &json!("2024-12-20")));
        assert_eq!(text(&program["template_sha256"]).len(), 64);

        let roadmap = desk.call("roadmap.get", Value::Null);
        let events = events(&roadmap);
        assert_eq!(events.len(), rows, "{id}: rows");
        let executable = |event: &&&Value| event["event"]["is_group"] == false;
        assert_eq!(events.iter().filter(executable).count(), leaves, "{id}: executable rows");
        for event in events.iter().filter(|event| event["event"]["is_group"] == true) {
            assert!(event["occurrences"].as_array().unwrap().is_empty(), "{id}: a heading has no term");
            assert_eq!(event["state"], Value::Null);
        }

        let sheet = desk.call("indicator.sheet", Value::Null);
        let groups = sheet["groups"].as_array().unwrap();
        let shown: usize = groups.iter().map(|group| group["rows"].as_array().unwrap().len()).sum();
        assert_eq!(shown, indicators, "{id}: indicators");
        assert_eq!(sheet["stages"].as_array().unwrap().len(), stages, "{id}: stages");
    }
}

#[test]
fn measured_results_of_yeniseysk_stand_under_the_tasks_of_their_events() {
    let mut desk = Desk::with_programme("2022-12-20", "yeniseysk");
    let roadmap = desk.call("roadmap.get", Value::Null);
    let tasks: Vec<_> = roadmap["tasks"].as_array().unwrap().iter().map(|task| &task["task"]["id"]).collect();
    assert_eq!(tasks.len(), 6);
    let sheet = desk.call("indicator.sheet", Value::Null);
    for row in sheet["groups"].as_array().unwrap().iter().flat_map(|group| group["rows"].as_array().unwrap())
    {
        assert_eq!(row["indicator"]["measured_result"], true);
        assert!(tasks.contains(&&row["indicator"]["task_id"]), "{row}");
    }
}

#[test]
fn the_tree_of_zhigalovo_keeps_its_four_levels() {
    let mut desk = Desk::with_programme("2022-12-20", "zhigalovo");
    let roadmap = desk.call("roadmap.get", Value::Null);
    let mut levels = [0; 4];
    for event in events(&roadmap) {
        levels[event["depth"].as_u64().unwrap() as usize] += 1;
    }
    assert_eq!(levels, [4, 17, 23, 40]);
}

#[test]
fn a_second_programme_is_refused_and_an_unknown_one_is_not_found() {
    let mut desk = Desk::with_programme("2024-12-20", "bogotol");
    assert_eq!(desk.refused("programme.adopt", json!({ "id": "zhigalovo" })).code, Code::Refused);
    let mut empty = Desk::school("2024-12-20");
    assert_eq!(empty.refused("programme.adopt", json!({ "id": "moskva" })).code, Code::NotFound);
}

#[test]
fn an_adoption_is_one_change_that_can_be_undone_for_another_programme() {
    let mut desk = Desk::with_programme("2024-12-20", "bogotol");
    desk.call("history.undo", Value::Null);
    assert_eq!(desk.call("roadmap.get", Value::Null)["program"], Value::Null);
    desk.call("programme.adopt", json!({ "id": "yakovlevka" }));
    assert_eq!(desk.call("roadmap.get", Value::Null)["program"]["template_id"], "yakovlevka");
}

#[test]
fn what_had_passed_before_the_adoption_need_not_be_owed() {
    let overdue = |desk: &mut Desk| desk.call("today.get", Value::Null)["overdue"].as_array().unwrap().len();
    let adopted = |from_today: bool| {
        let mut desk = Desk::school("2026-11-22");
        let cards = desk.call("programme.list", Value::Null);
        let card = cards.as_array().unwrap().iter().find(|card| card["id"] == "yakovlevka").unwrap();
        let passed = text(&card["past_terms"]);
        let input = json!({ "id": "yakovlevka", "period": null, "from_today": from_today });
        let program = desk.call("programme.adopt", input);
        (desk, program, passed)
    };
    let (mut owing, program, passed) = adopted(false);
    assert!(overdue(&mut owing) > 0 && passed.contains("уже прош"), "{passed}");
    assert_eq!(program["act_date"], "2024-02-29");
    let (mut free, program, _) = adopted(true);
    assert_eq!(overdue(&mut free), 0);
    let notes = program["notes"].as_array().unwrap();
    assert!(text(&notes.last().unwrap()["text"]).contains("не считаются долгом"));
    let roadmap = free.call("roadmap.get", Value::Null);
    let occurrences: Vec<&Value> =
        events(&roadmap).into_iter().flat_map(|event| event["occurrences"].as_array().unwrap()).collect();
    let before = occurrences.iter().filter(|one| one["state"] == "before_act").count();
    assert!(before > 0 && before < occurrences.len(), "{before} of {}", occurrences.len());
}

#[test]
fn a_programme_that_has_not_begun_binds_by_its_own_act() {
    let mut desk = Desk::school("2021-12-01");
    let cards = desk.call("programme.list", Value::Null);
    let card = cards.as_array().unwrap().iter().find(|card| card["id"] == "bogotol").unwrap();
    assert_eq!(card["past_terms"], "");
    let input = json!({ "id": "bogotol", "period": null, "from_today": true });
    assert_eq!(desk.call("programme.adopt", input)["act_date"], "2022-05-05");
}
