//! Stages of monitoring side by side.

use crate::support::{Desk, plain, text};
use opora_domain::monitoring::Stage;
use opora_store::{By, Op, Secret, Store};
use opora_usecases::Code;
use serde_json::{Value, json};

fn stage_id(desk: &mut Desk, code: &str) -> Value {
    let stages = desk.call("monitoring.list", Value::Null);
    let found = stages.as_array().unwrap().iter().find(|view| view["stage"]["code"] == code).unwrap();
    found["stage"]["id"].clone()
}

fn indicator_id(desk: &mut Desk, code: &str) -> Value {
    let sheet = desk.call("indicator.sheet", Value::Null);
    let groups = sheet["groups"].as_array().unwrap();
    let mut rows = groups.iter().flat_map(|group| group["rows"].as_array().unwrap());
    rows.find(|row| row["indicator"]["code"] == code).unwrap()["indicator"]["id"].clone()
}

fn fact(desk: &mut Desk, call: &str, code: &str, stage: &str, fact: Value, comment: &str) {
    let id = indicator_id(desk, code);
    desk.call(
        call,
        json!({ "indicator_id": id, "stage": stage, "fact": fact, "as_of": null, "comment": comment }),
    );
}

fn share(n: u32, of: u32) -> Value {
    json!({ "kind": "share", "numerator": n, "denominator": of })
}

fn flag(value: bool) -> Value {
    json!({ "kind": "flag", "value": value })
}

/// Боготол in January 2025: 2023 closed with 10 of 20, 2024 open with 13 of 20.
fn desk() -> Desk {
    let mut desk = Desk::with_programme("2025-01-10", "bogotol");
    fact(&mut desk, "indicator.set_fact", "5.3", "2023", share(10, 20), "");
    fact(&mut desk, "indicator.set_fact", "5.4", "2023", flag(true), "");
    fact(&mut desk, "indicator.set_fact", "6.1", "2023", flag(false), "");
    let id = stage_id(&mut desk, "2023");
    desk.call("monitoring.close", json!({ "id": id }));
    fact(&mut desk, "indicator.set_fact", "5.3", "2024", share(13, 20), "");
    fact(&mut desk, "indicator.set_fact", "5.4", "2024", flag(true), "");
    fact(&mut desk, "indicator.set_fact", "6.1", "2024", flag(true), "");
    desk
}

fn compare(desk: &mut Desk, stages: &[&str]) -> Value {
    desk.call("monitoring.compare", json!({ "stages": stages }))
}

fn row(comparison: &Value, code: &str) -> Value {
    comparison["rows"].as_array().unwrap().iter().find(|row| row["code"] == code).unwrap().clone()
}

#[test]
fn closed_and_open_stages_stand_side_by_side() {
    let mut desk = desk();
    let both = compare(&mut desk, &["2023", "2024"]);
    let columns = both["columns"].as_array().unwrap();
    assert_eq!((&columns[0]["preliminary"], &columns[1]["preliminary"]), (&json!(false), &json!(true)));
    assert_eq!(columns[0]["note"], "снимок от 10.01.2025, контрольная сумма совпадает");
    assert_eq!(columns[1]["note"], "предварительно: этап не закрыт");
    let cells = row(&both, "5.3")["cells"].clone();
    assert_eq!(plain(&text(&cells[0]["fact"])), "10 из 20 = 50,0 %");
    let change = &cells[1]["change"];
    assert_eq!(plain(&text(&change["text"])), "+15,0 п. п.");
    assert_eq!((&change["direction"], &change["better"]), (&json!("up"), &json!(true)));
    assert!(cells[0]["change"].is_null(), "nothing stands to the left");
    assert_eq!(row(&both, "5.4")["cells"][1]["change"]["text"], "без изменений");
    assert_eq!(row(&both, "6.1")["cells"][1]["change"]["text"], "было «нет», стало «да»");
    let summary = text(&both["summary"][0]);
    assert_eq!(
        summary,
        "«2023 год» → «2024 год» (предварительно): сравнимы 3 показателя; лучше — 2, без изменений — 1"
    );
}

#[test]
fn no_codes_mean_all_stages_and_a_strange_one_is_refused() {
    let mut desk = desk();
    assert_eq!(compare(&mut desk, &[])["columns"].as_array().unwrap().len(), 4);
    let refused = desk.refused("monitoring.compare", json!({ "stages": ["2019"] }));
    assert_eq!(refused.code, Code::NotFound);
}

#[test]
fn a_change_over_a_gap_names_its_stage() {
    let mut desk = Desk::with_programme("2025-01-10", "bogotol");
    fact(&mut desk, "indicator.set_fact", "5.3", "2022", share(10, 20), "");
    fact(&mut desk, "indicator.set_fact", "5.3", "2024", share(9, 20), "");
    let all = compare(&mut desk, &["2022", "2023", "2024"]);
    let change = row(&all, "5.3")["cells"][2]["change"].clone();
    assert_eq!(plain(&text(&change["text"])), "−5,0 п. п. (к этапу «2022 год»)");
    assert_eq!(change["better"], false);
}

#[test]
fn corrections_stand_beside_the_snapshot() {
    let mut desk = desk();
    fact(&mut desk, "indicator.correct_fact", "5.3", "2023", share(11, 20), "Нашлась анкета");
    let cell = row(&compare(&mut desk, &["2023", "2024"]), "5.3")["cells"][0].clone();
    assert_eq!(plain(&text(&cell["fact"])), "10 из 20 = 50,0 %", "the snapshot stays");
    assert_eq!(
        plain(&text(&cell["corrections"][0])),
        "исправлено на 10.01.2025: 11 из 20 = 55,0 % (Нашлась анкета)"
    );
}

#[test]
fn what_changed_after_the_closing_is_told() {
    let mut desk = Desk::with_programme("2025-01-10", "bogotol");
    desk.add_teacher("Ёлкина Мария Петровна");
    let id = stage_id(&mut desk, "2024");
    desk.call("monitoring.close", json!({ "id": id }));
    let agrees = row(&compare(&mut desk, &["2024"]), "5.3")["cells"][0].clone();
    assert_eq!((&agrees["drift"], &agrees["source"]), (&json!(""), &json!("auto")));
    desk.add_teacher("Берёзина Анна Ивановна");
    let cell = row(&compare(&mut desk, &["2024"]), "5.3")["cells"][0].clone();
    assert_eq!(
        plain(&text(&cell["drift"])),
        "после закрытия изменилось: по данным программы сейчас 0 из 2 = 0,0 %"
    );
    assert_eq!(plain(&text(&cell["fact"])), "0 из 1 = 0,0 %");
}

#[test]
fn a_changed_snapshot_is_reported_and_not_shown() {
    let mut desk = desk();
    desk.leave();
    let now = chrono::DateTime::parse_from_rfc3339("2025-01-11T12:00:00+07:00").unwrap();
    let mut store = Store::open(&desk.dir.path().join("school"), Secret::None, now).unwrap();
    let mut stage =
        store.read().all::<Stage>().unwrap().into_iter().find(|stage| stage.code == "2023").unwrap();
    stage.snapshot = stage.snapshot.replace("10 из 20", "19 из 20");
    store.transact(Op("tamper"), By { now, who: "Чужой" }, |tx| tx.update(&stage)).unwrap();
    drop(store);
    desk.restart("2025-01-11");
    let both = compare(&mut desk, &["2023", "2024"]);
    assert_eq!(both["columns"][0]["damaged"], true);
    assert!(text(&both["columns"][0]["note"]).contains("не совпадает"), "{both}");
    assert!(row(&both, "5.3")["cells"][0].is_null());
    assert_eq!(plain(&text(&row(&both, "5.3")["cells"][1]["fact"])), "13 из 20 = 65,0 %");
}
