//! A plan of another district in a table becomes a programme that the school can work by.
#![allow(clippy::disallowed_methods, reason = "files to be read by the tested calls")]

use std::path::{Path, PathBuf};

use crate::support::{Desk, plain, text};
use opora_usecases::Code;
use serde_json::{Value, json};

const DAY: &str = "2024-10-07";

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/tables").join(name)
}

/// A school whose user has opened a table.
fn opened(name: &str) -> (Desk, Value) {
    let mut desk = Desk::school(DAY);
    let draft = open(&mut desk, name);
    (desk, draft)
}

fn open(desk: &mut Desk, name: &str) -> Value {
    desk.will_pick_file(Some(fixture(name)));
    let picked = desk.call("authoring.pick_file", Value::Null);
    desk.call("authoring.open", json!({ "token": picked["token"] }))
}

fn rows(draft: &Value) -> Vec<&Value> {
    draft["rows"].as_array().unwrap().iter().collect()
}

fn row<'a>(draft: &'a Value, code: &str) -> &'a Value {
    rows(draft).into_iter().find(|row| row["code"] == code).unwrap_or_else(|| panic!("no row {code}"))
}

fn codes(draft: &Value) -> Vec<&str> {
    rows(draft).into_iter().map(|row| row["code"].as_str().unwrap()).collect()
}

fn shipped(id: &str) -> Value {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/programmes").join(format!("{id}.json"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The row as it is saved again, with one field changed.
fn corrected(row: &Value, field: &str, value: Value) -> Value {
    let mut input = json!({});
    for name in ["id", "code", "section", "title", "result", "responsible", "evidence", "level", "is_group"] {
        input[name] = row[name].clone();
    }
    input["term"] = row["term"]["raw"].clone();
    input[field] = value;
    input
}

#[test]
fn the_plan_of_a_shipped_programme_comes_back_out_of_its_table() {
    let (mut desk, draft) = opened("yakovlevka.docx");
    let shipped = shipped("yakovlevka");
    let expected = shipped["events"].as_array().unwrap();
    assert_eq!(draft["totals"]["all"], expected.len());
    assert_eq!(draft["totals"]["unclear"], 0, "{}", draft["totals"]["words"]);
    assert_eq!(draft["sections"], shipped["groups"]);
    for event in expected {
        let code = event["code"].as_str().unwrap();
        let read = row(&draft, code);
        // Heads of the teachers' associations are partners by their words; in three rows the file says otherwise.
        if !text(&event["responsible"]).contains("РМО") {
            assert_eq!(read["level"], event["level"], "{code}");
        }
        for field in ["title", "result", "responsible"] {
            let plain = |value: &Value| text(value).split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(plain(&read[field]), plain(&event[field]), "{code}: {field}");
        }
        assert_eq!(read["section"], event["group"], "{code}");
        assert_eq!(read["term"]["raw"], event["term"]["raw"], "{code}");
    }
    assert_eq!(draft["meta"]["act"], shipped["act"]["text"]);
    assert_eq!(draft["meta"]["from"], "2024-01-01");
    assert_eq!(draft["meta"]["to"], "2027-12-31");
    let made = desk.call("authoring.finish", json!({ "accept_unclear": false }));
    desk.call("programme.adopt", json!({ "id": made["id"], "period": null }));
    let roadmap = desk.call("roadmap.get", Value::Null);
    let events: usize = roadmap["tasks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|task| task["events"].as_array().unwrap().len())
        .sum();
    assert_eq!(events, expected.len(), "it is a working programme");
}

#[test]
fn sections_pages_and_torn_rows_are_understood() {
    for name in ["sosnovka.docx", "sosnovka.odt"] {
        let (_, draft) = opened(name);
        assert_eq!(
            codes(&draft),
            ["1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "2.4", "3.1", "3.2", "3.3"],
            "{name}"
        );
        let titles: Vec<&str> = draft["sections"]
            .as_array()
            .unwrap()
            .iter()
            .map(|section| section["title"].as_str().unwrap())
            .collect();
        let expected =
            ["Организационное обеспечение", "Работа с педагогами", "Работа с обучающимися и родителями"];
        assert_eq!(titles, expected, "{name}");
        let torn = row(&draft, "2.2");
        assert_eq!(
            torn["title"],
            "Разработка индивидуальных образовательных маршрутов педагогов с выявленными дефицитами"
        );
        assert_eq!(torn["result"], "Маршруты разработаны для всех нуждающихся педагогов");
        let levels: Vec<&str> = rows(&draft).into_iter().map(|row| row["level"].as_str().unwrap()).collect();
        let expected = [
            "municipal",
            "school",
            "joint",
            "joint",
            "school",
            "partner",
            "school",
            "school",
            "school",
            "unassigned",
        ];
        assert_eq!(levels, expected, "{name}");
        assert_eq!(draft["totals"]["unclear"], 1, "{name}: {}", draft["totals"]["words"]);
        assert!(
            row(&draft, "3.3")["problems"].as_array().unwrap().len() == 2,
            "a term without a year, a camp"
        );
        let skipped = draft["skipped"].to_string();
        assert!(skipped.contains("Итого: 9 мероприятий"), "{skipped}");
    }
}

#[test]
fn title_act_district_goal_and_period_are_found_in_the_text() {
    let (_, draft) = opened("sosnovka.docx");
    let meta = &draft["meta"];
    assert!(text(&meta["title"]).starts_with("Муниципальная программа «Повышение качества образования"));
    assert_eq!(meta["territory"], "Сосновский муниципальный район, Лесная область");
    assert_eq!(
        meta["act"],
        "приказ Управления образования администрации Сосновского муниципального района от 12.09.2024 № 147-од"
    );
    assert_eq!(meta["goal"], "Сокращение числа школ с низкими образовательными результатами");
    assert_eq!((&meta["from"], &meta["to"]), (&json!("2024-01-01"), &json!("2026-12-31")));
}

#[test]
fn indicators_get_units_stages_and_targets() {
    let (mut desk, draft) = opened("sosnovka.docx");
    let indicators = draft["indicators"].as_array().unwrap();
    let units: Vec<&str> = indicators.iter().map(|row| row["unit"].as_str().unwrap()).collect();
    assert_eq!(units, ["percent", "percent", "count", "bool"]);
    let readings: Vec<&str> = indicators[1]["targets"]
        .as_array()
        .unwrap()
        .iter()
        .map(|target| target["reading"].as_str().unwrap())
        .collect();
    assert_eq!(readings, ["24", "не более 20\u{a0}%", "не более 15\u{a0}%", "не более 10\u{a0}%"]);
    let made = desk.call("authoring.finish", json!({ "accept_unclear": true }));
    desk.call("programme.adopt", json!({ "id": made["id"], "period": null }));
    let stages = desk.call("monitoring.list", Value::Null).to_string();
    for year in ["2024 год", "2025 год", "2026 год"] {
        assert!(stages.contains(year), "{stages}");
    }
}

#[test]
fn numbers_that_begin_anew_get_the_number_of_their_section() {
    let (_, draft) = opened("ozersk.docx");
    assert_eq!(codes(&draft), ["1.1", "1.2", "2.1", "2.2", "3.1", "3.2"]);
    assert_eq!((&draft["meta"]["from"], &draft["meta"]["to"]), (&json!("2025-09-01"), &json!("2026-08-31")));
    assert_eq!(draft["meta"]["territory"], "г. Озёрск");
}

#[test]
fn a_tree_keeps_its_levels() {
    let (_, draft) = opened("tree.docx");
    let tree: Vec<(&str, bool, u64)> = rows(&draft)
        .into_iter()
        .map(|row| {
            (
                row["code"].as_str().unwrap(),
                row["is_group"].as_bool().unwrap(),
                row["depth"].as_u64().unwrap(),
            )
        })
        .collect();
    let expected = [
        ("1", true, 0),
        ("1.1", true, 1),
        ("1.1.1", false, 2),
        ("1.1.2", false, 2),
        ("2", true, 0),
        ("2.1", false, 1),
        ("2.2", false, 1),
    ];
    assert_eq!(tree, expected);
}

#[test]
fn excel_loses_neither_zeros_nor_dates_nor_percents() {
    for name in ["kamenka.xlsx", "kamenka.xls", "kamenka.ods"] {
        let (_, draft) = opened(name);
        assert_eq!(codes(&draft)[8..10], ["1.9", "1.10"], "{name}");
        let term = &row(&draft, "1.1")["term"];
        assert_eq!(plain(&text(&term["reading"])), "15 сентября 2025 г.", "{name}");
        let targets = draft["indicators"][0]["targets"].as_array().unwrap().clone();
        let readings: Vec<&str> = targets.iter().map(|target| target["reading"].as_str().unwrap()).collect();
        assert_eq!(readings, ["не менее 95\u{a0}%", "не менее 97\u{a0}%", "не менее 100\u{a0}%"], "{name}");
        assert!(!draft.to_string().contains("Не показывать"), "{name}: a hidden sheet");
    }
}

#[test]
fn a_column_of_start_and_a_column_of_end_are_one_term() {
    let mut desk = Desk::school(DAY);
    let html = std::fs::read_to_string(fixture("word.html")).unwrap();
    let draft = desk.call("authoring.paste", json!({ "text": "", "html": html }));
    assert_eq!(draft["origin"], "Вставлено из буфера обмена");
    assert_eq!(row(&draft, "1")["term"]["raw"], "01.02.2025 – 15.02.2025");
    assert_eq!(row(&draft, "2")["responsible"], "Директор школы", "a cell over two rows");
}

#[test]
fn rows_are_confirmed_corrected_and_left_out() {
    let (mut desk, draft) = opened("sosnovka.docx");
    let draft = desk.call("authoring.save_meta", draft["meta"].clone());
    let draft = {
        drop(draft);
        desk.call("authoring.confirm_clear_rows", Value::Null)
    };
    assert_eq!((&draft["totals"]["clear"], &draft["totals"]["confirmed"]), (&json!(0), &json!(13)));
    let refusal = desk.refused("authoring.finish", json!({ "accept_unclear": false }));
    assert_eq!(refusal.code, Code::Refused);
    assert_eq!(refusal.details[0].place, "3.3");

    let camp = row(&draft, "3.3").clone();
    let draft = desk.call("authoring.save_row", corrected(&camp, "term", json!("июнь 2025 г.")));
    let camp = row(&draft, "3.3");
    assert_eq!((&camp["state"], &camp["term"]["ambiguous"]), (&json!("confirmed"), &json!(false)));
    assert_eq!(plain(&text(&camp["term"]["reading"])), "июнь 2025 г.");
    let camp = camp.clone();
    let twice = desk.refused("authoring.save_row", corrected(&camp, "code", json!("3.2")));
    assert_eq!((twice.code, twice.details[0].place.as_str()), (Code::Invalid, "code"));

    let draft = desk.call("authoring.drop_row", json!({ "id": camp["id"] }));
    assert_eq!(row(&draft, "3.3")["state"], "dropped");
    let made = desk.call("authoring.finish", json!({ "accept_unclear": false }));
    assert_eq!(desk.call("authoring.get", Value::Null), Value::Null, "the draft is gone");
    let cards = desk.call("programme.list", Value::Null);
    let card = cards.as_array().unwrap().iter().find(|card| card["id"] == made["id"]).unwrap().clone();
    assert_eq!((&card["origin"], &card["counts"]["leaf_events"]), (&json!("own"), &json!(9)));
    desk.call("history.undo", Value::Null);
    assert_eq!(desk.call("authoring.get", Value::Null)["totals"]["confirmed"], 13, "it can be undone");
}

#[test]
fn a_draft_outlives_a_restart() {
    let (mut desk, before) = opened("ozersk.docx");
    desk.restart("2024-10-08");
    assert_eq!(desk.call("authoring.get", Value::Null), before);
}

#[test]
fn columns_can_be_named_by_hand_and_touched_rows_stay() {
    let mut desk = Desk::school(DAY);
    let pasted = "Что\tКогда именно\tКто у нас\nСоздать группу\tмай 2025\tДиректор\nСобрать данные\tиюнь 2025\tЗавуч\n";
    let draft = desk.call("authoring.paste", json!({ "text": pasted, "html": "" }));
    let fields =
        json!({ "table": 0, "kind": "events", "head_rows": 1, "columns": ["title", "term", "responsible"] });
    let draft2 = desk.call("authoring.map_columns", fields.clone());
    assert_eq!(draft["tables"][0]["place"], "Таблица 1");
    assert_eq!(rows(&draft2).len(), 2);
    assert_eq!(draft2["rows"][0]["level"], "school");
    let touched = corrected(&draft2["rows"][0], "title", json!("Создать рабочую группу"));
    desk.call("authoring.save_row", touched);
    let again = desk.call("authoring.map_columns", fields);
    assert_eq!(again["rows"][0]["title"], "Создать рабочую группу");
    let refusal = desk.refused(
        "authoring.map_columns",
        json!({ "table": 0, "kind": "events", "head_rows": 1, "columns": ["term", "term", "ignore"] }),
    );
    assert_eq!(refusal.details[0].place, "columns");
}

#[test]
fn a_second_table_is_added_to_the_first() {
    let (mut desk, _) = opened("ozersk.docx");
    let both = open(&mut desk, "kamenka.xlsx");
    assert_eq!(both["origin"], "ozersk.docx; kamenka.xlsx");
    assert_eq!(both["indicators"].as_array().unwrap().len(), 2);
    assert_eq!(both["meta"]["territory"], "г. Озёрск", "what was known stays");
}

#[test]
fn a_programme_is_made_by_hand_from_nothing() {
    let mut desk = Desk::school(DAY);
    desk.call("authoring.blank", Value::Null);
    assert_eq!(desk.refused("authoring.blank", Value::Null).code, Code::Refused);
    let meta = json!({ "title": "Своя программа", "territory": "Тихий район", "act": "", "goal": "",
        "from": "2024-09-01", "to": "2025-08-31" });
    desk.call("authoring.save_meta", meta);
    desk.call("authoring.save_section", json!({ "indicators": false, "code": null, "title": "Кадры" }));
    let add = |indicator: bool, title: &str| json!({ "indicator": indicator, "after": null, "section": "", "title": title });
    let draft = desk.call("authoring.add_row", add(false, "Курсы"));
    assert_eq!(draft["rows"][0]["code"], "1.1");
    let input = corrected(&draft["rows"][0], "term", json!("ежеквартально"));
    desk.call("authoring.save_row", input);
    let draft = desk.call("authoring.add_row", add(true, "Доля педагогов"));
    let indicator = &draft["indicators"][0];
    desk.call(
        "authoring.save_indicator",
        json!({ "id": indicator["id"], "code": "1", "section": indicator["section"], "title": "Доля педагогов",
            "unit": "percent", "projection": "teachers", "targets": [{ "stage": "", "raw": "не менее 70 %" }] }),
    );
    let made = desk.call("authoring.finish", json!({ "accept_unclear": false }));
    assert_eq!(made["id"], "tihiy-rayon");
    desk.call("programme.adopt", json!({ "id": "tihiy-rayon", "period": null }));
}

#[test]
fn what_is_missing_is_named_and_nothing_is_made() {
    let mut desk = Desk::school(DAY);
    desk.call("authoring.blank", Value::Null);
    let refusal = desk.refused("authoring.finish", json!({ "accept_unclear": true }));
    let places: Vec<&str> = refusal.details.iter().map(|detail| detail.place.as_str()).collect();
    assert_eq!(places, ["title", "from", "rows"]);
}

#[test]
fn a_file_without_a_table_begins_no_draft() {
    let mut desk = Desk::school(DAY);
    let path = desk.dir.path().join("План.docx");
    std::fs::write(&path, b"%PDF-1.4").unwrap();
    desk.will_pick_file(Some(path));
    let picked = desk.call("authoring.pick_file", Value::Null);
    let refusal = desk.refused("authoring.open", json!({ "token": picked["token"] }));
    assert_eq!(refusal.code, Code::Invalid);
    assert!(refusal.message.contains("PDF"), "{}", refusal.message);
    assert_eq!(desk.call("authoring.get", Value::Null), Value::Null);
}

#[test]
fn a_programme_file_is_passed_to_another_school() {
    let (mut desk, _) = opened("ozersk.docx");
    let made = desk.call("authoring.finish", json!({ "accept_unclear": true }));
    let stick = tempfile::tempdir().unwrap();
    desk.will_pick_folder(Some(stick.path().to_owned()));
    let name = desk.call("programme.export", json!({ "id": made["id"] }));
    let file = stick.path().join(name.as_str().unwrap());

    let mut other = Desk::school(DAY);
    let import = |desk: &mut Desk, file: &Path, next: bool| {
        desk.will_pick_file(Some(file.to_owned()));
        let picked = desk.call("programme.pick_file", Value::Null);
        desk.api.dispatch("programme.import", json!({ "token": picked["token"], "as_next_version": next }))
    };
    let first = import(&mut other, &file, false).unwrap().value;
    assert_eq!((&first["card"]["origin"], &first["already_here"]), (&json!("imported"), &json!(false)));
    assert_eq!(import(&mut other, &file, false).unwrap().value["already_here"], true);

    let changed = std::fs::read_to_string(&file).unwrap().replace("Открытые уроки", "Открытые занятия");
    std::fs::write(&file, changed).unwrap();
    let refusal = import(&mut other, &file, false).unwrap_err();
    assert_eq!(refusal.code, Code::Refused);
    assert_eq!(import(&mut other, &file, true).unwrap().value["card"]["version"], 2);

    std::fs::write(&file, "{\"schema\": 5}").unwrap();
    let refusal = import(&mut other, &file, false).unwrap_err();
    assert_eq!((refusal.code, refusal.details.is_empty()), (Code::Invalid, false));
    other.call("programme.adopt", json!({ "id": made["id"], "period": null }));
}
