//! Ours beside its peers on the same content: reports against Typst and WeasyPrint, signatures against pyHanko.
//!
//! Run by `make bench`; `OPORA_BENCH_PYTHON` is the interpreter of the peers. Each figure is «least / median»: of fresh
//! processes with everything that starting costs, and of repeated calls in one warm process. The least says what the
//! work takes, the median what the machine did besides; the last column compares the least of both: how many times
//! longer than ours a peer takes in a fresh process and in a warm call. No run repeats the content of another, so no
//! cache of a peer helps it.

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
/// Fresh processes, and calls in a warm one; what is slow is measured until its time is over, three times at least.
const FRESH: usize = 7;
const WARM: usize = 21;
const LEAST: usize = 3;
const ENOUGH: Duration = Duration::from_secs(20);

fn main() {
    let words: Vec<String> = std::env::args().skip_while(|word| word != CHILD).collect();
    match words.as_slice() {
        [_, what, folder, argument, times] => child(what, Path::new(folder), argument, times),
        _ => all(),
    }
}

fn all() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    println!("\nЗагрузка машины перед началом: {}", load.split(' ').next().unwrap_or_default());
    report::print(folder.path());
    signature::print(folder.path());
}

fn child(what: &str, folder: &Path, argument: &str, times: &str) {
    let times: usize = times.parse().expect("a number");
    let said = match what {
        "report" => report::own(folder, argument, times),
        "sign" => signature::own_signing(folder, argument, times),
        _ => signature::own_verifying(folder, argument, times),
    };
    println!("{said}");
}

/// What one engine took.
struct Figures {
    fresh: Vec<f64>,
    warm: Vec<f64>,
    bytes: u64,
    peak_kb: u64,
}

/// Runs a program as often as needed; `script` none is ourselves.
fn measure(script: Option<&str>, arguments: &[&str]) -> Figures {
    let mut fresh = Vec::new();
    let mut peak_kb = 0;
    let begun = Instant::now();
    while fresh.len() < LEAST || (fresh.len() < FRESH && begun.elapsed() < ENOUGH) {
        let start = Instant::now();
        let said = run(script, arguments, 1);
        fresh.push(start.elapsed().as_secs_f64() * 1000.0);
        peak_kb = said["peak_kb"].as_u64().unwrap_or(0).max(peak_kb);
    }
    let said = run(script, arguments, WARM);
    let warm = said["ms"].as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    Figures { fresh, warm, bytes: said["bytes"].as_u64().unwrap_or(0), peak_kb }
}

/// The least of milliseconds.
fn least(took: &[f64]) -> f64 {
    took.iter().copied().min_by(f64::total_cmp).unwrap_or(f64::NAN)
}

/// «least / median».
fn both(took: &[f64]) -> String {
    let mut sorted = took.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let median = sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN);
    format!("{:.1} / {median:.1}", least(took))
}

/// How many times longer than ours a peer takes, fresh and warm; nothing for ourselves.
fn times(ours: Option<&Figures>, theirs: &Figures) -> String {
    let Some(ours) = ours else { return String::new() };
    let ratio = |theirs: &[f64], ours: &[f64]| least(theirs) / least(ours);
    format!("×{:.1} / ×{:.1}", ratio(&theirs.fresh, &ours.fresh), ratio(&theirs.warm, &ours.warm))
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
    let begun = Instant::now();
    while took.len() < times.min(LEAST) || (took.len() < times && begun.elapsed() < ENOUGH) {
        let start = Instant::now();
        last = Some(work(took.len()));
        took.push(start.elapsed().as_secs_f64() * 1000.0);
    }
    (took, last.expect("it ran"))
}

fn answer(took: &[f64], bytes: usize) -> Value {
    json!({ "ms": took, "bytes": bytes, "peak_kb": peak_kb() })
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
