//! `opora document`: every kind by its name, with what it is about.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

const NOW: &str = "2024-12-20T10:00:00+07:00";

fn opora(folder: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_opora"));
    command.args(["--data", "school", "--now", NOW]).args(words).current_dir(folder);
    command.env_remove("OPORA_PASSWORD").output().unwrap()
}

fn succeed(folder: &Path, words: &[&str]) -> String {
    let output = opora(folder, words);
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn every_kind_is_named_in_help_and_an_unknown_one_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let help = succeed(folder.path(), &["document", "--help"]);
    for line in
        ["iom — ИОМ педагога", "stage-reference — Справка по этапу", "cover-letter — Сопроводительное письмо"]
    {
        assert!(help.contains(line), "{line}: {help}");
    }
    let refused = opora(folder.path(), &["document", "dream", "--out", "a.pdf"]);
    assert!(!refused.status.success());
    assert!(String::from_utf8_lossy(&refused.stderr).contains("Не подходит значение «dream»"), "{refused:?}");
}

#[test]
fn a_document_is_written_about_what_was_chosen() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    succeed(at, &["demo"]);
    let view: Value = serde_json::from_str(&succeed(at, &["call", "documents.list", "null"])).unwrap();
    let cards = view["value"]["documents"].as_array().unwrap();
    let iom = cards.iter().find(|card| card["kind"] == "iom").unwrap();
    let teacher = iom["subjects"][0]["id"].as_str().unwrap();
    succeed(at, &["document", "iom", "--subject", teacher, "--out", "iom.pdf"]);
    succeed(at, &["document", "training_plan", "--year", "2024", "--out", "plan.docx"]);
    succeed(at, &["document", "training-plan", "--out", "plan.xlsx"]);
    for (name, mark) in [("iom.pdf", &b"%PDF-"[..]), ("plan.docx", b"PK"), ("plan.xlsx", b"PK")] {
        assert!(std::fs::read(at.join(name)).unwrap().starts_with(mark), "{name}");
    }
    let none = opora(at, &["document", "iom", "--out", "none.pdf"]);
    assert!(!none.status.success(), "whose route?");
    assert!(!at.join("none.pdf").exists());
}
