//! `opora sign`: a file outside the base is signed by a key file, prepared for another program, or stamped.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::{DateTime, FixedOffset, Local};
use clap::{ArgGroup, Args};
use opora_usecases::verify::{read_pdf, read_signature, read_trusted};
use opora_usecases::{Problems, Result, signed_file, write_file};
use serde_json::json;

use crate::args::Globals;
use crate::failure::of_file;
use crate::output::Output;
use crate::session;
use crate::target::Target;

/// What was asked for.
#[derive(Debug, Args)]
#[command(group(ArgGroup::new("way").required(true).args(["key", "certificate", "stamp_request", "stamp"])))]
pub(crate) struct Sign {
    /// Подписываемый файл
    #[arg(value_name = "ФАЙЛ")]
    file: PathBuf,
    /// Ключ .p12 или .pfx; пароль — из OPORA_KEY_PASSWORD, а без неё спрашивается
    #[arg(long, value_name = "КЛЮЧ")]
    key: Option<PathBuf>,
    /// Сертификат того, кто подпишет другой программой
    #[arg(long, value_name = "СЕРТИФИКАТ")]
    certificate: Option<PathBuf>,
    /// Ответ другой программы: подпись файла, записанного с --bytes
    #[arg(long, value_name = "ПОДПИСЬ", requires = "certificate", conflicts_with = "bytes")]
    answer: Option<PathBuf>,
    /// Куда записать байты, которые подпишет другая программа
    #[arg(long, value_name = "ФАЙЛ", requires = "certificate")]
    bytes: Option<PathBuf>,
    /// Подпись отдельным файлом
    #[arg(long, requires = "key")]
    detached: bool,
    /// Записать запрос метки времени
    #[arg(long)]
    stamp_request: bool,
    /// Вложить ответ службы меток времени
    #[arg(long, value_name = "ОТВЕТ")]
    stamp: Option<PathBuf>,
    /// Причина подписания
    #[arg(long, value_name = "ТЕКСТ", default_value = "", hide_default_value = true)]
    reason: String,
    /// Куда записать готовый файл
    #[arg(long, value_name = "ФАЙЛ")]
    out: PathBuf,
}

/// Signs and writes the file that was named.
pub(crate) fn run(globals: &Globals, asked: &Sign, output: Output) -> Result<ExitCode> {
    let wants_bytes = asked.certificate.is_some() && asked.answer.is_none() && asked.bytes.is_none();
    let problem = "Назовите файл для байтов на подпись (--bytes) или ответ другой программы (--answer).";
    Problems::default().check(wants_bytes, "--bytes", problem).finish()?;
    let (mark, kind) =
        if is_pdf(asked) { (&b"%PDF-"[..], "PDF") } else { (&b"\x30"[..], "файл подписи") };
    Target { mark, kind, unmade: "файл не подписан" }.check(&asked.out)?;
    let now = globals.now.unwrap_or_else(|| Local::now().fixed_offset());
    let file = read(&asked.file)?;
    let made = make(asked, &file, now)?;
    if let (Some(bytes), Some(path)) = (&made.to_be_signed, &asked.bytes) {
        write(path, bytes)?;
    }
    write(&asked.out, &made.file)?;
    let said = asked.out.display().to_string();
    Ok(output
        .answer(&json!({ "file": said, "bytes": made.file.len() }), || format!("{}: {said}", made.words)))
}

/// What is to be written, and what it is.
struct Made {
    file: Vec<u8>,
    to_be_signed: Option<Vec<u8>>,
    words: &'static str,
}

fn make(asked: &Sign, file: &[u8], now: DateTime<FixedOffset>) -> Result<Made> {
    let whole = |file, words| Ok(Made { file, to_be_signed: None, words });
    if let Some(key) = &asked.key {
        let (key, password) = (read(key)?, session::key_password()?);
        return match asked.detached {
            true => whole(signed_file::sign_detached(file, &key, &password, now)?, "Подпись записана"),
            false => whole(
                signed_file::sign(file, &key, &password, &asked.reason, now)?,
                "Подписанный файл записан",
            ),
        };
    }
    if let Some(path) = &asked.certificate {
        let certificates = read_trusted(path).map_err(|error| of_file(path, error))?;
        let certificate = certificates.into_iter().next().unwrap_or_default();
        return match &asked.answer {
            Some(answer) => whole(
                signed_file::embed(file, &signature(answer)?, &certificate)?,
                "Подписанный файл записан",
            ),
            None => {
                let prepared = signed_file::prepare(file, &certificate, &asked.reason, now)?;
                let words = "Заготовка записана; подпишите файл с байтами другой программой";
                Ok(Made { file: prepared.pdf, to_be_signed: Some(prepared.to_be_signed), words })
            }
        };
    }
    match &asked.stamp {
        Some(response) => {
            whole(signed_file::stamp(file, &signature(response)?)?, "Файл с меткой времени записан")
        }
        None => whole(signed_file::stamp_request(file)?, "Запрос метки времени записан"),
    }
}

/// What is written is a PDF; a detached signature and a request of a stamp are not.
fn is_pdf(asked: &Sign) -> bool {
    !asked.detached && !asked.stamp_request && asked.file.extension().is_none_or(|end| end != "sig")
}

fn read(path: &Path) -> Result<Vec<u8>> {
    read_pdf(path).map_err(|error| of_file(path, error))
}

fn signature(path: &Path) -> Result<Vec<u8>> {
    read_signature(path).map_err(|error| of_file(path, error))
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    write_file(path, bytes).map(drop).map_err(|error| of_file(path, error))
}
