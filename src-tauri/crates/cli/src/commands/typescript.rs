//! `opora typescript`: the window's types from the list of calls.

use std::path::Path;
use std::process::ExitCode;

use opora_usecases::api::typescript::generate;
use opora_usecases::{ApiError, Result};

use crate::failure::of_file;
use crate::output::say;

const FILE: &str = "ui/src/lib/api/generated.ts";

/// Writes the file, or with `check` only compares it. Run from the top of the repository.
pub(crate) fn run(check: bool) -> Result<ExitCode> {
    let path = Path::new(FILE);
    let written = opora_exchange::read_file(path, u64::MAX).map_err(|error| of_file(path, error))?;
    let fresh = generate();
    if written == fresh.as_bytes() {
        return Ok(say(&format!("{FILE}: свежий")));
    }
    if check {
        return Err(stale());
    }
    opora_exchange::write_file(path, fresh.as_bytes()).map_err(|error| of_file(path, error))?;
    Ok(say(&format!("{FILE}: записан")))
}

fn stale() -> ApiError {
    ApiError::refused(format!("{FILE} устарел."), "Запишите его заново: cargo run -p opora -- typescript")
}
