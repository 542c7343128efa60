//! `opora check`: is the file whole.

use std::process::ExitCode;

use opora_usecases::Result;
use serde_json::Value;

use crate::args::Globals;
use crate::output::Output;
use crate::session;

/// Checks the whole file; 1 when something is wrong with it.
pub(crate) fn run(globals: &Globals, output: Output) -> Result<ExitCode> {
    let found = session::value(&mut session::opened(globals)?, "base.check", Value::Null)?;
    let whole = found["ok"] == Value::Bool(true);
    output.answer(&found, || {
        let lines = found["lines"].as_array().into_iter().flatten().filter_map(Value::as_str);
        let verdict = if whole {
            "Данные в порядке."
        } else {
            "С данными не всё в порядке."
        };
        lines.chain([verdict]).collect::<Vec<_>>().join("\n")
    });
    Ok(if whole { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
