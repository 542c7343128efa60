//! `opora document`: any document of the school as a file.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use opora_usecases::documents::{self, DocumentExportInput};
use opora_usecases::{ApiError, Code, Problems, Result};
use serde_json::json;

use crate::args::Globals;
use crate::failure::of_file;
use crate::output::Output;
use crate::session;
use crate::target::Target;

/// What was asked for.
#[derive(Debug, Args)]
pub(crate) struct Document {
    /// Какой документ
    #[arg(value_name = "ДОКУМЕНТ", help = kinds(), value_parser = kind)]
    kind: String,
    /// Куда записать документ
    #[arg(long, value_name = "ФАЙЛ")]
    out: PathBuf,
    /// Вид файла: pdf, docx или xlsx; без него — по окончанию имени файла
    #[arg(long, value_name = "ВИД", hide_possible_values = true)]
    format: Option<Format>,
    /// Первый день периода, ГГГГ-ММ-ДД; без периода — весь срок программы
    #[arg(long, value_name = "ДЕНЬ")]
    from: Option<NaiveDate>,
    /// Последний день периода
    #[arg(long, value_name = "ДЕНЬ")]
    to: Option<NaiveDate>,
    /// Год вместо дней периода
    #[arg(long, value_name = "ГОД", conflicts_with_all = ["from", "to"])]
    year: Option<i32>,
    /// О чём документ, где это выбирают: код этапа, педагога, заседания; коды выпущенных документов — через запятую
    #[arg(long, value_name = "КОД")]
    subject: Option<String>,
    /// Только мероприятия, которые исполняет школа
    #[arg(long)]
    school: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Pdf,
    Docx,
    Xlsx,
}

/// What may be asked for, in words.
fn kinds() -> String {
    let line = |(typed, label): (String, &str)| format!("\n  {typed} — {label}");
    let lines: String = documents::names().into_iter().map(line).collect();
    format!("Какой документ:{lines}\n")
}

/// With hyphens or with underscores, as the call takes it.
fn kind(typed: &str) -> std::result::Result<String, String> {
    let wanted = typed.replace('_', "-");
    let known = documents::names().into_iter().any(|(name, _)| name == wanted);
    known.then(|| wanted.replace('-', "_")).ok_or_else(|| "такого документа нет".to_owned())
}

/// Writes the document to the file that was named.
pub(crate) fn run(globals: &Globals, asked: &Document, output: Output) -> Result<ExitCode> {
    let input = input(asked)?;
    let format = format(asked)?;
    let mark: &[u8] = if format == Format::Pdf { b"%PDF-" } else { b"PK\x03\x04" };
    let kind = format!("{format:?}").to_uppercase();
    Target { mark, kind: &kind, unmade: "документ не составлен" }.check(&asked.out)?;
    let mut program = session::opened(globals)?;
    let body = documents::write(program.app(), &input)?;
    opora_usecases::write_file(&asked.out, &body).map_err(|error| of_file(&asked.out, error))?;
    let answer = json!({ "file": asked.out.display().to_string(), "bytes": body.len(), "signed": false });
    Ok(output.answer(&answer, || format!("Документ записан: {}", asked.out.display())))
}

fn input(asked: &Document) -> Result<DocumentExportInput> {
    let day = |month, day| asked.year.map(|year| NaiveDate::from_ymd_opt(year, month, day));
    let year = (day(1, 1), day(12, 31));
    let wrong = matches!(year, (Some(None), _));
    Problems::default().check(wrong, "--year", "Такого года нет.").finish()?;
    let given = json!({
        "kind": asked.kind,
        "subject": asked.subject,
        "from": year.0.flatten().or(asked.from),
        "to": year.1.flatten().or(asked.to),
        "scope": if asked.school { "school" } else { "all" },
        "format": format!("{:?}", format(asked)?).to_lowercase(),
    });
    serde_json::from_value(given).map_err(ApiError::internal)
}

/// As asked for, else by the name of the file.
fn format(asked: &Document) -> Result<Format> {
    let named = asked.out.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let by_name = named.and_then(|ending| Format::from_str(&ending, true).ok());
    asked.format.or(by_name).ok_or_else(|| unknown(&asked.out))
}

fn unknown(out: &Path) -> ApiError {
    let refusal = ApiError::new(
        Code::Invalid,
        "Не указано, в каком виде записать документ.",
        "Ничего не изменено. Назовите файл с окончанием .pdf, .docx или .xlsx или добавьте --format.",
    );
    of_file(out, refusal)
}
