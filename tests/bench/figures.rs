//! The figures of a release: start, memory, terms and the road map, a large quarterly report, signing, verifying.
//!
//! Run by `make bench`: it needs the release window in `OPORA_DESKTOP`, a display and tauri-driver on PATH.

#[path = "../e2e/driver.rs"]
mod driver;
mod programmes;
mod school;
mod start;

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use chrono::{DateTime, FixedOffset};
use opora_sign::{Identity, SignRequest, Trust, Verdict};

const RUNS: usize = 5;
/// The child that is measured apart, so that its peak of memory is its own.
const CHILD: &str = "--report-of";

fn main() {
    let mut words = std::env::args().skip_while(|word| word != CHILD);
    match (words.next(), words.next()) {
        (Some(_), Some(folder)) => report_apart(Path::new(&folder)),
        _ => all_figures(),
    }
}

fn all_figures() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    start::print(folder.path());
    programmes::print(folder.path());
    let base = folder.path().join("school");
    let marked = school::fill(&base);
    println!("school            {} teachers, {marked} events done with evidence", school::TEACHERS);
    let program = std::env::current_exe().expect("this program has a path");
    let done =
        Command::new(program).args([CHILD.as_ref(), base.as_os_str()]).status().expect("the child runs");
    assert!(done.success(), "the report was not made");
}

/// Draws the report, signs it and verifies it, each several times; then says how much memory it took at most.
fn report_apart(base: &Path) {
    let mut app = school::open(base);
    let draw = || opora_usecases::report::write_quarterly(&mut app, school::PERIOD, true).expect("a report");
    let (took, pdf) = median(draw);
    println!("quarterly report  {took:.0?}, {} KB", pdf.len() / 1024);

    let moment = school::now();
    let identity =
        Identity::create("Иванова Мария Петровна", "МБОУ СОШ № 1", moment.to_utc(), 3).expect("a key");
    let (took, signed) = median(|| opora_sign::sign(&pdf, &identity, &request(moment)).expect("a signature"));
    println!("signing           {took:.0?} (with its own verifying)");
    println!("signed report     {} pages, {:.1} KB", pages(&signed), signed.len() as f64 / 1024.0);

    let trust = Trust { certificates: vec![identity.certificate_der.clone()], ..Trust::default() };
    let (took, found) = median(|| opora_sign::verify(&signed, &trust));
    assert_eq!(found.verdict, Verdict::Valid, "{:?}", found.reasons);
    println!("verifying         {took:.0?}");
    println!("peak memory       {} MB (report, signing and verifying)", peak_kb() / 1024);
}

fn pages(pdf: &[u8]) -> usize {
    lopdf::Document::load_mem(pdf).expect("the report is a PDF").get_pages().len()
}

fn request(signed_at: DateTime<FixedOffset>) -> SignRequest<'static> {
    let rect = [72.0, 72.0, 272.0, 132.0];
    SignRequest { signed_at, reason: "", location: "", field_name: "Signature1", page: 0, rect, also: &[] }
}

fn median<T>(mut work: impl FnMut() -> T) -> (Duration, T) {
    let mut took = Vec::new();
    let mut made = None;
    for _ in 0..RUNS {
        let start = Instant::now();
        made = Some(work());
        took.push(start.elapsed());
    }
    took.sort_unstable();
    (took[RUNS / 2], made.expect("it ran"))
}

fn peak_kb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse().unwrap_or(0)
}
