//! Ours beside its peers on the same content: reports against Typst and WeasyPrint, signatures against pyHanko.
//!
//! Run by `make bench`; `OPORA_BENCH_PYTHON` is the interpreter of the peers. Each figure is the median: of fresh
//! processes with everything that starting costs, and of repeated runs in one warm process. No run repeats the
//! content of another, so no cache of a peer helps it.

#[path = "compare_report.rs"]
mod report;
#[path = "compare_sign.rs"]
mod signature;

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// The child that is measured apart.
const CHILD: &str = "--run";
/// Fresh processes, and runs in a warm one.
const FRESH: usize = 7;
const WARM: usize = 15;

fn main() {
    let words: Vec<String> = std::env::args().skip_while(|word| word != CHILD).collect();
    match words.as_slice() {
        [_, what, folder, argument, times] => child(what, Path::new(folder), argument, times),
        _ => all(),
    }
}

fn all() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    report::print(folder.path());
    signature::print(folder.path());
}

fn child(what: &str, folder: &Path, argument: &str, times: &str) {
    let times: usize = times.parse().expect("a number");
    let said = match what {
        "report" => report::own(folder, argument, times),
        _ => signature::own(folder, argument, times),
    };
    println!("{said}");
}

/// What one engine took.
struct Figures {
    fresh: Duration,
    said: Value,
    peak_kb: u64,
}

/// Runs a program as often as needed; `script` none is ourselves.
fn measure(script: Option<&str>, arguments: &[&str]) -> Figures {
    let mut fresh = Vec::new();
    let mut peak_kb = 0;
    for _ in 0..FRESH {
        let start = Instant::now();
        let said = run(script, arguments, 1);
        fresh.push(start.elapsed());
        peak_kb = said["peak_kb"].as_u64().unwrap_or(0).max(peak_kb);
    }
    fresh.sort_unstable();
    Figures { fresh: fresh[FRESH / 2], said: run(script, arguments, WARM), peak_kb }
}

fn run(script: Option<&str>, arguments: &[&str], times: usize) -> Value {
    let mut command = match script {
        Some(script) => {
            let python = std::env::var("OPORA_BENCH_PYTHON").unwrap_or_else(|_| "python3".to_owned());
            let mut command = Command::new(python);
            command.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("bench").join(script));
            command
        }
        None => {
            let mut command = Command::new(std::env::current_exe().expect("this program has a path"));
            command.arg(CHILD);
            command
        }
    };
    let output = command.args(arguments).arg(times.to_string()).output().expect("the program starts");
    let said = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{script:?} {arguments:?}: {said}{errors}");
    serde_json::from_str(said.lines().last().unwrap_or_default())
        .unwrap_or_else(|_| panic!("{script:?} {arguments:?} said: {said}{errors}"))
}

/// Does the work so many times, each time told which it is; milliseconds and the last result.
fn repeated<T>(times: usize, mut work: impl FnMut(usize) -> T) -> (Vec<f64>, T) {
    let mut took = Vec::new();
    let mut last = None;
    for run in 0..times {
        let start = Instant::now();
        last = Some(work(run));
        took.push(start.elapsed().as_secs_f64() * 1000.0);
    }
    (took, last.expect("it ran"))
}

fn answer(took: &[f64], bytes: usize) -> Value {
    json!({ "ms": took, "bytes": bytes, "peak_kb": peak_kb() })
}

/// The median of what an engine said, milliseconds.
fn median(said: &Value, key: &str) -> f64 {
    let values = said[key].as_array().into_iter().flatten().filter_map(Value::as_f64);
    let mut values: Vec<f64> = values.collect();
    values.sort_unstable_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

fn peak_kb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse().unwrap_or(0)
}

fn write(path: &Path, bytes: &[u8]) {
    #[allow(clippy::disallowed_methods, reason = "a scratch file of a benchmark")]
    std::fs::write(path, bytes).expect("the folder is writable");
}
