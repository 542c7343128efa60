//! The commands as scripts and the district use them.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use serde_json::Value;
use tempfile::TempDir;

/// A demo school, its signed report and its certificate, made once for all tests.
struct Demo {
    folder: TempDir,
    report: PathBuf,
    certificate: PathBuf,
}

static DEMO: LazyLock<Demo> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let report = folder.path().join("report.pdf");
    let at = |words: &[&str]| succeed(&[&["--data", path(folder.path())], words].concat());
    at(&["demo"]);
    at(&["report", "quarterly", "--period", "2024-Q4", "--out", path(&report)]);
    at(&["--folder", path(folder.path()), "call", "identity.export"]);
    let is_certificate = |path: &PathBuf| path.extension().is_some_and(|end| end == "pem");
    let mut files = folder.path().read_dir().unwrap().map(|entry| entry.unwrap().path());
    let certificate = files.find(is_certificate).expect("a certificate was exported");
    Demo { report, certificate, folder }
});

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn opora(words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_opora"));
    command.args(words).env_remove("OPORA_PASSWORD").output().unwrap()
}

fn succeed(words: &[&str]) -> String {
    let output = opora(words);
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Exit code and the first verdict.
fn verdict(file: &Path, trust: &[&Path]) -> (i32, String) {
    let mut words = vec!["verify", path(file), "--json"];
    words.extend(trust.iter().flat_map(|certificate| ["--trust", path(certificate)]));
    let output = opora(&words);
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    (output.status.code().unwrap(), found[0]["label"].as_str().unwrap().to_owned())
}

fn copy_with(name: &str, change: impl FnOnce(&mut Vec<u8>)) -> PathBuf {
    let mut bytes = std::fs::read(&DEMO.report).unwrap();
    change(&mut bytes);
    let file = DEMO.folder.path().join(name);
    opora_exchange::write_file(&file, &bytes).unwrap();
    file
}

#[test]
fn five_programmes_are_listed_with_their_counts() {
    let listed: Value = serde_json::from_str(&succeed(&["programmes", "--json"])).unwrap();
    let rows = listed.as_array().unwrap();
    assert_eq!(rows.len(), 5);
    let bogotol = rows.iter().find(|row| row["id"] == "bogotol").unwrap();
    for (count, expected) in [("tasks", 5), ("leaf_events", 17), ("indicators", 17), ("target_cells", 41)] {
        assert_eq!(bogotol[count], expected, "{count}");
    }
    assert_eq!(bogotol["events_by_group"], serde_json::json!([4, 3, 3, 2, 2, 1, 2]));
    assert!(succeed(&["programmes"]).contains("Своя программа"));
}

#[test]
fn a_programme_file_is_checked_and_its_faults_are_named() {
    let good = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/programmes/own.json");
    let checked: Value =
        serde_json::from_str(&succeed(&["programmes", "check", path(&good), "--json"])).unwrap();
    assert_eq!((&checked["ok"], &checked["id"]), (&Value::Bool(true), &Value::from("own")));

    let text = std::fs::read_to_string(&good).unwrap().replacen("\"title\"", "\"titel\"", 1);
    let bad = DEMO.folder.path().join("bad.json");
    opora_exchange::write_file(&bad, text.as_bytes()).unwrap();
    let refused = opora(&["programmes", "check", path(&bad), "--json"]);
    assert_eq!(refused.status.code(), Some(1));
    let checked: Value = serde_json::from_slice(&refused.stdout).unwrap();
    assert_eq!(checked["ok"], Value::Bool(false));
    assert_eq!(checked["problems"][0]["path"], "titel");
    assert!(!opora(&["programmes", "check", "no such file.json"]).status.success());
}

#[test]
fn a_report_is_valid_for_those_who_trust_the_school() {
    assert_eq!(verdict(&DEMO.report, &[&DEMO.certificate]), (0, "действительна".into()));
    assert_eq!(verdict(&DEMO.report, &[]), (1, "действительна, владелец не проверен".into()));
}

#[test]
fn a_changed_report_is_called_changed() {
    type Change = fn(&mut Vec<u8>);
    let changes: [(&str, Change); 2] =
        [("flipped.pdf", |bytes| bytes[2000] ^= 1), ("longer.pdf", |bytes| bytes.extend(b"\n%junk"))];
    for (name, change) in changes {
        let found = verdict(&copy_with(name, change), &[&DEMO.certificate]);
        assert_eq!(found, (1, "изменён после подписания".into()), "{name}");
    }
}

#[test]
fn what_is_no_pdf_is_unreadable() {
    let text = copy_with("text.pdf", |bytes| *bytes = b"no report".to_vec());
    assert_eq!(verdict(&text, &[]).0, 2);
    assert_eq!(verdict(Path::new("no such file.pdf"), &[]).0, 2);
}

#[test]
fn data_is_extracted_only_after_the_strict_verdict() {
    let report = path(&DEMO.report);
    assert!(!opora(&["extract", report]).status.success());
    let data = succeed(&["extract", report, "--trust", path(&DEMO.certificate)]);
    let data: Value = serde_json::from_str(&data).unwrap();
    assert!(data["requisites"]["school_short"].is_string());
    let changed = copy_with("data.pdf", |bytes| bytes.push(b'!'));
    assert!(!opora(&["extract", path(&changed), "--trust", path(&DEMO.certificate)]).status.success());
}

#[test]
fn an_unsigned_report_is_the_same_at_the_same_moment() {
    let write = |name: &str| {
        let out = DEMO.folder.path().join(name);
        let moment = ["--now", "2026-11-22T10:00:00+03:00"];
        let command = ["report", "quarterly", "--period", "2024-Q3", "--unsigned", "--out", path(&out)];
        let demo = ["--data", path(DEMO.folder.path())];
        // The file admits one program at a time; other tests do not open it.
        succeed(&[&demo[..], &moment, &command].concat());
        std::fs::read(out).unwrap()
    };
    assert!(write("first.pdf") == write("second.pdf"));
}

#[test]
fn a_copy_is_restored_with_its_password() {
    let folder = tempfile::tempdir().unwrap();
    let (school, copy) = (folder.path().join("school"), folder.path().join("copy.opora"));
    let run = |words: &[&str], password: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_opora"));
        command.args(words).env("OPORA_PASSWORD", password).output().unwrap().status.code().unwrap()
    };
    let card = include_str!("school.json");
    let data = ["--data", path(&school)];
    assert_eq!(run(&[&data[..], &["call", "base.create", card]].concat(), ""), 0);
    assert_eq!(run(&[&data[..], &["backup", path(&copy)]].concat(), "шаль медь лес"), 0);
    assert_eq!(run(&[&data[..], &["check"]].concat(), "не тот пароль"), 1);
    let other = folder.path().join("other");
    let restore = ["--data", path(&other), "restore", path(&copy)];
    assert_eq!(run(&restore, "не тот пароль"), 1);
    assert_eq!(run(&restore, "шаль медь лес"), 0);
    assert_eq!(run(&["--data", path(&other), "check"], "шаль медь лес"), 0);
}

#[test]
fn mistakes_are_named_in_russian() {
    for (words, said) in [
        (&["nonsense"][..], "Нет команды «nonsense»"),
        (&["check", "--wrong"], "Неизвестный параметр «--wrong»"),
        (&["verify"], "Не указано: <ФАЙЛ>"),
        (&["--data", "/no/such/folder", "check"], "нет данных школы"),
    ] {
        let output = opora(words);
        assert_eq!(output.status.code(), Some(1), "{words:?}");
        let text = String::from_utf8(output.stderr).unwrap();
        assert!(text.contains(said), "{words:?}: {text}");
    }
}

#[test]
fn a_report_that_has_nowhere_to_go_is_not_issued() {
    let folder = tempfile::tempdir().unwrap();
    let at = |words: &[&str]| opora(&[&["--data", path(folder.path())], words].concat());
    assert!(at(&["demo"]).status.success());
    let issued = || {
        let overview: Value = serde_json::from_slice(&at(&["call", "report.overview"]).stdout).unwrap();
        overview["value"]["journal"].as_array().unwrap().len()
    };
    let database = folder.path().join("demo/opora.db");
    for out in [folder.path().join("нет/report.pdf"), folder.path().to_owned(), database] {
        let refused = at(&["report", "quarterly", "--period", "2024-Q4", "--out", path(&out)]);
        assert_eq!(refused.status.code(), Some(1), "{}", out.display());
        let said = String::from_utf8_lossy(&refused.stderr).to_lowercase();
        assert!(said.contains("отчёт не выпущен"), "{said}");
    }
    assert_eq!(issued(), 0);
}

#[test]
fn what_is_no_certificate_is_not_passed_over_in_silence() {
    let garbage = DEMO.folder.path().join("garbage.pem");
    opora_exchange::write_file(&garbage, b"garbage").unwrap();
    let refused = opora(&["verify", path(&DEMO.report), "--trust", path(&garbage)]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("нет сертификата"));
}

#[cfg(unix)]
#[test]
fn a_device_is_not_read_as_a_report() {
    let (code, label) = verdict(Path::new("/dev/zero"), &[]);
    assert_eq!((code, label.as_str()), (2, "не подписан или не читается"));
}

#[test]
fn lost_data_with_copies_left_points_at_the_newest_copy() {
    let folder = tempfile::tempdir().unwrap();
    let at = |words: &[&str]| opora(&[&["--data", path(folder.path())], words].concat());
    let card = include_str!("school.json").replace("\"шаль медь лес\"", "null");
    assert!(at(&["call", "base.create", &card]).status.success());
    assert!(at(&["check"]).status.success(), "opening keeps a copy");
    std::fs::remove_file(folder.path().join("opora.db")).unwrap();
    let said = String::from_utf8(at(&["check"]).stderr).unwrap();
    assert!(said.contains("остались только его копии"), "{said}");
    let copy =
        said.lines().nth(1).and_then(|line| line.split("последней: ").nth(1)).unwrap().trim_end_matches('.');
    assert!(at(&["restore", copy]).status.success());
    assert!(at(&["check"]).status.success());
}

fn table(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/tables").join(name)
}

#[test]
fn a_table_of_another_district_becomes_a_programme_of_the_school() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let file = folder.path().join("sosnovka.json");
    let mut card: Value = serde_json::from_str(include_str!("school.json")).unwrap();
    card["password"] = Value::Null;
    succeed(&["--data", path(&data), "call", "base.create", &card.to_string()]);
    let said = succeed(&[
        "--data",
        path(&data),
        "--json",
        "import",
        path(&table("sosnovka.docx")),
        "--id",
        "sosnovka",
        "--out",
        path(&file),
        "--add",
    ]);
    let said: Value = serde_json::from_str(&said).unwrap();
    assert_eq!(said["programme"]["counts"]["leaf_events"], 10);
    assert_eq!(said["read"]["totals"]["unclear"], 1);
    assert_eq!(said["done"]["added"]["id"], "sosnovka");
    succeed(&["programmes", "check", path(&file)]);
    succeed(&["--data", path(&data), "call", "programme.adopt", r#"{"id":"sosnovka","period":null}"#]);
    let again = succeed(&["--data", path(&data), "import", path(&file), "--add"]);
    assert!(again.contains("уже была"), "{again}");
}

#[test]
fn a_table_that_cannot_be_read_is_told_of_with_its_file() {
    let output = opora(&["import", path(&table("make.py"))]);
    assert_eq!(output.status.code(), Some(1));
    let gone = opora(&["import", "нет.docx"]);
    assert!(String::from_utf8_lossy(&gone.stderr).contains("нет.docx"));
}
