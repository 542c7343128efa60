//! Cold start and memory of the real window.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::json;
use thirtyfour::prelude::*;

use crate::driver::{Driver, window_process};

const RUNS: usize = 4;
/// What the first screen of an empty laptop says when it can be used.
const USABLE: &str = "Посмотреть на примере";

/// Opens the window several times on an empty folder and prints how long that takes and what it holds.
pub(crate) fn print(folder: &Path) {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    for run in 1..=RUNS {
        let seen = runtime.block_on(once(&folder.join(format!("empty-{run}"))));
        println!(
            "start {run}           first paint {:.2} s, usable {:.2} s; memory of the tree {} MB (PSS)",
            seen.painted, seen.usable, seen.pss_mb
        );
    }
}

struct Seen {
    /// Seconds from exec.
    painted: f64,
    /// Seconds from exec.
    usable: f64,
    pss_mb: u64,
}

async fn once(data: &Path) -> Seen {
    let driver = Driver::start(&[]);
    let program = PathBuf::from(std::env::var_os("OPORA_DESKTOP").expect("OPORA_DESKTOP names the window"));
    let mut wanted = Capabilities::new();
    let options = json!({ "application": program, "args": ["--data", data] });
    wanted.set("browserName", json!("wry")).expect("a word is JSON");
    wanted.set("tauri:options", options).expect("options are JSON");
    let address = format!("http://127.0.0.1:{}", driver.port);
    let page = WebDriver::new(address, wanted).await.expect("the window opens");
    let usable = wait_until_usable(&page).await;
    let process = window_process(data).expect("the window's process is found");
    let began = began(process);
    let painted = number(
        &page,
        "performance.timeOrigin + (performance.getEntriesByType('paint')[0]?.startTime ?? NaN)",
    )
    .await;
    let seen =
        Seen { painted: painted / 1000.0 - began, usable: usable - began, pss_mb: pss_kb(process) / 1024 };
    let _ = page.quit().await;
    seen
}

/// The moment, by the page's clock, at which the first screen was drawn: seconds since 1970.
async fn wait_until_usable(page: &WebDriver) -> f64 {
    let until = Instant::now() + Duration::from_secs(30);
    let asked = format!("document.body.innerText.includes({USABLE:?}) ? Date.now() : 0");
    while Instant::now() < until {
        let moment = number(page, &asked).await;
        if moment > 0.0 {
            return moment / 1000.0;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("the first screen never says «{USABLE}»");
}

async fn number(page: &WebDriver, expression: &str) -> f64 {
    let answer = page.execute(format!("return {expression}"), Vec::new()).await;
    answer.ok().and_then(|answer| answer.json().as_f64()).unwrap_or(f64::NAN)
}

/// When the process was started, seconds since 1970, to a hundredth.
fn began(process: u32) -> f64 {
    const TICKS_A_SECOND: f64 = 100.0;
    let stat = read(format!("/proc/{process}/stat"));
    let after_name = stat.rsplit_once(") ").map_or("", |(_, rest)| rest);
    let ticks: f64 = after_name.split(' ').nth(19).and_then(|word| word.parse().ok()).unwrap_or(f64::NAN);
    let uptime: f64 =
        read("/proc/uptime").split(' ').next().and_then(|word| word.parse().ok()).unwrap_or(f64::NAN);
    let now = chrono::Utc::now().timestamp_millis() as f64 / 1000.0;
    now - uptime + ticks / TICKS_A_SECOND
}

/// Proportional memory of a process and of everything it started.
fn pss_kb(process: u32) -> u64 {
    let rollup = read(format!("/proc/{process}/smaps_rollup"));
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:")).unwrap_or_default();
    let own: u64 = line.trim().trim_end_matches(" kB").parse().unwrap_or(0);
    own + children(process).into_iter().map(pss_kb).sum::<u64>()
}

fn children(process: u32) -> Vec<u32> {
    let tasks = std::fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
    let lists = tasks.map(|task| read(task.path().join("children")));
    lists
        .flat_map(|list| list.split_whitespace().filter_map(|id| id.parse().ok()).collect::<Vec<_>>())
        .collect()
}

fn read(path: impl AsRef<Path>) -> String {
    std::fs::read_to_string(path).unwrap_or_default()
}
