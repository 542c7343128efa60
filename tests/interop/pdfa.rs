//! Our PDFs before pikepdf's PDF/A validator and every rule of PDF/A-3a and PDF/UA-1: each kind of document, each way of
//! signing, and spoilt ones that must be refused.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where it fails")]

#[path = "tamper/desk.rs"]
#[allow(dead_code, reason = "the corpus uses the rest")]
mod desk;
#[path = "pdfa_kinds.rs"]
mod kinds;
#[path = "pdfa_signed.rs"]
mod signed;
#[path = "pdfa_spoilt.rs"]
mod spoilt;
#[path = "tamper/surgery.rs"]
#[allow(dead_code, reason = "the corpus uses the rest")]
mod surgery;
#[path = "../../src-tauri/crates/report/tests/report/common/whole.rs"]
mod whole;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use chrono::DateTime;
use opora_domain::report::quarterly::QuarterlyReport;
use opora_report::build::{Making, quarterly};
use opora_report::pdf::{PdfOutput, to_pdf};

const FIXTURE: &str = include_str!("../fixtures/quarterly.json");
const NOW: &str = "2024-12-27T15:30:00+07:00";

fn report() -> QuarterlyReport {
    serde_json::from_str(FIXTURE).expect("the fixture is a report")
}

fn making(draft: bool) -> Making {
    Making { draft, ..Making::plain(DateTime::parse_from_rfc3339(NOW).expect("a date")) }
}

fn drawn(report: &QuarterlyReport, making: &Making) -> PdfOutput {
    to_pdf(&quarterly(report, making)).expect("the report is drawn")
}

fn judge(script: &str, files: &[PathBuf]) -> Output {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    Command::new(root.join("../.venv/bin/python"))
        .arg(root.join("interop").join(script))
        .args(files)
        .output()
        .expect(".venv is needed: make test prepares it")
}

fn put(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(name);
    std::fs::File::create(&path)
        .and_then(|mut file| std::io::Write::write_all(&mut file, bytes))
        .expect("the scratch folder is writable");
    path
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn passes(name: &str, bytes: &[u8]) {
    passes_all(&[(name.to_owned(), bytes.to_vec())]);
}

/// All files before both judges; only the refusals are told.
fn passes_all(files: &[(String, Vec<u8>)]) {
    // A folder of its own: two tests may call a file the same.
    let folder = tempfile::tempdir().expect("a scratch folder");
    let paths: Vec<PathBuf> = files.iter().map(|(name, bytes)| put(folder.path(), name, bytes)).collect();
    for script in ["pdfa.py", "standard.py"] {
        let verdict = judge(script, &paths);
        let told = said(&verdict);
        let wrong: Vec<&str> =
            told.lines().filter(|line| line.starts_with(' ') || line.contains("NOT")).collect();
        let whole = if wrong.is_empty() { told.clone() } else { wrong.join("\n") };
        assert!(verdict.status.success(), "{script}: {whole}");
    }
}

#[test]
fn quarterly_report_is_pdfa_and_pdfua() {
    passes("pdfa-unsigned.pdf", &drawn(&report(), &making(false)).bytes);
}

#[test]
fn demonstration_and_draft_are_pdfa_and_pdfua() {
    let mut demo = report();
    demo.requisites.demo = true;
    demo.school.changes.push("Получена субсидия 120 000 ₽ → закуплены приборы ☑ 試".to_owned());
    passes("pdfa-demo.pdf", &drawn(&demo, &making(false)).bytes);
    passes("pdfa-draft.pdf", &drawn(&report(), &making(true)).bytes);
}

#[test]
fn long_report_is_pdfa_and_pdfua() {
    let mut long = report();
    let rows = long.roadmap.rows.clone();
    long.roadmap.rows = std::iter::repeat_n(rows, 16).flatten().collect();
    passes("pdfa-long.pdf", &drawn(&long, &making(false)).bytes);
}

#[test]
fn every_block_and_every_form_of_page_keeps_the_standard() {
    let mut draft = whole::document(60);
    draft.watermark = Some("ПРОЕКТ".to_owned());
    let bare = opora_report::document::Document {
        attachments: Vec::new(),
        code: None,
        blocks: Vec::new(),
        ..whole::document(1)
    };
    let files = [("whole", whole::document(120)), ("draft", draft), ("bare", bare)];
    let drawn = |(name, document)| (format!("pdfa-{name}.pdf"), to_pdf(&document).unwrap().bytes);
    passes_all(&files.map(drawn));
}
