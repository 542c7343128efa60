//! `opora extract`: the data inside a report, only after the strict verdict.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use opora_usecases::verify::{Verdict, judge_by, read_pdf, report_data};
use opora_usecases::{ApiError, Result};

use super::verify::trusting;
use crate::failure::of_file;
use crate::output::say;

/// Prints the attached JSON as it stands in the file.
pub(crate) fn run(report: &Path, trust: &[PathBuf], unverified: bool) -> Result<ExitCode> {
    let pdf = read_pdf(report).map_err(|error| of_file(report, error))?;
    if !unverified {
        let verdict = judge_by(&pdf, &trusting(trust, &[])?).verdict;
        if verdict != Verdict::Valid {
            return Err(not_allowed(verdict));
        }
    }
    let data = report_data(&pdf).ok_or_else(no_data)?;
    Ok(say(data.trim_end()))
}

fn not_allowed(verdict: Verdict) -> ApiError {
    ApiError::refused(
        format!("Данные не извлечены. Подпись: {}.", verdict.label()),
        "Укажите доверенный сертификат школы (--trust) или, если вы понимаете риск, добавьте --unverified.",
    )
}

fn no_data() -> ApiError {
    ApiError::refused(
        "В файле нет данных отчёта «Опоры».",
        "Файл не изменён. Данные есть только в отчётах, выпущенных этой программой.",
    )
}
