//! The final report and the one-page sheet: what was entered stands in them, nothing else does.

use crate::support::diagnosis::pass;
use crate::support::program::{approve, done};
use crate::support::{Desk, plain, text};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

const DEMOS: [&str; 5] = ["bogotol", "yeniseysk", "strezhevoy", "zhigalovo", "yakovlevka"];

/// The words of the pages, a space between any two, and how many pages there are.
fn read(desk: &mut Desk, document: &Value) -> (String, u64) {
    let seen = desk.call("documents.preview", document.clone());
    let file = tempfile::NamedTempFile::new().unwrap();
    opora_exchange::write_file(file.path(), &STANDARD.decode(text(&seen["base64"])).unwrap()).unwrap();
    let output = std::process::Command::new("pdftotext").args(["-raw"]).arg(file.path()).arg("-").output();
    let said = plain(&String::from_utf8(output.unwrap().stdout).unwrap());
    let whole = said.replace("-\n", "").split_whitespace().collect::<Vec<_>>().join(" ");
    (whole, seen["pages"].as_u64().unwrap())
}

fn holds(said: &str, parts: &[&str]) {
    for part in parts {
        assert!(said.contains(part), "«{part}» is not in: {said}");
    }
}

fn set(desk: &mut Desk, code: &str, stage: &str, fact: Value) {
    let sheet = desk.call("indicator.sheet", Value::Null);
    let groups = sheet["groups"].as_array().unwrap();
    let mut rows = groups.iter().flat_map(|group| group["rows"].as_array().unwrap());
    let row = rows.find(|row| row["indicator"]["code"] == code).unwrap();
    let id = row["indicator"]["id"].clone();
    desk.call(
        "indicator.set_fact",
        json!({ "indicator_id": id, "stage": stage, "fact": fact, "as_of": null, "comment": "" }),
    );
}

fn assessment(date: &str, good: i64) -> Value {
    json!({ "id": null, "kind": "vpr", "subject": "math", "grade": 7, "date": date, "participants": 20, "failed": 3,
        "good": good })
}

/// Two years of a programme of four: terms done, an indicator missed, answers, a course, results, a meeting, a report.
fn school() -> Desk {
    let mut desk = Desk::with_programme("2024-12-20", "bogotol");
    approve(&mut desk, "41", "2024-09-02");
    desk.call("identity.create", Value::Null);
    let one = desk.add_teacher("Антонова Мария Ивановна");
    desk.add_teacher("Белова Анна Ильинична");
    done(&mut desk, "10", 2, "2024-12-02");
    done(&mut desk, "11", 2, "2024-12-03");
    set(&mut desk, "5.2", "2024", json!({ "kind": "flag", "value": true }));
    pass(&mut desk, &one, 1, &[("A4", json!(2))], false);
    desk.call(
        "registers.save_iom",
        json!({ "id": null, "person_id": one, "deficit_id": null, "form": "course", "title": "Вероятность",
            "provider": "ККИПК", "hours": 36, "started_on": "2024-11-01", "due": "2024-12-15",
            "done_on": "2024-12-10", "document": "123", "introduced_on": "2024-12-12" }),
    );
    desk.call("registers.save_assessment", assessment("2023-04-10", 6));
    desk.call("registers.save_assessment", assessment("2024-04-10", 9));
    desk.call(
        "registers.save_meeting",
        json!({ "id": null, "number": "4", "date": "2024-12-10", "agenda": "Ход дорожной карты", "present": 6,
            "decisions": "" }),
    );
    desk.issue_quarter("2024-Q3", "17");
    desk
}

#[test]
fn the_final_report_says_what_was_entered() {
    let mut desk = school();
    let (said, pages) = read(&mut desk, &json!({ "kind": "final_report" }));
    assert!(pages > 1);
    holds(
        &said,
        &[
            "о реализации ШППКО за 2022–2025 годы",
            "Срок программы ещё не истёк: отчёт показывает положение на 20.12.2024",
            "приказом от 02.09.2024 № 41, действует редакция № 1",
            "Отчёт о реализации ШППКО за III квартал 2024 года 17 20.12.2024",
            "2024 1 из 2 (50,0 %)",
            "выявлено — 1 дефицит, закрыто — 0 из 1 (0,0 %), остаётся открытыми — 1",
            "Вероятность ККИПК 36 10.12.2024 1 1",
            "ВПР Математика 20 3 85,0 % 30,0 %",
            "ВПР Математика 20 3 85,0 % 45,0 %",
            "в 2023 году — 30,0 %, в 2024 году — 45,0 %",
            "Проведено заседаний рабочей группы — 1.",
        ],
    );
}

#[test]
fn the_counts_are_those_of_the_road_map_and_of_the_indicators() {
    let mut desk = school();
    let roadmap = desk.call("documents.list", Value::Null);
    let cards = roadmap["documents"].as_array().unwrap();
    let card = cards.iter().find(|card| card["kind"] == "roadmap").unwrap();
    assert!(plain(&text(&card["holds"])).contains("исполнено сроков 2 из"), "{card}");
    let sheet = desk.call("indicator.sheet", Value::Null);
    let groups = sheet["groups"].as_array().unwrap();
    let rows = groups.iter().flat_map(|group| group["rows"].as_array().unwrap());
    let achieved = rows.filter(|row| row["cells"][2]["state"] == "achieved").count();
    let (said, _) = read(&mut desk, &json!({ "kind": "final_report" }));
    holds(&said, &["Дорожная карта: исполнено 2 из", &format!("Достигнуто {achieved} из")]);
    let (sheet, pages) = read(&mut desk, &json!({ "kind": "presentation" }));
    assert_eq!(pages, 1);
    holds(
        &sheet,
        &[&format!("{achieved} из "), "45,0 %", "50,0 %", "педагогов прошли самодиагностику в 2024 году"],
    );
    for name in ["Антонова", "Белова"] {
        assert!(!sheet.contains(name), "{sheet}");
    }
}

#[test]
fn after_its_last_day_the_programme_is_told_as_over() {
    let mut desk = school();
    desk.restart("2026-01-15");
    let (said, _) = read(&mut desk, &json!({ "kind": "final_report" }));
    assert!(!said.contains("ещё не истёк"), "{said}");
    holds(
        &said,
        &[
            "Состояние показано на этап «2025 год»",
            "2025 год Год 01.01–31.12.2025 не закрыт, значения предварительные 2 из 15 0",
        ],
    );
    let (sheet, pages) = read(&mut desk, &json!({ "kind": "presentation" }));
    assert_eq!(pages, 1);
    holds(&sheet, &["срок программы завершён"]);
}

#[test]
fn the_sheet_of_every_demo_and_of_an_empty_school_is_one_page() {
    for programme in DEMOS {
        let mut demo = Desk::empty("2024-12-20");
        demo.call("base.demo", json!({ "programme_id": programme }));
        let empty = Desk::with_programme("2024-12-20", programme);
        for mut desk in [demo, empty] {
            assert_eq!(read(&mut desk, &json!({ "kind": "presentation" })).1, 1, "{programme}");
            let (said, _) = read(&mut desk, &json!({ "kind": "final_report" }));
            holds(&said, &["13. Выводы", "Что продолжается в следующем периоде"]);
        }
    }
}

#[test]
fn both_are_issued_and_kept_in_the_journal() {
    let mut desk = school();
    for (kind, number) in [("final_report", "51"), ("presentation", "52")] {
        let signers = json!([{ "role": "deputy", "way": "own_key" }]);
        let asked = json!({ "document": { "kind": kind }, "number": number, "date": "2024-12-20",
            "signers": signers });
        let issued = desk.call("issue.sign", asked)["issued"]["report"].clone();
        assert_eq!((text(&issued["kind"]), text(&issued["number"])), (kind.to_owned(), number.to_owned()));
        assert_eq!(kind == "presentation", issued["pages"] == 1);
        assert_eq!(issued["period"], "2022-01-01..2025-12-31");
    }
}

#[test]
fn the_annual_report_names_the_reports_of_its_quarters() {
    let mut desk = school();
    let (said, _) = read(&mut desk, &json!({ "kind": "annual", "from": "2024-01-01", "to": "2024-12-31" }));
    holds(&said, &["Перенесено Отчёт №", "III квартал", "17", "не выпущен"]);
    let mut bare = Desk::with_programme("2024-12-20", "bogotol");
    let (said, _) = read(&mut bare, &json!({ "kind": "annual", "from": "2024-01-01", "to": "2024-12-31" }));
    assert!(!said.contains("Отчёт №"), "a column that says nothing is left out: {said}");
}

#[test]
fn a_programme_that_has_ended_is_summed_up_after_the_next_has_begun() {
    let mut desk = school();
    desk.restart("2026-01-15");
    let signers = json!([{ "role": "deputy", "way": "own_key" }]);
    let asked = |document: Value, number: &str| {
        json!({ "document": document, "number": number, "date": "2026-01-15",
        "signers": signers })
    };
    desk.call("issue.sign", asked(json!({ "kind": "final_report" }), "3"));
    let (before, _) = read(&mut desk, &json!({ "kind": "final_report" }));
    let keep = json!({ "wording": true, "own_rows": true, "responsibles": true, "baselines": true });
    let basis = json!({ "reason": "Новый период", "basis": "приказ № 1", "basis_date": "2026-01-12" });
    desk.call(
        "program.renew",
        json!({ "period": { "from": "2026-01-01", "to": "2029-12-31" }, "title": "Новая программа", "keep": keep,
            "correction": basis }),
    );
    let cards = desk.call("documents.list", Value::Null)["documents"].clone();
    let card = cards.as_array().unwrap().iter().find(|card| card["kind"] == "final_report").unwrap();
    assert_eq!(card["subject_label"], "Какая программа");
    assert!(text(&card["subjects"][0]["label"]).starts_with("за 2022–2025 годы: "), "{card}");
    let ended = json!({ "kind": "final_report", "subject": card["subjects"][0]["id"] });
    assert_eq!(read(&mut desk, &ended).0, before, "the roll-over changes nothing in what is over");
    let offer = desk.call("issue.offer", ended.clone());
    assert_eq!(plain(&text(&offer["replaces"])), "№ 3 от 15.01.2026");
    assert_eq!(plain(&text(&offer["title"])), "Итоговый отчёт о реализации ШППКО за 2022–2025 годы");
    let running = desk.call("issue.offer", json!({ "kind": "final_report" }));
    assert_eq!(running["replaces"], Value::Null, "that of the new programme replaces nothing");
}
