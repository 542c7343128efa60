//! The documents of a programme before python-docx, openpyxl, pdftotext and pikepdf: three forms, one text.
#![allow(clippy::unwrap_used)]

#[path = "../../src-tauri/crates/report/tests/report/common/whole.rs"]
mod whole;

use std::path::{Path, PathBuf};
use std::process::Command;

use opora_report::docx::to_docx;
use opora_report::pdf::to_pdf;
use opora_report::xlsx::to_xlsx;
use opora_usecases::api::Dispatcher;
use opora_usecases::{App, PlainHost, documents, write_file};
use serde_json::{Value, json};

const PROGRAMMES: [&str; 5] = ["bogotol", "yeniseysk", "strezhevoy", "zhigalovo", "yakovlevka"];
const KINDS: [&str; 4] = ["passport", "roadmap", "changes", "inventory"];

fn demo(home: &Path, programme: &str) -> Dispatcher {
    let mut program = Dispatcher::new(App::new(home.to_owned(), Box::new(PlainHost::default())));
    call(&mut program, "base.demo", json!({ "programme_id": programme }));
    program
}

fn call(program: &mut Dispatcher, name: &str, payload: Value) -> Value {
    program.dispatch(name, payload).unwrap_or_else(|error| panic!("{name}: {error:?}")).value
}

/// What a spreadsheet would run if it took words for formulas.
const HOSTILE: &str = "=HYPERLINK(\"http://example.org\";\"Приказ\")";

/// A document with a hostile title, added to the first execution of the plan.
fn add_hostile(program: &mut Dispatcher) {
    let roadmap = call(program, "roadmap.get", Value::Null);
    let events =
        roadmap["tasks"].as_array().unwrap().iter().flat_map(|task| task["events"].as_array().unwrap());
    let occurrence = events.flat_map(|event| event["occurrences"].as_array().unwrap()).next();
    let Some(occurrence) = occurrence else { return };
    let evidence =
        json!({ "kind": "order", "title": HOSTILE, "number": "+7", "date": null, "file_token": null });
    let id = &occurrence["occurrence"]["id"];
    call(program, "roadmap.add_evidence", json!({ "occurrence_id": id, "evidence": evidence }));
}

fn made(program: &mut Dispatcher, kind: &str, format: &str) -> Vec<u8> {
    let input = serde_json::from_value(json!({ "kind": kind, "format": format })).unwrap();
    documents::write(program.app(), &input).unwrap()
}

fn judge(script: &str, files: &[PathBuf]) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let output = Command::new(root.join("../.venv/bin/python"))
        .arg(root.join("interop").join(script))
        .args(files)
        .output()
        .expect(".venv is needed: make test prepares it");
    let said =
        [output.stdout, output.stderr].map(|said| String::from_utf8_lossy(&said).into_owned()).concat();
    assert!(output.status.success(), "{script} {files:?}: {said}");
}

#[test]
fn three_forms_say_the_same_and_run_nothing() {
    let folder = tempfile::tempdir().unwrap();
    for programme in PROGRAMMES {
        let mut program = demo(&folder.path().join(programme), programme);
        add_hostile(&mut program);
        for kind in KINDS {
            let files = ["pdf", "docx", "xlsx"].map(|format| {
                let path = folder.path().join(format!("{programme}-{kind}.{format}"));
                write_file(&path, &made(&mut program, kind, format)).unwrap();
                path
            });
            judge("office.py", &files);
            judge("ooxml.py", &files[1..2]);
            judge("pdfa.py", &files[..1]);
            judge("standard.py", &files[..1]);
        }
    }
}

#[test]
fn every_block_says_the_same_in_three_forms() {
    let folder = tempfile::tempdir().unwrap();
    for rows in [1, 60] {
        let document = whole::document(rows);
        let made = [
            ("pdf", to_pdf(&document).unwrap().bytes),
            ("docx", to_docx(&document).unwrap()),
            ("xlsx", to_xlsx(&document).unwrap()),
        ];
        let files = made.map(|(format, bytes)| {
            let path = folder.path().join(format!("whole-{rows}.{format}"));
            write_file(&path, &bytes).unwrap();
            path
        });
        judge("office.py", &files);
        judge("ooxml.py", &files[1..2]);
        judge("pdfa.py", &files[..1]);
        judge("standard.py", &files[..1]);
    }
}

/// What a reader gets out of the PDF, page by page: changed on purpose only (`OPORA_BLESS=1`).
#[test]
fn text_of_a_whole_document_is_the_golden_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("whole.pdf");
    write_file(&path, &to_pdf(&whole::document(12)).unwrap().bytes).unwrap();
    let output = Command::new("pdftotext").arg("-raw").arg(&path).arg("-").output().expect("pdftotext");
    let said = String::from_utf8(output.stdout).unwrap();
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/whole.txt");
    if std::env::var_os("OPORA_BLESS").is_some() {
        write_file(&golden, said.as_bytes()).unwrap();
    }
    assert_eq!(said, std::fs::read_to_string(&golden).unwrap_or_default(), "bless it with OPORA_BLESS=1");
}
