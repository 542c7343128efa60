//! `opora restore`: data back from a copy.

use std::path::Path;
use std::process::ExitCode;

use opora_usecases::{Code, Result, base};
use serde_json::json;

use crate::args::Globals;
use crate::output::Output;
use crate::session;

/// Brings the copy back; asks for its password only if it has one.
pub(crate) fn run(globals: &Globals, from: &Path, output: Output) -> Result<ExitCode> {
    let mut program = session::program(globals)?;
    let attempt = base::restore_from(program.app(), from, None);
    match attempt {
        Err(error) if matches!(error.code, Code::Locked | Code::WrongSecret) => {
            let password = session::password()?;
            base::restore_from(program.app(), from, Some(&password))?;
        }
        other => {
            other?;
        }
    }
    let answer = json!({ "file": from.display().to_string(), "restored": true });
    Ok(output.answer(&answer, || format!("Данные восстановлены из копии {}.", from.display())))
}
