use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use opora_domain::Id;
use opora_domain::issued_report::PendingSigning;
use opora_domain::words::counted;
use opora_exchange::{ExchangeError, Job, RunError, run_program};

use super::CommandView;
use super::answer::take;
use super::pending::{certificate, command, prepared};
use super::pick::MAX_KEY_BYTES;
use super::signer::Moment;
use crate::person::IdInput;
use crate::{ApiError, App, Result};

const STAYS: &str = "Документ по-прежнему ждёт подписи. Проверьте команду в настройках или подпишите записанный файл вручную.";

/// A program of signing at work beside the window. Dropped, it is stopped.
pub(crate) struct Running {
    pending: Id,
    began: Moment,
    seconds: u64,
    stop: Arc<AtomicBool>,
    worker: Option<Worker>,
}

type Worker = JoinHandle<std::result::Result<Vec<u8>, RunError>>;

impl Running {
    fn is_at_work(&self) -> bool {
        self.worker.as_ref().is_some_and(|worker| !worker.is_finished())
    }

    fn stop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        self.worker.take().map(JoinHandle::join);
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Begins the command of the settings, which signs the bytes; `issue.command_state` says what comes of it.
///
/// # Errors
/// When no command is set, or one is at work already. The document goes on waiting.
pub fn run_command(app: &mut App, input: IdInput) -> Result<CommandView> {
    let record = app.read()?.need::<PendingSigning>(&input.id)?;
    if is_running(app, &input.id) {
        return command_state(app, input);
    }
    let (command, seconds) = command(app)?;
    if command.is_empty() {
        return Err(no_command());
    }
    if app.running.as_ref().is_some_and(Running::is_at_work) {
        return Err(busy());
    }
    let bytes = opora_sign::to_be_signed(&prepared(app, &record)?)?;
    let certificate = certificate(&record)?;
    let stop = Arc::new(AtomicBool::new(false));
    let stopped = Arc::clone(&stop);
    let worker = std::thread::spawn(move || {
        let job = Job {
            command: &command,
            files: &[("in", "на-подпись.bin", &bytes), ("cert", "сертификат.cer", &certificate)],
            answer: ("out", "подпись.sig"),
            max_answer: MAX_KEY_BYTES,
            timeout: Duration::from_secs(seconds),
        };
        run_program(&job, &stopped)
    });
    app.running = Some(Running {
        pending: input.id.clone(),
        began: app.host.now(),
        seconds,
        stop,
        worker: Some(worker),
    });
    command_state(app, input)
}

/// The command signs this document, or has an answer for it that nobody has taken.
pub(super) fn is_running(app: &App, pending: &Id) -> bool {
    app.running.as_ref().is_some_and(|running| running.pending == *pending)
}

/// What the running command has come to: it is still at work, or its answer has been taken.
///
/// # Errors
/// When it does not start, does not end in time or gives no right signature. The document goes on waiting.
pub fn command_state(app: &mut App, input: IdInput) -> Result<CommandView> {
    let mine = app.running.as_mut().filter(|running| running.pending == input.id);
    let Some(running) = mine else { return Err(not_running()) };
    if running.is_at_work() {
        let label = at_work(running, app.host.now());
        return Ok(CommandView { label, outcome: None });
    }
    let answer = running.worker.take().map(JoinHandle::join);
    app.running = None;
    let answer = answer.and_then(|ended| ended.ok()).ok_or_else(not_running)?;
    let outcome = take(app, &input.id, &answer.map_err(|error| run_failed(error, STAYS))?)?;
    Ok(CommandView { label: String::new(), outcome: Some(outcome) })
}

/// Stops the command at work; the document goes on waiting.
pub fn stop_command(app: &mut App, _: ()) -> Result<()> {
    app.running = None;
    Ok(())
}

fn at_work(running: &Running, now: Moment) -> String {
    let past = (now - running.began).num_seconds().max(0);
    let wait = counted(running.seconds.try_into().unwrap_or(i64::MAX), "секунды", "секунд", "секунд");
    format!(
        "Программа подписи работает {past} с, ждём до {wait}. Возможно, она спрашивает пароль в своём окне."
    )
}

fn busy() -> ApiError {
    ApiError::refused(
        "Программа подписи уже работает.",
        "Ничего не изменено. Дождитесь её ответа или остановите её.",
    )
}

fn not_running() -> ApiError {
    ApiError::refused("Программа подписи уже не работает.", STAYS)
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
