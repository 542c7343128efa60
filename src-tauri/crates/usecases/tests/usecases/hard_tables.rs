//! Tables as methodists lay them out: nothing is lost, nothing is invented, and the school can work by them.

use std::path::{Path, PathBuf};

use crate::support::Desk;
use opora_usecases::authoring::{Given, TableDraftView, import};
use serde_json::{Value, json};

const DAY: &str = "2025-10-07";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/tables/hard")
}

/// Each table of the folder and what its author expects of it.
fn fixtures() -> Vec<(PathBuf, Value)> {
    let mut found: Vec<(PathBuf, Value)> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "json"))
        .map(|path| {
            let wanted = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
            (path.with_extension(""), wanted)
        })
        .collect();
    found.sort_by(|one, other| one.0.cmp(&other.0));
    assert!(found.len() >= 8, "the folder was read");
    found
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn events(view: &TableDraftView) -> Value {
    let section = |code: &str| view.sections.iter().find(|known| known.code == code).unwrap().title.clone();
    let leaves = view.rows.iter().filter(|row| !row.is_group);
    let row = leaves.map(|row| {
        let texts = [&row.title, &row.term.raw, &row.responsible, &row.result].map(|text| plain(text));
        let [title, term, responsible, result] = texts;
        json!([row.code, section(&row.section), title, term, responsible, result])
    });
    row.collect()
}

fn indicators(view: &TableDraftView) -> Value {
    let row = view.indicators.iter().map(|row| {
        let targets = row.targets.iter().map(|target| (target.stage.clone(), json!(target.raw)));
        json!([row.code, row.title, row.unit, Value::Object(targets.collect())])
    });
    row.collect()
}

#[test]
fn every_hard_table_is_read_as_its_author_meant() {
    for (path, wanted) in fixtures() {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let read = import(&path, Given::default(), DAY.parse().unwrap()).unwrap();
        assert_eq!(events(&read.view), wanted["events"], "{name}");
        assert_eq!(indicators(&read.view), wanted["indicators"], "{name}");
        let meta = serde_json::to_value(&read.view.meta).unwrap();
        for (field, value) in wanted["meta"].as_object().unwrap() {
            assert_eq!(meta[field], *value, "{name}: {field}");
        }
        for text in wanted["skipped"].as_array().unwrap() {
            let text = text.as_str().unwrap();
            let told = |text: &str| {
                read.view.skipped.iter().any(|left| left.text.contains(text) || left.why.contains(text))
            };
            assert!(told(text), "{name}: «{text}» is told as left out: {:?}", read.view.skipped);
        }
    }
}

#[test]
fn a_school_works_by_every_hard_table() {
    for (path, wanted) in fixtures() {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let mut desk = Desk::school(DAY);
        desk.will_pick_file(Some(path));
        let picked = desk.call("authoring.pick_file", Value::Null);
        desk.call("authoring.open", json!({ "token": picked["token"] }));
        let made = desk.call("authoring.finish", json!({ "accept_unclear": true }));
        desk.call("programme.adopt", json!({ "id": made["id"], "period": null }));
        let roadmap = desk.call("roadmap.get", Value::Null);
        let shown: usize = roadmap["tasks"]
            .as_array()
            .unwrap()
            .iter()
            .map(|task| task["events"].as_array().unwrap().len())
            .sum();
        assert!(shown >= wanted["events"].as_array().unwrap().len(), "{name}: {shown} events");
        desk.call("indicator.sheet", Value::Null);
    }
}
