//! `opora report quarterly`: the report of a quarter as a file.

use std::path::Path;
use std::process::ExitCode;

use opora_usecases::{Result, report};
use serde_json::json;

use crate::args::Globals;
use crate::failure::unwritable;
use crate::output::Output;
use crate::session;

/// Writes the report to `out`, signed and recorded in the journal, or unsigned and for looking only.
pub(crate) fn quarterly(
    globals: &Globals,
    period: &str,
    out: &Path,
    unsigned: bool,
    output: Output,
) -> Result<ExitCode> {
    let mut program = session::opened(globals)?;
    let pdf = report::write_quarterly(program.app(), period, unsigned)?;
    opora_exchange::write_file(out, &pdf).map_err(|cause| unwritable(out, &cause))?;
    let answer = json!({ "file": out.display().to_string(), "bytes": pdf.len(), "signed": !unsigned });
    Ok(output.answer(&answer, || {
        let signed = if unsigned { "без подписи" } else { "подписан и проверен" };
        format!("Отчёт {signed}: {}", out.display())
    }))
}
