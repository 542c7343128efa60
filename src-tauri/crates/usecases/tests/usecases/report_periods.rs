//! The quarterly and the annual report through the public calls: every section, edits, comparison.

use crate::support::{Desk, plain, text};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

const DEMOS: [&str; 5] = ["bogotol", "yeniseysk", "strezhevoy", "zhigalovo", "yakovlevka"];

/// Headings of the report in order.
const SECTIONS: [&str; 15] = [
    "1. Сведения о школе",
    "2. Исполнение дорожной карты",
    "3. Показатели",
    "4. Самодиагностика педагогов",
    "5. Индивидуальные маршруты и повышение квалификации",
    "6. Наставничество",
    "7. Образовательные результаты",
    "8. Обучающиеся с рисками",
    "9. Работа с родителями",
    "10. Психологическое сопровождение",
    "11. Сетевое взаимодействие",
    "12. Открытость",
    "13. Рабочая группа",
    "14. Риски и меры",
    "15. Выводы, корректировка дорожной карты",
];

/// The words of the pages, a space between any two.
fn words(desk: &mut Desk, period: &str) -> String {
    let pages = desk.call("report.preview", json!({ "period": period }));
    let file = tempfile::NamedTempFile::new().unwrap();
    opora_exchange::write_file(file.path(), &STANDARD.decode(text(&pages["base64"])).unwrap()).unwrap();
    let said = std::process::Command::new("pdftotext").arg(file.path()).arg("-").output().unwrap();
    plain(&String::from_utf8(said.stdout).unwrap()).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn in_order(said: &str, headings: &[&str]) {
    let mut from = 0;
    for heading in headings {
        let at = said[from..].find(heading);
        from += at.unwrap_or_else(|| panic!("«{heading}» is not in its place in: {said}"));
    }
}

fn draft(desk: &mut Desk, period: &str) -> Value {
    desk.call("report.draft", json!({ "period": period }))
}

fn save(desk: &mut Desk, period: &str, more: Value) -> Value {
    let mut input = json!({ "period": period, "conclusions": "", "requests": "" });
    input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    desk.call("report.save_draft", input)
}

#[test]
fn every_demo_gives_a_whole_report_of_a_quarter_and_of_a_year() {
    for demo in DEMOS {
        let mut desk = Desk::empty("2024-12-20");
        desk.call("base.demo", json!({ "programme_id": demo }));
        let current = text(&desk.call("report.overview", json!(null))["current"]);
        let said = words(&mut desk, &current);
        in_order(&said, &SECTIONS);
        let year = &current[..4];
        let said = words(&mut desk, year);
        in_order(&said, &["ГОДОВОЙ ОТЧЁТ", &format!("за {year} год")]);
        in_order(&said, &SECTIONS);
        in_order(&said, &["15. Выводы", "16. Мероприятия на"]);
        // The act of Стрежевой has no road map.
        let quarters =
            said.contains("Исполнение дорожной карты по кварталам") && said.contains("Итого за год");
        assert_eq!(quarters, demo != "strezhevoy", "{demo}");
    }
}

#[test]
fn an_empty_school_gives_whole_reports_that_say_what_is_not_there() {
    let mut desk = Desk::with_programme("2024-12-20", "bogotol");
    for period in ["2024-Q4", "2024"] {
        let said = words(&mut desk, period);
        in_order(&said, &SECTIONS);
        for sentence in ["Оценочных процедур", "заседаний рабочей группы не было", "Срок хранения"]
        {
            let expected = sentence != "Срок хранения" || period == "2024";
            let found = said.to_lowercase().contains(&sentence.to_lowercase());
            assert_eq!(found, expected, "{period}: «{sentence}»");
        }
    }
}

#[test]
fn texts_of_a_year_and_of_its_quarter_are_kept_apart() {
    let mut desk = Desk::with_programme("2024-12-20", "bogotol");
    let year =
        json!({ "conclusions": "Вывод года.", "sections": { "retention": "10 лет.", "parents": "За год." } });
    save(&mut desk, "2024", year);
    save(&mut desk, "2024-Q4", json!({ "conclusions": "Вывод квартала." }));
    assert_eq!(draft(&mut desk, "2024")["conclusions"], "Вывод года.");
    assert_eq!(draft(&mut desk, "2024-Q4")["conclusions"], "Вывод квартала.");
    let said = words(&mut desk, "2024");
    in_order(&said, &["За год.", "Вывод года.", "Срок хранения отчёта: 10 лет."]);
    assert!(!said.contains("Вывод квартала"), "{said}");
}

#[test]
fn a_text_taken_back_gives_way_to_the_suggested_one() {
    let mut desk = Desk::with_programme("2024-12-20", "bogotol");
    let risk = json!([{ "risk": "Нет учителя.", "measure": "Искать.", "effect": "" }]);
    let kept = save(&mut desk, "2024-Q4", json!({ "conclusions": "Свой вывод.", "risks": risk }));
    assert_eq!((&kept["risks_edited"], &kept["risks"]), (&json!(true), &risk));
    let same = save(&mut desk, "2024-Q4", json!({ "conclusions": "Свой вывод." }));
    assert_eq!(same["risks"], risk, "what is left out stays");
    let back = save(&mut desk, "2024-Q4", json!({ "risks": [] }));
    assert_eq!((&back["risks_edited"], &back["risks"]), (&json!(false), &back["suggested_risks"]));
    assert_eq!(back["conclusions"], back["suggested"]);
}

#[test]
fn an_edited_text_is_outdated_once_the_rule_says_something_else() {
    let mut desk = Desk::with_programme("2024-12-20", "bogotol");
    save(&mut desk, "2024-Q4", json!({ "conclusions": "Свой вывод." }));
    assert_eq!(draft(&mut desk, "2024-Q4")["outdated"], json!([]));
    let meeting = json!({ "id": null, "number": "1", "date": "2024-11-05", "agenda": "Ход программы",
        "present": 5, "decisions": "Продолжить" });
    desk.call("registers.save_meeting", meeting);
    assert_eq!(
        draft(&mut desk, "2024-Q4")["outdated"],
        json!([{"key": "conclusions", "title": "15. Выводы"}])
    );
    save(&mut desk, "2024-Q4", json!({ "conclusions": "Новый вывод." }));
    assert_eq!(draft(&mut desk, "2024-Q4")["outdated"], json!([]));
}

#[test]
fn an_own_text_that_was_reread_stays_and_is_no_longer_outdated() {
    let mut desk = Desk::with_programme("2024-12-20", "bogotol");
    save(&mut desk, "2024-Q4", json!({ "conclusions": "Свой вывод." }));
    let meeting = json!({ "id": null, "number": "1", "date": "2024-11-05", "agenda": "Ход программы",
        "present": 5, "decisions": "Продолжить" });
    desk.call("registers.save_meeting", meeting);
    let kept = save(&mut desk, "2024-Q4", json!({ "conclusions": "Свой вывод.", "reread": ["conclusions"] }));
    assert_eq!((&kept["outdated"], &kept["conclusions"]), (&json!([]), &json!("Свой вывод.")));
}

#[test]
fn there_may_be_no_risks_when_she_says_so() {
    let mut desk = Desk::with_programme("2024-12-20", "bogotol");
    assert_ne!(draft(&mut desk, "2024-Q4")["risks"], json!([]), "the rule finds some");
    let none = save(&mut desk, "2024-Q4", json!({ "risks": [], "no_risks": true }));
    assert_eq!(
        (&none["no_risks"], &none["risks"], &none["risks_edited"]),
        (&json!(true), &json!([]), &json!(true))
    );
    assert!(words(&mut desk, "2024-Q4").contains("не выявлено"));
    let kept = save(&mut desk, "2024-Q4", json!({ "conclusions": "Свой вывод." }));
    assert_eq!(kept["no_risks"], true, "what is left out stays");
    let named =
        save(&mut desk, "2024-Q4", json!({ "risks": [{ "risk": "Кадры", "measure": "", "effect": "" }] }));
    assert_eq!((&named["no_risks"], named["risks"].as_array().unwrap().len()), (&json!(false), 1));
}

#[test]
fn the_outline_names_all_seventeen_sections_with_their_state_and_place() {
    for programme in DEMOS {
        let mut desk = Desk::with_programme("2024-12-20", programme);
        for period in ["2024-Q4", "2024"] {
            let view = draft(&mut desk, period);
            let outline = view["outline"].as_array().unwrap();
            let numbers: Vec<u64> = outline.iter().map(|line| line["number"].as_u64().unwrap()).collect();
            assert_eq!(numbers, (0..=16).collect::<Vec<_>>(), "{programme} {period}");
            let listed: usize = outline.iter().map(|line| line["missing"].as_array().unwrap().len()).sum();
            assert_eq!(listed, view["missing"].as_array().unwrap().len(), "each gap belongs to one section");
            for line in outline {
                let empty = line["missing"].as_array().unwrap().is_empty();
                assert_eq!(line["state"] == "full" || line["state"] == "empty", empty, "{line}");
                assert!(text(&line["route"]).starts_with("#/") && line["state_label"] != "", "{line}");
            }
        }
    }
}

#[test]
fn a_section_without_data_is_not_called_whole() {
    let mut desk = Desk::with_programme("2024-12-20", "bogotol");
    let view = draft(&mut desk, "2024-Q4");
    let label = |number: usize| text(&view["outline"][number]["state_label"]);
    assert_eq!([label(5), label(6), label(7)], ["нет данных за период"; 3].map(str::to_owned));
    assert_eq!(label(0), "полно");
}

#[test]
fn neither_a_quarter_nor_a_year_is_refused() {
    let mut desk = Desk::with_programme("2024-12-20", "bogotol");
    for period in ["", "24", "20245", "2024-Q5", "0000"] {
        let refusal = desk.refused("report.draft", json!({ "period": period }));
        assert!(refusal.message.contains("не квартал и не год"), "{refusal:?}");
    }
}

#[test]
fn the_difference_is_from_the_report_in_force_of_the_quarter_before() {
    let mut desk = Desk::with_programme("2024-10-05", "bogotol");
    desk.call("identity.create", json!(null));
    assert_eq!(desk.call("report.difference", json!({ "period": "2024-Q4" })), json!(null));
    desk.issue_quarter("2024-Q3", "7");
    desk.restart("2024-12-20");
    desk.issue_quarter("2024-Q3", "8");
    let meeting = json!({ "id": null, "number": "1", "date": "2024-11-05", "agenda": "Ход программы",
        "present": 5, "decisions": "Продолжить" });
    desk.call("registers.save_meeting", meeting);
    let since = desk.call("report.difference", json!({ "period": "2024-Q4" }));
    assert_eq!((&since["number"], &since["label"]), (&json!("8"), &json!("III квартал 2024 года")));
    let said = since.to_string();
    assert!(said.contains("Заседаний: 1, было 0."), "{said}");
    assert!(words(&mut desk, "2024-Q4").contains("Изменения с прошлого квартала"));
    assert_eq!(desk.call("report.difference", json!({ "period": "2024" })), json!(null));
}

#[test]
fn a_card_says_how_far_its_report_is() {
    let mut desk = Desk::with_programme("2024-12-20", "bogotol");
    desk.call("identity.create", json!(null));
    let stick = tempfile::tempdir().unwrap();
    desk.will_pick_folder(Some(stick.path().to_owned()));
    let state = |desk: &mut Desk, list: &str| {
        let overview = desk.call("report.overview", json!(null));
        text(&overview[list][0]["state_label"])
    };
    assert_eq!(
        (state(&mut desk, "quarters"), state(&mut desk, "years")),
        ("не начат".into(), "не начат".into())
    );
    save(&mut desk, "2024-Q4", json!({ "conclusions": "Вывод." }));
    assert_eq!(
        (state(&mut desk, "quarters"), state(&mut desk, "years")),
        ("черновик".into(), "не начат".into())
    );
    desk.issue_quarter("2024-Q4", "1");
    assert_eq!(state(&mut desk, "quarters"), "выпущен");
    let newest = desk.issue_quarter("2024-Q4", "2");
    assert_eq!(state(&mut desk, "quarters"), "исправлен");
    desk.export(&newest);
    assert_eq!(state(&mut desk, "quarters"), "отправлен");
}

#[test]
fn whatever_is_missing_leads_to_a_screen() {
    let screens = include_str!("../../../../../ui/src/app/screens.ts");
    let mut desk = Desk::with_programme("2024-12-20", "bogotol");
    save(&mut desk, "2024-Q4", json!({ "conclusions": "Вывод." }));
    desk.add_teacher("Ёлкина Мария Петровна");
    let missing = draft(&mut desk, "2024-Q4")["missing"].as_array().unwrap().clone();
    let said: Vec<String> = missing.iter().map(|item| text(&item["text"])).collect();
    for expected in ["Отчёт за III квартал 2024 года не выпущен", "данные изменились после правки"]
    {
        assert!(said.iter().any(|text| text.contains(expected)), "«{expected}» is not in {said:?}");
    }
    for item in &missing {
        let route = text(&item["route"]);
        let screen = route.trim_start_matches("#/").split('?').next().unwrap_or_default();
        assert!(screens.contains(&format!("route: \"{screen}\"")), "{route}: {}", item["text"]);
    }
}
