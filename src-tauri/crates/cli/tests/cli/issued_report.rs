//! The report of a demonstration school, made by the command line, before strangers.

#![allow(clippy::unwrap_used)] // helpers of tests fail as tests do

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

const NOW: &str = "2024-12-20T10:00:00+07:00";

/// A demonstration school with its issued report and the certificate of its signer.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Desk {
        let desk = Desk { folder: tempfile::tempdir().unwrap() };
        desk.opora(&["demo"]);
        desk.opora(&["report", "quarterly", "--period", "2024-Q4", "--out", "report.pdf"]);
        desk.opora(&["--folder", ".", "call", "identity.export", "null"]);
        let certificate = desk.folder.path().read_dir().unwrap().map(|entry| entry.unwrap().path());
        let certificate =
            certificate.into_iter().find(|path| path.extension().is_some_and(|end| end == "pem"));
        std::fs::rename(certificate.unwrap(), desk.path("cert.pem")).unwrap();
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, program: impl AsRef<Path>, arguments: &[&str]) -> Output {
        let program = program.as_ref();
        let started = Command::new(program).args(arguments).current_dir(self.folder.path()).output();
        started.unwrap_or_else(|error| panic!("{} is needed for this test: {error}", program.display()))
    }

    fn opora(&self, arguments: &[&str]) -> String {
        let output = self.try_opora(arguments);
        assert!(output.status.success(), "opora {arguments:?}: {}", text(&output));
        String::from_utf8(output.stdout).unwrap()
    }

    fn try_opora(&self, arguments: &[&str]) -> Output {
        let all = [&["--data", "school", "--now", NOW], arguments].concat();
        self.run(env!("CARGO_BIN_EXE_opora"), &all)
    }
}

fn text(output: &Output) -> String {
    [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned()).concat()
}

fn python() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../.venv/bin/python")
}

fn script(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/interop").join(name).display().to_string()
}

#[test]
fn a_page_replaced_by_an_update_is_a_change() {
    let desk = Desk::new();
    let replaced = desk.run(python(), &[&script("replace_page.py"), "report.pdf", "replaced.pdf"]);
    assert!(replaced.status.success(), "{}", text(&replaced));
    let output = desk.try_opora(&["verify", "replaced.pdf", "--json", "--trust", "cert.pem"]);
    let judged: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(judged[0]["label"], "изменён после подписания", "{judged}");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn strangers_find_the_report_signed_whole_and_in_order() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("nss")).unwrap();
    assert!(desk.run("certutil", &["-N", "-d", "sql:nss", "--empty-password"]).status.success());
    let trusted = ["-A", "-d", "sql:nss", "-n", "school", "-t", "C,C,C", "-i", "cert.pem"];
    assert!(desk.run("certutil", &trusted).status.success());
    let pdfsig = text(&desk.run("pdfsig", &["-nssdir", "sql:nss", "report.pdf"]));
    assert!(pdfsig.contains("Signature is Valid") && pdfsig.contains("Total document signed"), "{pdfsig}");

    let arguments = ["-m", "pyhanko", "sign", "validate", "--pretty-print", "--trust", "cert.pem"];
    let rest = ["--trust-replace", "--no-revocation-check", "--validation-time", NOW, "report.pdf"];
    let pyhanko = text(&desk.run(python(), &[&arguments[..], &rest[..]].concat()));
    assert!(pyhanko.contains("VALID") && !pyhanko.contains("INVALID"), "{pyhanko}");

    let qpdf = desk.run("qpdf", &["--check", "report.pdf"]);
    assert!(qpdf.status.success(), "{}", text(&qpdf));
    let pdfa = desk.run(python(), &[&script("pdfa.py"), "report.pdf"]);
    assert!(pdfa.status.success(), "{}", text(&pdfa));
}

#[test]
fn the_text_of_the_report_reads_in_order() {
    let desk = Desk::new();
    let words =
        text(&desk.run("pdftotext", &["report.pdf", "-"])).split_whitespace().collect::<Vec<_>>().join(" ");
    let expected = [
        "ОТЧЁТ",
        "о реализации ШППКО за IV квартал 2024 года",
        "1. Сведения о школе",
        "2. Исполнение дорожной карты",
        "3. Показатели",
        "прошли 3 из 8 педагогов, цель на 2024 год — 70 %, не хватает 3 педагогов",
        "Выводы, корректировка дорожной карты, запрос помощи",
        "Документ подписан электронной подписью",
        "Белова Анна Сергеевна",
    ];
    let mut rest = words.as_str();
    for phrase in expected {
        let at = rest.find(phrase).unwrap_or_else(|| panic!("«{phrase}» is not there in order: {words}"));
        rest = &rest[at + phrase.len()..];
    }
    assert!(!words.contains('\u{fffd}'), "broken letters");
}
