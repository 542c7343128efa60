//! The program of signing at work beside the window, one at a time.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use chrono::{DateTime, FixedOffset};
use opora_domain::Id;
use opora_domain::words::counted;
use opora_exchange::{ExchangeError, Job, RunError, run_program};

use crate::{ApiError, App, Result};

const MAX_ANSWER: u64 = 4 * 1024 * 1024;

/// What the program is to sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Task {
    /// A document that waits for it.
    Document(Id),
    /// A sample, to try a command.
    Trial,
}

/// What is given to the program.
pub(crate) struct Order {
    /// Template with {in}, {out} and {cert}.
    pub(crate) command: String,
    /// How long to wait.
    pub(crate) seconds: u64,
    /// Name of the file to be signed, without a folder.
    pub(crate) name: &'static str,
    /// Its bytes.
    pub(crate) data: Vec<u8>,
    /// The signer's certificate, DER; may be empty.
    pub(crate) certificate: Vec<u8>,
}

/// How far it is.
pub(crate) enum Progress {
    /// What is being waited for, in words.
    AtWork(String),
    /// The signature, or why there is none.
    Ended(std::result::Result<Vec<u8>, RunError>),
}

/// A program at work. Dropped, it is stopped with all that it has started.
pub(crate) struct Running {
    task: Task,
    began: DateTime<FixedOffset>,
    seconds: u64,
    stop: Arc<AtomicBool>,
    worker: Option<JoinHandle<std::result::Result<Vec<u8>, RunError>>>,
}

impl Running {
    fn is_at_work(&self) -> bool {
        self.worker.as_ref().is_some_and(|worker| !worker.is_finished())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        self.worker.take().map(JoinHandle::join);
    }
}

/// Starts the program.
///
/// # Errors
/// `Refused` while another task has it at work.
pub(crate) fn begin(app: &mut App, task: Task, order: Order) -> Result<()> {
    if app.running.as_ref().is_some_and(Running::is_at_work) {
        return Err(busy());
    }
    let (stop, seconds) = (Arc::new(AtomicBool::new(false)), order.seconds);
    let stopped = Arc::clone(&stop);
    let worker = Some(std::thread::spawn(move || run(&order, &stopped)));
    app.running = Some(Running { task, began: app.host.now(), seconds, stop, worker });
    Ok(())
}

fn run(order: &Order, stopped: &AtomicBool) -> std::result::Result<Vec<u8>, RunError> {
    let job = Job {
        command: &order.command,
        files: &[("in", order.name, &order.data), ("cert", "сертификат.cer", &order.certificate)],
        answer: ("out", "подпись.sig"),
        max_answer: MAX_ANSWER,
        timeout: Duration::from_secs(order.seconds),
    };
    run_program(&job, stopped)
}

/// It works at this task, or has an answer that nobody has taken.
pub(crate) fn works_at(app: &App, task: &Task) -> bool {
    app.running.as_ref().is_some_and(|running| running.task == *task)
}

/// How far the task is; its answer is given once. None when it is not at work.
pub(crate) fn progress(app: &mut App, task: &Task) -> Option<Progress> {
    let now = app.host.now();
    let running = app.running.as_mut().filter(|running| running.task == *task)?;
    if running.is_at_work() {
        return Some(Progress::AtWork(at_work(running, now)));
    }
    let ended = running.worker.take().and_then(|worker| worker.join().ok());
    app.running = None;
    ended.map(Progress::Ended)
}

/// Stops whatever is at work.
pub(crate) fn stop(app: &mut App) {
    app.running = None;
}

fn at_work(running: &Running, now: DateTime<FixedOffset>) -> String {
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

/// Nothing works at the task: it was stopped, or its answer has been taken.
pub(crate) fn not_running(hint: &str) -> ApiError {
    ApiError::refused("Программа подписи уже не работает.", hint)
}

/// Why the program of signing has given nothing.
pub(crate) fn failed(error: RunError, hint: &str) -> ApiError {
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
