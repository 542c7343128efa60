//! `opora demo`: a school to look at.

use std::process::ExitCode;

use opora_usecases::{Result, base};
use serde_json::json;

use crate::args::Globals;
use crate::output::Output;
use crate::session;

/// The programme of the demo unless another is named: its terms expand without a question.
const PROGRAMME: &str = "bogotol";

/// Creates the demo in the data folder.
pub(crate) fn run(globals: &Globals, programme: Option<String>, output: Output) -> Result<ExitCode> {
    let mut program = session::program(globals)?;
    let programme = programme.unwrap_or_else(|| PROGRAMME.into());
    base::create_demo(program.app(), &programme)?;
    let status = session::value(&mut program, "base.status", json!(null))?;
    Ok(output.answer(&status, || {
        let word = |key: &str| status[key].as_str().unwrap_or_default().to_owned();
        format!("Создан пример: {}. Данные: {}", word("school"), word("folder"))
    }))
}
