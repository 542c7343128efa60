//! `opora programmes`: what comes with the program, with real counts.

use std::process::ExitCode;

use opora_usecases::Result;
use serde_json::{Value, json};

use crate::args::Globals;
use crate::output::Output;
use crate::session;

const COUNTS: [&str; 8] = [
    "tasks",
    "events",
    "leaf_events",
    "indicators",
    "measured_results",
    "target_cells",
    "distinct_terms",
    "ambiguous_terms",
];

/// Lists the programmes; no school is needed.
pub(crate) fn run(globals: &Globals, output: Output) -> Result<ExitCode> {
    let cards = session::value(&mut session::program(globals)?, "programme.list", Value::Null)?;
    let rows: Vec<Value> = cards.as_array().into_iter().flatten().map(row).collect();
    Ok(output.answer(&Value::from(rows.clone()), || rows.iter().map(line).collect::<Vec<_>>().join("\n")))
}

fn row(card: &Value) -> Value {
    let mut row = json!({ "id": card["id"], "title": card["title"] });
    for name in COUNTS {
        row[name] = card["counts"][name].clone();
    }
    row
}

fn line(row: &Value) -> String {
    format!(
        "{:<12} {}\n             задач {}, мероприятий {}, показателей {}, целевых значений {}",
        row["id"].as_str().unwrap_or_default(),
        row["title"].as_str().unwrap_or_default(),
        row["tasks"],
        row["leaf_events"],
        row["indicators"],
        row["target_cells"],
    )
}
