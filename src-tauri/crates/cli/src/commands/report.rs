//! `opora report quarterly`: the report of a quarter as a file.

use std::path::Path;
use std::process::ExitCode;

use opora_usecases::{ApiError, Result, report};
use serde_json::json;

use crate::args::Globals;
use crate::failure::of_file;
use crate::output::Output;
use crate::session;
use crate::target::Target;

/// Writes the report to `out`, signed and recorded in the journal, or unsigned and for looking only.
pub(crate) fn quarterly(
    globals: &Globals,
    period: &str,
    out: &Path,
    unsigned: bool,
    output: Output,
) -> Result<ExitCode> {
    Target { mark: b"%PDF-", kind: "PDF", unmade: "отчёт не выпущен" }.check(out)?;
    let mut program = session::opened(globals)?;
    let pdf = report::write_quarterly(program.app(), period, unsigned)?;
    opora_exchange::write_file(out, &pdf).map_err(|error| not_handed_out(out, error.into(), unsigned))?;
    let answer = json!({ "file": out.display().to_string(), "bytes": pdf.len(), "signed": !unsigned });
    Ok(output.answer(&answer, || {
        let signed = if unsigned { "без подписи" } else { "подписан и проверен" };
        format!("Отчёт {signed}: {}", out.display())
    }))
}

/// A signed report that could not be written is in the journal all the same.
fn not_handed_out(out: &Path, error: ApiError, unsigned: bool) -> ApiError {
    let kept = ApiError {
        message: format!("Отчёт выпущен и хранится в журнале, но файл не записан. {}", error.message),
        hint: "Данные целы, выпускать отчёт снова не нужно: выгрузите его из журнала отчётов.".into(),
        ..error.clone()
    };
    of_file(out, if unsigned { error } else { kept })
}
