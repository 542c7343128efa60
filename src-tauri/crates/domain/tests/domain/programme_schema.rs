//! The published schema of programme files agrees with what the program reads.
#![allow(clippy::unwrap_used)]

use crate::common::{PROGRAMMES, programme};
use opora_domain::evidence::EvidenceKind;
use opora_domain::person::Subject;
use opora_domain::programme::{EventLevel, Programme, Projection, SectionKind, StageKind};
use opora_domain::registers::AssessmentKind;
use opora_domain::target::{Cmp, Unit};
use opora_domain::words::Words;
use serde::Serialize;
use serde_json::{Value, json};
use std::sync::LazyLock;

const OWN: &str = include_str!("../../../../../assets/programmes/own.json");

static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../../../assets/programmes/schema.json")).unwrap()
});

static JUDGE: LazyLock<jsonschema::Validator> =
    LazyLock::new(|| jsonschema::draft202012::new(&SCHEMA).unwrap());

fn file(id: &str) -> Value {
    serde_json::from_str(PROGRAMMES.iter().find(|(name, _)| *name == id).unwrap().1).unwrap()
}

#[test]
fn the_schema_is_a_schema() {
    assert!(jsonschema::meta::is_valid(&SCHEMA));
}

#[test]
fn shipped_files_fit_the_schema() {
    let files = PROGRAMMES.iter().chain(&[("own", OWN)]);
    for (id, text) in files {
        let file: Value = serde_json::from_str(text).unwrap();
        let faults: Vec<_> =
            JUDGE.iter_errors(&file).map(|e| format!("{}: {e}", e.instance_path())).take(5).collect();
        assert!(faults.is_empty(), "{id}: {faults:#?}");
    }
}

/// Written out with all their fields: a new field of the program must be added to the schema.
#[test]
fn the_schema_knows_every_field() {
    for (id, _) in PROGRAMMES {
        let file = serde_json::to_value(programme(id)).unwrap();
        let faults: Vec<_> =
            JUDGE.iter_errors(&file).map(|e| format!("{}: {e}", e.instance_path())).take(5).collect();
        assert!(faults.is_empty(), "{id}: {faults:#?}");
    }
}

#[test]
fn what_the_program_refuses_the_schema_refuses() {
    type Change = fn(&mut Value);
    let changes: [Change; 24] = [
        |f| f["shot_title"] = json!(""),
        |f| f["schema"] = json!("opora.programme/2"),
        |f| f["id"] = json!("Боготол"),
        |f| f["version"] = json!(0),
        |f| f["title"] = json!(" "),
        |f| f["act"]["data"] = json!(""),
        |f| f["act"]["date"] = json!("05.05.2022"),
        |f| f["period"]["till"] = json!(null),
        |f| f["stages"][0]["kind"] = json!("month"),
        |f| f["tasks"][0]["name"] = json!(""),
        |f| f["events"][0]["titel"] = json!(""),
        |f| f["events"][0]["level"] = json!("region"),
        |f| f["events"][0]["is_group"] = json!("нет"),
        |f| f["events"][0]["term"]["segments"] = json!([]),
        |f| f["events"][0]["term"]["segments"][0]["till"] = json!(""),
        |f| f["events"][0]["term"]["segments"][0]["kind"] = json!("sometimes"),
        |f| f["events"][4]["term"]["segments"][1]["months"] = json!([[5, 13]]),
        |f| f["events"][4]["term"]["segments"][1]["months"] = json!([[5]]),
        |f| f["indicators"][0]["targets"] = json!({}),
        |f| f["indicators"][0]["targets"]["const"]["cmp"] = json!("more"),
        |f| f["indicators"][0]["targets"]["const"]["goal"] = json!(1),
        |f| f["indicators"][5]["targets"]["2022"]["value"] = json!(-1),
        |f| f["sections"][0]["items"][0]["name"] = json!(""),
        |f| drop(f.as_object_mut().unwrap().remove("events")),
    ];
    for (number, change) in changes.into_iter().enumerate() {
        let mut file = file("bogotol");
        change(&mut file);
        let read = Programme::read(&serde_json::to_vec(&file).unwrap());
        assert!(read.is_err(), "the program reads change {number}");
        assert!(!JUDGE.is_valid(&file), "the schema accepts change {number}");
    }
}

fn same_words<W: Words + Serialize>(def: &str) {
    let codes: Vec<Value> = W::ALL.iter().map(|word| serde_json::to_value(word).unwrap()).collect();
    let listed = SCHEMA["$defs"][def]["enum"].as_array().unwrap();
    let differs = |a: &[Value], b: &[Value]| a.iter().any(|word| !b.contains(word));
    assert!(!differs(&codes, listed) && !differs(listed, &codes), "{def}: {codes:?} and {listed:?}");
}

#[test]
fn the_schema_lists_the_same_words() {
    same_words::<StageKind>("stage_kind");
    same_words::<EventLevel>("event_level");
    same_words::<Projection>("projection");
    same_words::<SectionKind>("section_kind");
    same_words::<Cmp>("cmp");
    same_words::<Unit>("unit");
    same_words::<EvidenceKind>("document");
    same_words::<AssessmentKind>("assessment");
    same_words::<Subject>("subject");
}

#[test]
fn every_field_of_the_schema_is_described() {
    fn look(value: &Value, path: &str, silent: &mut Vec<String>) {
        let Some(object) = value.as_object() else { return };
        if let Some(properties) = object.get("properties").and_then(Value::as_object) {
            for (name, property) in properties {
                let told = ["description", "const", "$ref"].iter().any(|key| property.get(key).is_some());
                if !told {
                    silent.push(format!("{path}.{name}"));
                }
            }
        }
        for (name, inner) in object {
            look(inner, &format!("{path}.{name}"), silent);
        }
    }
    let mut silent = Vec::new();
    look(&SCHEMA, "", &mut silent);
    assert_eq!(silent, Vec::<String>::new());
}

/// It has stages to begin with and nothing else: what it counts is nothing.
#[test]
fn the_own_programme_is_an_empty_blank() {
    let own = Programme::read(OWN.as_bytes()).unwrap();
    let counts = own.counts();
    assert!(own.own && !own.stages.is_empty());
    assert_eq!((counts.tasks, counts.events, counts.indicators, counts.target_cells), (0, 0, 0, 0));
    assert_eq!((counts.groups, counts.expected_results, counts.occurrences), (0, 0, 0));
    assert!(PROGRAMMES.iter().all(|(id, _)| !programme(id).own));
}

const GUIDE: &str = include_str!("../../../../../assets/programmes/README.md");

#[test]
fn the_example_of_the_guide_is_a_programme() {
    let example = GUIDE.split("```json\n").nth(1).unwrap().split("```").next().unwrap();
    let read = Programme::read(example.as_bytes()).unwrap();
    assert_eq!(read.counts().occurrences, 3);
    assert!(JUDGE.is_valid(&serde_json::from_str(example).unwrap()));
}

#[test]
fn every_reading_of_a_term_in_the_guide_can_be_read() {
    let cells = GUIDE.lines().filter_map(|line| line.split("| `{").nth(1)?.strip_suffix("` |"));
    let terms: Vec<_> = cells.map(|cell| format!("{{{cell}")).collect();
    assert_eq!(terms.len(), 11);
    for term in terms {
        let segment: Value = serde_json::from_str(&term).unwrap();
        let mut file = file("bogotol");
        file["events"][0]["term"]["segments"] = json!([segment]);
        assert_eq!(Programme::read(&serde_json::to_vec(&file).unwrap()).err(), None, "{term}");
        assert!(JUDGE.is_valid(&file), "{term}");
    }
}
