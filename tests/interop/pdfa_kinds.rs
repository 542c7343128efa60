//! Every document that the demo can make, of all five programmes: PDF/A-3a and PDF/UA-1 each.

use std::path::Path;

use opora_usecases::api::Dispatcher;
use opora_usecases::{App, PlainHost, documents};
use serde_json::{Value, json};

use crate::passes_all;

const PROGRAMMES: [&str; 5] = ["bogotol", "yeniseysk", "strezhevoy", "zhigalovo", "yakovlevka"];
/// Noon of the last week of the year of the demo.
const NOW: &str = "2024-12-20T12:00:00+07:00";

fn demo(home: &Path, programme: &str) -> Dispatcher {
    let host = PlainHost { now: Some(NOW.parse().unwrap()), ..PlainHost::default() };
    let mut program = Dispatcher::new(App::new(home.to_owned(), Box::new(host)));
    program.dispatch("base.demo", json!({ "programme_id": programme })).unwrap();
    program
}

/// Both reports and every card that is ready, about the first thing that it may be about.
fn wanted(program: &mut Dispatcher) -> Vec<Value> {
    let list = program.dispatch("documents.list", Value::Null).unwrap().value;
    let cards = list["documents"].as_array().unwrap().clone();
    let one =
        |card: &Value| json!({ "kind": card["kind"], "subject": card["subjects"][0]["id"], "format": "pdf" });
    let ready = cards.iter().filter(|card| card["ready"] == true).map(one);
    let reports = [
        json!({ "kind": "quarterly", "from": "2024-10-01", "to": "2024-12-31", "format": "pdf" }),
        json!({ "kind": "annual", "from": "2024-01-01", "to": "2024-12-31", "format": "pdf" }),
    ];
    reports.into_iter().chain(ready).collect()
}

#[test]
fn every_document_of_every_demo_keeps_the_standard() {
    let folder = tempfile::tempdir().unwrap();
    let mut files = Vec::new();
    for programme in PROGRAMMES {
        let mut program = demo(&folder.path().join(programme), programme);
        for input in wanted(&mut program) {
            let name = format!("{programme}-{}.pdf", input["kind"].as_str().unwrap());
            let input = serde_json::from_value(input).unwrap();
            files.push((name, documents::write(program.app(), &input).unwrap()));
        }
    }
    assert!(files.len() >= 60, "only {} documents", files.len());
    passes_all(&files);
}
