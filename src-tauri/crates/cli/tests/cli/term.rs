//! `opora term` as scripts use it.
#![allow(clippy::disallowed_methods, reason = "a file to be read by the tested command")]

use std::process::{Command, Output};

use serde_json::Value;

fn opora(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_opora")).args(words).output().unwrap()
}

fn json(words: &[&str]) -> Value {
    let output = opora(&[&["term"], words, &["--json"]].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn a_term_is_printed_with_its_segments_and_dates() {
    let read = json(&["до 15 сентября 2025 г.", "--from", "2022", "--to", "2025"]);
    assert_eq!(read["raw"], "до 15 сентября 2025 г.");
    assert_eq!(read["segments"][0]["kind"], "window");
    assert_eq!(read["ambiguous"], false);
    assert_eq!(read["occurrences"][0]["due"], "2025-09-15");
    let months = json(&["ежемесячно", "--from", "2024-09", "--to", "2025-02-15"]);
    assert_eq!(months["occurrences"].as_array().unwrap().len(), 6);
    let endless = json(&["ежемесячно", "--from", "2024"]);
    assert_eq!(endless["occurrences"].as_array().unwrap().len(), 1);
}

#[test]
fn a_file_is_read_line_by_line() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("terms.txt");
    std::fs::write(&file, "май 2024\nпо плану ВШК\n").unwrap();
    let all = json(&["--file", file.to_str().unwrap(), "--from", "2024"]);
    assert_eq!(all[1]["segments"][0]["plan"], "план ВШК");
}

#[test]
fn a_wrong_period_or_no_term_is_refused() {
    for words in
        [&["май", "--from", "2025", "--to", "2022"][..], &["май", "--from", "весна"], &["--from", "2024"]]
    {
        let output = opora(&[&["term"], words].concat());
        assert_eq!(output.status.code(), Some(1));
        assert!(output.stdout.is_empty());
    }
}
