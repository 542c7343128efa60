//! Another program that takes a file and makes a file: no shell, a folder of its own, a time limit.

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::{ExchangeError, read_file, write_file};

/// How often the running program is looked at.
const LOOK: Duration = Duration::from_millis(50);

/// Why there is no answer file.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// Quotes are not closed, or nothing is called.
    #[error("the command cannot be read")]
    Command,
    /// The program is not there or may not be run.
    #[error("{program} does not start: {source}")]
    Start {
        /// As written in the command.
        program: String,
        /// The system's words.
        source: io::Error,
    },
    /// It ended with an error.
    #[error("the program ended with code {0:?}")]
    Failed(Option<i32>),
    /// It did not end in time and was stopped.
    #[error("the program did not end in time")]
    TimedOut,
    /// The user has stopped it.
    #[error("stopped by the user")]
    Cancelled,
    /// It ended well and left no readable answer.
    #[error(transparent)]
    Answer(#[from] ExchangeError),
}

/// What is given to the program.
#[derive(Debug, Clone, Copy)]
pub struct Job<'a> {
    /// Template: a program and its arguments, with `{name}` where the path of a file stands.
    pub command: &'a str,
    /// Files to be written for it: the name used in the template, the name of the file, the bytes.
    pub files: &'a [(&'a str, &'a str, &'a [u8])],
    /// Name of the answer file in the template and on disk.
    pub answer: (&'a str, &'a str),
    /// The largest answer that is read.
    pub max_answer: u64,
    /// How long to wait.
    pub timeout: Duration,
}

/// Runs the program in a new private folder, which is removed whatever happens; gives the answer file.
/// What the program prints is not read: only the file counts, and the caller checks it.
///
/// # Errors
/// As [`RunError`] says; a program that does not end is killed.
pub fn run_program(job: &Job<'_>, cancel: &AtomicBool) -> Result<Vec<u8>, RunError> {
    let words = split(job.command).filter(|words| !words.is_empty()).ok_or(RunError::Command)?;
    let folder = tempfile::Builder::new().prefix("opora-").tempdir();
    let folder = folder.map_err(|source| ExchangeError::of(&std::env::temp_dir(), source))?;
    let mut paths = vec![(job.answer.0, folder.path().join(job.answer.1))];
    for (key, name, bytes) in job.files {
        let path = folder.path().join(name);
        write_file(&path, bytes)?;
        paths.push((key, path));
    }
    let words: Vec<String> = words.into_iter().map(|word| filled(word, &paths)).collect();
    let child = start(&words, folder.path())?;
    wait(child, job.timeout, cancel)?;
    Ok(read_file(&paths[0].1, job.max_answer)?)
}

fn start(words: &[String], folder: &Path) -> Result<Child, RunError> {
    let mut command = Command::new(&words[0]);
    command.args(&words[1..]).current_dir(folder);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    command.spawn().map_err(|source| RunError::Start { program: words[0].clone(), source })
}

fn wait(mut child: Child, timeout: Duration, cancel: &AtomicBool) -> Result<(), RunError> {
    let began = Instant::now();
    let stopped = loop {
        match child.try_wait() {
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(Some(status)) => return Err(RunError::Failed(status.code())),
            Err(_) => break RunError::Failed(None),
            Ok(None) if cancel.load(Ordering::Relaxed) => break RunError::Cancelled,
            Ok(None) if began.elapsed() >= timeout => break RunError::TimedOut,
            Ok(None) => sleep(LOOK),
        }
    };
    kill(&mut child);
    child.wait().ok();
    Err(stopped)
}

/// Ends the program and what it has started: a script would leave its own program behind.
#[cfg(unix)]
fn kill(child: &mut Child) {
    let group = rustix::process::Pid::from_child(child);
    rustix::process::kill_process_group(group, rustix::process::Signal::KILL).ok();
}

/// Ends the program and what it has started: a script would leave its own program behind.
#[cfg(windows)]
fn kill(child: &mut Child) {
    let tree = ["/T", "/F", "/PID", &child.id().to_string()].map(str::to_owned);
    if !Command::new("taskkill").args(tree).status().is_ok_and(|status| status.success()) {
        child.kill().ok();
    }
}

/// The paths go in after the splitting: a space in them splits nothing.
fn filled(word: String, paths: &[(&str, PathBuf)]) -> String {
    paths.iter().fold(word, |word, (key, path)| word.replace(&format!("{{{key}}}"), &path.to_string_lossy()))
}

/// Words between spaces; quotes of either kind keep spaces. A backslash is itself: paths of Windows have it.
fn split(command: &str) -> Option<Vec<String>> {
    let (mut words, mut word, mut quote) = (Vec::new(), None::<String>, None);
    for c in command.chars() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (None, '"' | '\'') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (None, c) if c.is_whitespace() => words.extend(word.take()),
            (_, c) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    quote.is_none().then_some(words)
}
