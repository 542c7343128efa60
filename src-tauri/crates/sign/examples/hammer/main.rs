//! Hammers every reader of foreign bytes with spoilt files: no panic, no endless work, and no spoilt file is valid.
//!
//! `cargo run -p opora-sign --release --example hammer -- RUNS [SEED] [FOLDER]`; FOLDER may hold more good files to
//! spoil: `.pdf`, `.sig` (of the text «Отчёт»), `.p12` (password 1), `.pem`, `.der`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, reason = "a tool for developers")]

mod mutate;
mod seeds;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use mutate::Noise;
use opora_sign::{Identity, Trust, Verdict, read_certificate, verify, verify_detached};
use seeds::{Kind, Seed};

/// What came of the runs over files of one kind.
#[derive(Default)]
struct Tally {
    runs: u64,
    accepted: u64,
    slowest: Duration,
    total: Duration,
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let runs: u64 = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(10_000);
    let seed: u64 = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(1);
    let (seeds, trust) = seeds::all(arguments.next().as_deref());
    // Panics of the PDF parser are caught on purpose; their words would drown ours.
    std::panic::set_hook(Box::new(|_| ()));
    let mut noise = Noise::new(seed);
    let mut tallies: [Tally; 4] = Default::default();
    for run in 0..runs {
        let chosen = &seeds[noise.below(seeds.len())];
        let spoilt = mutate::spoil(&chosen.bytes, chosen.kind == Kind::Pdf, &mut noise);
        let tally = &mut tallies[chosen.kind as usize];
        let started = Instant::now();
        let accepted = catch_unwind(AssertUnwindSafe(|| try_one(chosen, &spoilt, &trust)));
        let took = started.elapsed();
        tally.runs += 1;
        tally.total += took;
        tally.slowest = tally.slowest.max(took);
        match accepted {
            Ok(accepted) => tally.accepted += u64::from(accepted),
            Err(_) => fail("a panic", run, seed, &spoilt),
        }
        if matches!(accepted, Ok(true)) && chosen.kind == Kind::Pdf {
            fail("a spoilt file is valid", run, seed, &spoilt);
        }
    }
    report(&tallies);
}

/// Whether a file that differs from a good one is still called valid. Certificates and keys have no verdict.
fn try_one(seed: &Seed, spoilt: &[u8], trust: &Trust) -> bool {
    // Cut at the end of its first saving, a file of two signatures is what the first signer gave out: good as well.
    let same = seed.bytes.starts_with(spoilt);
    match seed.kind {
        Kind::Pdf => !same && verify(spoilt, trust).verdict == Verdict::Valid,
        Kind::Detached => {
            !same && verify_detached(seeds::TEXT.as_bytes(), spoilt, trust).verdict == Verdict::Valid
        }
        Kind::Certificate => {
            let _ = read_certificate(spoilt);
            false
        }
        Kind::Pkcs12 => {
            let _ = Identity::from_pkcs12(spoilt, "1");
            false
        }
    }
}

fn fail(what: &str, run: u64, seed: u64, spoilt: &[u8]) {
    let path = std::env::temp_dir().join(format!("hammer-{seed}-{run}"));
    let mut file = std::fs::File::create(&path).expect("a place for the finding");
    std::io::Write::write_all(&mut file, spoilt).expect("a place for the finding");
    println!("{what} in run {run} of seed {seed}: {}", path.display());
    std::process::exit(1);
}

fn report(tallies: &[Tally; 4]) {
    for (name, tally) in ["PDF", "detached", "certificate", "PKCS#12"].iter().zip(tallies) {
        let mean = tally.total.as_micros() / u128::from(tally.runs.max(1));
        println!(
            "{name}: {} runs, mean {mean} µs, slowest {} ms, accepted with other bytes of the same meaning {}",
            tally.runs,
            tally.slowest.as_millis(),
            tally.accepted
        );
    }
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    println!("{}", status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or(""));
}
