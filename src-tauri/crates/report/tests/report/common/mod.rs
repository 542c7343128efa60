//! The fixture, and what outside tools say of a PDF.
#![allow(dead_code, reason = "each test file uses its part")]

pub(crate) mod kinds;
pub(crate) mod papers;
#[path = "../../../../domain/tests/domain/term.rs"]
pub(crate) mod term;
pub(crate) mod whole;

use std::path::PathBuf;
use std::process::Command;

use chrono::{DateTime, FixedOffset, NaiveDate};
use opora_domain::report::quarterly::QuarterlyReport;
use opora_report::build::{Making, quarterly};
use opora_report::document::{Block, Document, Mark, Metadata, Profile, Signature, SignatureMark};
use opora_report::pdf::to_pdf;

const FIXTURE: &str = include_str!("../../../../../../tests/fixtures/quarterly.json");

pub(crate) fn report() -> QuarterlyReport {
    serde_json::from_str(FIXTURE).expect("the fixture is a report")
}

pub(crate) fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2024-12-27T15:30:00+07:00").expect("a date")
}

pub(crate) fn making() -> Making {
    Making::plain(now())
}

pub(crate) fn mark() -> SignatureMark {
    SignatureMark {
        serial: "01D9A3F27C5B4E80A1".to_owned(),
        owner: "Ёлкина Елена Викторовна".to_owned(),
        valid_from: NaiveDate::from_ymd_opt(2024, 9, 2).expect("a date"),
        valid_to: NaiveDate::from_ymd_opt(2027, 9, 2).expect("a date"),
    }
}

/// A document of these blocks alone.
pub(crate) fn document(blocks: Vec<Block>) -> Document {
    Document {
        metadata: Metadata {
            title: "Проба".to_owned(),
            author: "Школа".to_owned(),
            subject: String::new(),
            created: now(),
        },
        header: ("Проба".to_owned(), "Школа".to_owned()),
        watermark: None,
        blocks,
        attachments: Vec::new(),
        profile: Profile::default(),
        code: None,
    }
}

/// A PDF on disk under a name of its own.
pub(crate) fn file(name: &str, document: &Document) -> (PathBuf, usize) {
    let output = to_pdf(document).expect("the document is drawn");
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    #[allow(clippy::disallowed_methods, reason = "a scratch file of a test")]
    std::fs::write(&path, &output.bytes).expect("the scratch folder is writable");
    (path, output.pages)
}

/// With the mark of the deputy.
pub(crate) fn signing() -> Making {
    Making { signers: signed(), ..making() }
}

/// The signature of the deputy with its mark.
pub(crate) fn signed() -> Vec<Signature> {
    let (post, name) = ("Заместитель директора".to_owned(), "Е. В. Ёлкина".to_owned());
    vec![Signature { post, name, date: Some(now().date_naive()), mark: Mark::Electronic(mark()) }]
}

pub(crate) fn quarterly_file(name: &str, signers: Vec<Signature>) -> (PathBuf, usize) {
    file(name, &quarterly(&report(), &Making { signers, ..making() }))
}

/// What a tool prints; it must succeed.
pub(crate) fn run(tool: &str, args: &[&str]) -> String {
    let output = Command::new(tool).args(args).output().unwrap_or_else(|e| panic!("{tool} is needed: {e}"));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{tool} {args:?}: {text}{}", String::from_utf8_lossy(&output.stderr));
    text
}

/// The text of a PDF; `-raw` gives it in the order of the content.
pub(crate) fn text(path: &std::path::Path, options: &[&str]) -> String {
    let path = path.to_str().expect("an ASCII path");
    run("pdftotext", &[options, &[path, "-"]].concat())
}

/// One space between words, whatever stood there.
pub(crate) fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
