//! Reports and the certificate, through the public calls.

use crate::support::{Desk, text};
use serde_json::{Value, json};

const DAY: &str = "2024-12-20";

fn desk() -> Desk {
    let mut desk = Desk::with_programme(DAY, "bogotol");
    desk.add_teacher("Ёлкина Мария Петровна");
    desk
}

fn draft(desk: &mut Desk) -> Value {
    desk.call("report.draft", json!({ "period": "2024-Q4" }))
}

fn missing(desk: &mut Desk) -> Vec<String> {
    draft(desk)["missing"].as_array().unwrap().iter().map(|item| text(&item["text"])).collect()
}

#[test]
fn a_report_without_a_certificate_is_refused() {
    let mut desk = desk();
    let asked = desk.issue_of_quarter("2024-Q4", "1");
    let refusal = desk.refused("issue.sign", asked);
    assert!(refusal.message.contains("нет сертификата"), "{refusal:?}");
    assert_eq!(desk.call("report.overview", json!(null))["journal"], json!([]));
}

#[test]
fn an_issued_report_is_kept_and_cannot_be_undone() {
    let mut desk = desk();
    desk.call("identity.create", json!(null));
    let issued = desk.issue_quarter("2024-Q4", "15/1");
    assert_eq!(issued["report"]["number"], "15/1");
    assert_eq!(issued["period_label"], "IV квартал 2024 года");
    desk.refused("history.undo", json!(null));
    desk.restart(DAY);
    let journal = desk.call("report.overview", json!(null))["journal"].clone();
    assert_eq!(journal[0]["report"], issued["report"]);
    let pages = desk.call("journal.pdf", json!({ "id": issued["report"]["id"] }));
    assert!(text(&pages["base64"]).starts_with("JVBERi0"), "a PDF in base64");
}

#[test]
fn a_correction_is_a_new_report_that_replaces_the_old_one() {
    let mut desk = desk();
    desk.call("identity.create", json!(null));
    let first = desk.issue_quarter("2024-Q4", "1");
    assert_eq!(draft(&mut desk)["replaces"], "1");
    let second = desk.issue_quarter("2024-Q4", "2");
    assert_eq!(second["report"]["supersedes"], first["report"]["id"]);
    let journal = desk.call("report.overview", json!(null))["journal"].clone();
    assert_eq!((&journal[0]["superseded"], &journal[1]["superseded"]), (&json!(false), &json!(true)));
}

#[test]
fn a_quarter_that_has_not_begun_is_refused() {
    let mut desk = desk();
    desk.call("identity.create", json!(null));
    let asked = desk.issue_of_quarter("2025-Q1", "1");
    let refusal = desk.refused("issue.sign", asked);
    assert!(refusal.message.contains("ещё не начался"), "{refusal:?}");
    let refusal = desk.refused("report.draft", json!({ "period": "зима" }));
    assert!(refusal.message.contains("не квартал"), "{refusal:?}");
}

#[test]
fn what_is_missing_shrinks_as_it_is_mended() {
    let mut desk = desk();
    let before = missing(&mut desk);
    for words in
        ["Ключа подписи школы ещё нет", "заседания рабочей группы", "Нет значений у", "Самодиагностика"]
    {
        assert!(before.iter().any(|text| text.contains(words)), "«{words}» is not in {before:?}");
    }
    desk.call("identity.create", json!(null));
    let meeting = json!({ "id": null, "number": "1", "date": "2024-11-05", "agenda": "Ход программы",
        "present": 5, "decisions": "Продолжить" });
    desk.call("registers.save_meeting", meeting);
    let after = missing(&mut desk);
    assert_eq!(after.len() + 2, before.len(), "{before:?} → {after:?}");
}

#[test]
fn the_hand_written_part_is_kept_between_openings() {
    let mut desk = desk();
    let kept = json!({ "period": "2024-Q4", "conclusions": "Первый вывод.\nВторой вывод.", "requests": "Нужен тьютор." });
    desk.call("report.save_draft", kept);
    desk.restart(DAY);
    let draft = draft(&mut desk);
    assert_eq!(draft["conclusions"], "Первый вывод.\nВторой вывод.");
    assert_eq!(draft["requests"], "Нужен тьютор.");
    assert!(text(&draft["suggested"]).starts_with("По дорожной карте"), "{draft}");
}

#[test]
fn an_exported_report_is_valid_and_never_overwrites_another_file() {
    let mut desk = desk();
    let stick = tempfile::tempdir().unwrap();
    desk.will_pick_folder(Some(stick.path().to_owned()));
    desk.call("identity.create", json!(null));
    let first = desk.issue_quarter("2024-Q4", "1");
    let second = desk.issue_quarter("2024-Q4", "2");
    let names = [&first, &second, &first].map(|report| desk.export(report));
    assert_eq!(names[0], names[2], "the same file is written again under its name");
    assert_ne!(names[0], names[1]);
    for name in &names {
        desk.will_pick_file(Some(stick.path().join(name)));
        let judged = desk.call("verify.pick", json!(null));
        assert_eq!(judged["verdict"], "valid", "{name}: {}", judged["reasons"]);
    }
    assert_eq!(stick.path().read_dir().unwrap().count(), 2, "no temporary file is left");
}

#[test]
fn a_report_of_another_school_is_valid_once_its_certificate_is_trusted() {
    let stick = tempfile::tempdir().unwrap();
    let mut sender = desk();
    sender.will_pick_folder(Some(stick.path().to_owned()));
    sender.call("identity.create", json!(null));
    let issued = sender.issue_quarter("2024-Q4", "1");
    let name = sender.export(&issued);

    let mut receiver = Desk::school(DAY);
    receiver.will_pick_file(Some(stick.path().join(name)));
    let stranger = receiver.call("verify.pick", json!(null));
    assert_eq!(stranger["verdict"], "valid_unknown_signer");
    assert_eq!(stranger["report"], json!(null), "data is not read before the good verdict");
    let trusted = receiver.call("verify.trust", json!(null));
    assert_eq!(trusted["verdict"], "valid");
    assert!(text(&trusted["report"]).contains("IV"), "{trusted}");
    let certificates = receiver.call("verify.trusted", json!(null));
    receiver.call("verify.distrust", json!({ "id": certificates[0]["id"] }));
    assert_eq!(receiver.call("verify.pick", json!(null))["verdict"], "valid_unknown_signer");
}

#[test]
fn a_new_certificate_retires_the_old_one_and_old_reports_stay_valid() {
    let mut desk = desk();
    let first = desk.call("identity.create", json!(null));
    let issued = desk.issue_quarter("2024-Q4", "1");
    let second = desk.call("identity.create", json!(null));
    assert_ne!(first["sha256"], second["sha256"]);
    assert_eq!(desk.call("identity.get", json!(null))["sha256"], second["sha256"]);
    let stick = tempfile::tempdir().unwrap();
    desk.will_pick_folder(Some(stick.path().to_owned()));
    let exported = desk.export(&issued);
    desk.will_pick_file(Some(stick.path().join(exported)));
    assert_eq!(desk.call("verify.pick", json!(null))["verdict"], "valid");
}
