use std::sync::atomic::AtomicBool;
use std::time::Duration;

use opora_domain::issued_report::PendingSigning;
use opora_exchange::{ExchangeError, Job, RunError, run_program};

use super::IssueOutcome;
use super::answer::take;
use super::pending::{certificate, command, prepared};
use super::pick::MAX_KEY_BYTES;
use crate::person::IdInput;
use crate::{ApiError, App, Result};

/// Runs the command of the settings, which signs the bytes, and takes its answer.
///
/// # Errors
/// When no command is set, it does not start, does not end in time or gives no right signature. The document goes on
/// waiting.
pub fn run_command(app: &mut App, input: IdInput) -> Result<IssueOutcome> {
    let record = app.read()?.need::<PendingSigning>(&input.id)?;
    let (command, seconds) = command(app)?;
    if command.is_empty() {
        return Err(no_command());
    }
    let bytes = opora_sign::to_be_signed(&prepared(app, &record)?)?;
    let certificate = certificate(&record)?;
    let job = Job {
        command: &command,
        files: &[("in", "на-подпись.bin", &bytes), ("cert", "сертификат.cer", &certificate)],
        answer: ("out", "подпись.sig"),
        max_answer: MAX_KEY_BYTES,
        timeout: Duration::from_secs(seconds),
    };
    let hint = "Документ по-прежнему ждёт подписи. Проверьте команду в настройках или подпишите записанный файл вручную.";
    let answer = run_program(&job, &AtomicBool::new(false)).map_err(|error| run_failed(error, hint))?;
    take(app, &input.id, &answer)
}

fn no_command() -> ApiError {
    ApiError::refused(
        "Команда внешней программы подписи не задана.",
        "Документ по-прежнему ждёт подписи. Задайте команду в настройках или подпишите записанный файл вручную.",
    )
}

/// Why the program of signing has given nothing.
pub(crate) fn run_failed(error: RunError, hint: &str) -> ApiError {
    let what = match error {
        RunError::Command => "Команда записана с ошибкой: проверьте кавычки.".to_owned(),
        RunError::Start { program, .. } => format!("Программа не запускается: {program}."),
        RunError::Failed(_) => "Программа подписи завершилась с ошибкой.".to_owned(),
        RunError::TimedOut => "Программа подписи не ответила вовремя и остановлена.".to_owned(),
        RunError::Cancelled => "Подписание остановлено.".to_owned(),
        RunError::Answer(ExchangeError::Gone(_)) => {
            "Программа завершилась, но файла подписи {out} не создала.".to_owned()
        }
        RunError::Answer(error) => return error.into(),
    };
    ApiError::refused(what, hint)
}
