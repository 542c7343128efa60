//! `opora report quarterly`: the report of a quarter as a file.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;
use std::process::ExitCode;

use opora_usecases::{ApiError, Code, Result, report};
use serde_json::json;

use crate::args::Globals;
use crate::failure::of_file;
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
    refuse_target(out)?;
    let mut program = session::opened(globals)?;
    let pdf = report::write_quarterly(program.app(), period, unsigned)?;
    opora_exchange::write_file(out, &pdf).map_err(|error| not_handed_out(out, error.into(), unsigned))?;
    let answer = json!({ "file": out.display().to_string(), "bytes": pdf.len(), "signed": !unsigned });
    Ok(output.answer(&answer, || {
        let signed = if unsigned { "без подписи" } else { "подписан и проверен" };
        format!("Отчёт {signed}: {}", out.display())
    }))
}

/// Before anything is signed: the folder is there, and no file but a PDF is written over.
fn refuse_target(out: &Path) -> Result<()> {
    let folder = out.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        let refusal = ApiError::new(
            Code::NotFound,
            "Папки, куда записать отчёт, нет.",
            "Отчёт не выпущен, ничего не изменено. Проверьте путь и повторите.",
        );
        return Err(of_file(folder, refusal));
    }
    if out.symlink_metadata().is_ok() && !is_pdf(out) {
        let refusal = ApiError::refused(
            "Под этим именем лежит не PDF.",
            "Он не тронут, отчёт не выпущен. Дайте отчёту другое имя.",
        );
        return Err(of_file(out, refusal));
    }
    Ok(())
}

fn is_pdf(file: &Path) -> bool {
    let mut start = [0; 5];
    let mut read = || File::open(file)?.read_exact(&mut start);
    file.is_file() && read().is_ok() && &start == b"%PDF-"
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
