//! Our PDFs before pikepdf's PDF/A validator and the rules of PDF/UA: unsigned, signed, and spoilt ones that it must refuse.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use chrono::{DateTime, Duration};
use opora_domain::report::quarterly::QuarterlyReport;
use opora_report::build::{Making, quarterly};
use opora_report::document::{Mark, Signature, SignatureMark};
use opora_report::pdf::{PdfOutput, to_pdf};
use opora_sign::{Identity, SignRequest, sign};

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

/// The fixture signed by a school certificate, the widget over the drawn mark.
fn signed() -> Vec<u8> {
    let report = report();
    let now = making(false).created;
    let fio = report.requisites.deputy.as_str();
    let from = now.to_utc() - Duration::days(1);
    let identity =
        Identity::create(fio, &report.requisites.school_short, from, 3).expect("a certificate is made");
    let mark = SignatureMark {
        serial: "01D9A3F27C5B4E80A1".to_owned(),
        owner: fio.to_owned(),
        valid_from: from.date_naive(),
        valid_to: (from + Duration::days(3 * 365)).date_naive(),
    };
    let signature = Signature {
        post: "Заместитель директора".to_owned(),
        name: fio.to_owned(),
        date: Some(now.date_naive()),
        mark: Mark::Electronic(mark),
    };
    let output = drawn(&report, &Making { signers: vec![signature], ..making(false) });
    let (page, rect) = output.marks[0];
    let request = SignRequest {
        signed_at: now,
        reason: "Отчёт",
        location: "",
        field_name: "Signature1",
        page,
        rect,
        also: &[],
    };
    sign(&output.bytes, &identity, &request).expect("the report is signed")
}

fn judge(script: &str, name: &str, bytes: &[u8]) -> Output {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::File::create(&path)
        .and_then(|mut file| std::io::Write::write_all(&mut file, bytes))
        .expect("the scratch folder is writable");
    Command::new(root.join("../.venv/bin/python"))
        .arg(root.join("interop").join(script))
        .arg(&path)
        .output()
        .expect(".venv is needed: make test prepares it")
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn passes(name: &str, bytes: &[u8]) {
    for script in ["pdfa.py", "pdfua.py"] {
        let verdict = judge(script, name, bytes);
        assert!(verdict.status.success(), "{name}: {}", said(&verdict));
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
fn signed_report_is_pdfa_and_pdfua_still() {
    passes("pdfa-signed.pdf", &signed());
}

#[test]
fn long_report_is_pdfa_and_pdfua() {
    let mut long = report();
    let rows = long.roadmap.rows.clone();
    long.roadmap.rows = std::iter::repeat_n(rows, 16).flatten().collect();
    passes("pdfa-long.pdf", &drawn(&long, &making(false)).bytes);
}

/// The judge of PDF/UA is no rubber stamp either.
#[test]
fn files_that_cannot_be_read_aloud_are_refused() {
    let good = drawn(&report(), &making(false)).bytes;
    let (from, to) = (b"<pdfuaid:part>1<", b"<pdfuaid:part>2<");
    let at = good.windows(from.len()).rposition(|window| window == from).expect("it is there");
    let mut bad = good.clone();
    bad[at..at + to.len()].copy_from_slice(to);
    let verdict = judge("pdfua.py", "pdfua-spoilt.pdf", &bad);
    assert!(!verdict.status.success(), "{}", said(&verdict));
}

/// The validator is no rubber stamp: what breaks the standard is refused.
#[test]
fn spoilt_files_are_refused() {
    let good = drawn(&report(), &making(false)).bytes;
    for (name, from, to) in [
        ("level", &b"<pdfaid:part>3<"[..], &b"<pdfaid:part>9<"[..]),
        ("metadata", b"</rdf:RDF>", b"</rdf:XXX>"),
        ("id", b"/ID[", b"/IX["),
    ] {
        let at = good.windows(from.len()).rposition(|window| window == from).expect("it is there");
        let mut bad = good.clone();
        bad[at..at + to.len()].copy_from_slice(to);
        let verdict = judge("pdfa.py", &format!("pdfa-spoilt-{name}.pdf"), &bad);
        assert!(!verdict.status.success(), "{name}: {}", said(&verdict));
    }
}
