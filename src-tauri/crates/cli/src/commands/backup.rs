//! `opora backup`: a copy that has been opened and counted.

use std::path::Path;
use std::process::ExitCode;

use opora_usecases::{Result, base};
use serde_json::json;

use crate::args::Globals;
use crate::output::Output;
use crate::session;

/// Writes a verified copy to `to`.
pub(crate) fn run(globals: &Globals, to: &Path, output: Output) -> Result<ExitCode> {
    let mut program = session::opened(globals)?;
    let copy = base::backup_to(program.app(), to)?;
    let answer = json!({ "file": to.display().to_string(), "bytes": copy.bytes, "records": copy.records });
    Ok(output.answer(&answer, || {
        format!("Копия проверена: {} (записей: {}, байт: {})", to.display(), copy.records, copy.bytes)
    }))
}
