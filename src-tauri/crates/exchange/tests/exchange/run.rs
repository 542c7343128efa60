//! A program that takes a file and makes a file.

use std::sync::atomic::AtomicBool;
use std::time::Duration;

use opora_exchange::{Job, RunError, run_program};

fn run(command: &str, timeout: Duration, cancelled: bool) -> Result<Vec<u8>, RunError> {
    let job = Job {
        command,
        files: &[("in", "на подпись.bin", b"bytes to sign"), ("cert", "cert.cer", b"certificate")],
        answer: ("out", "ответ.sig"),
        max_answer: 100,
        timeout,
    };
    run_program(&job, &AtomicBool::new(cancelled))
}

#[cfg(unix)]
#[test]
fn the_answer_file_is_what_the_program_made() {
    let answer = |command| run(command, Duration::from_secs(30), false).unwrap();
    assert_eq!(answer("cp {in} {out}"), b"bytes to sign");
    assert_eq!(answer("\"cp\"  '{cert}' \"{out}\""), b"certificate");
}

#[cfg(unix)]
#[test]
fn no_shell_stands_between() {
    let refused = run("cp {in} {out} ; touch {out}", Duration::from_secs(30), false).unwrap_err();
    assert!(matches!(refused, RunError::Failed(Some(_))), "{refused:?}");
}

#[cfg(unix)]
#[test]
fn whatever_goes_wrong_is_named() {
    type Expected = fn(&RunError) -> bool;
    let cases: [(&str, bool, Expected); 7] = [
        ("", false, |error| matches!(error, RunError::Command)),
        ("cp '{in} {out}", false, |error| matches!(error, RunError::Command)),
        ("no-such-program-of-opora {in}", false, |error| matches!(error, RunError::Start { .. })),
        ("false", false, |error| matches!(error, RunError::Failed(Some(1)))),
        ("true", false, |error| matches!(error, RunError::Answer(_))),
        ("sleep 60", false, |error| matches!(error, RunError::TimedOut)),
        ("sleep 60", true, |error| matches!(error, RunError::Cancelled)),
    ];
    for (command, cancelled, expected) in cases {
        let error = run(command, Duration::from_millis(200), cancelled).unwrap_err();
        // A slow machine may not let even `true` end in time.
        assert!(expected(&error) || matches!(error, RunError::TimedOut), "{command}: {error:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_stopped_program_takes_along_what_it_has_started() {
    let folder = tempfile::tempdir().unwrap();
    let said = folder.path().join("child");
    let command = format!("sh -c 'sleep 600 & echo $! > \"{}\"; wait' {{in}} {{out}}", said.display());
    let error = run(&command, Duration::from_secs(2), false).unwrap_err();
    assert!(matches!(error, RunError::TimedOut), "{error:?}");
    let child = std::fs::read_to_string(said).unwrap();
    assert!(!is_alive(child.trim()), "{child} goes on");
}

/// A dead process may wait for its parent's attention.
#[cfg(target_os = "linux")]
fn is_alive(process: &str) -> bool {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    stat.rsplit(") ").next().is_some_and(|state| !state.is_empty() && !state.starts_with(['Z', 'X']))
}

#[cfg(unix)]
#[test]
fn an_endless_answer_is_not_read() {
    let refused =
        run("dd if=/dev/zero of={out} bs=1000 count=1", Duration::from_secs(30), false).unwrap_err();
    assert!(matches!(refused, RunError::Answer(_)), "{refused:?}");
}
