//! The first screen.

use crate::support::{Desk, plain, text};
use serde_json::{Value, json};

fn today(desk: &mut Desk) -> Value {
    desk.call("today.get", Value::Null)
}

#[test]
fn a_new_school_sees_an_empty_day() {
    let mut desk = Desk::school("2024-12-20");
    desk.add_teacher("Сидорова Вера Ильинична");
    let view = today(&mut desk);
    assert_eq!((&view["has_program"], &view["teachers"]), (&json!(false), &json!(1)));
    assert_eq!(plain(&text(&view["date_label"])), "пятница, 20 декабря 2024 г.");
    for list in ["overdue", "soon", "running", "undated"] {
        assert_eq!(view[list], json!([]), "{list}");
    }
    assert_eq!((&view["unclear"]["terms"], &view["stage_hint"]), (&json!([]), &json!("")));
}

#[test]
fn lists_agree_with_the_road_map_and_leave_the_municipality_out() {
    let mut desk = Desk::with_programme("2024-12-20", "bogotol");
    let (view, totals) = (today(&mut desk), desk.call("roadmap.get", Value::Null)["totals"].clone());
    let codes = |list: &str| -> Vec<String> {
        view[list].as_array().unwrap().iter().map(|item| text(&item["code"])).collect()
    };
    for list in ["overdue", "soon", "undated"] {
        assert_eq!(json!(codes(list).len()), totals[list], "{list}");
    }
    assert_eq!((&view["of"], &view["done"]), (&totals["all"], &totals["done"]));
    assert!(codes("overdue").iter().all(|code| ["4", "10", "11", "12"].contains(&code.as_str())));
    assert_eq!(codes("soon"), ["4", "12"]);
    let first = &view["overdue"][0];
    assert_eq!(
        (&first["code"], &first["due"], &first["days"]),
        (&json!("10"), &json!("2022-05-31"), &json!(-934))
    );
    assert_eq!(view["soon"][0]["days"], 11);
    assert_eq!(view["indicators_achieved"], 0);
    assert!(view["indicators_of"].as_u64().unwrap() > 0, "{view}");
}

#[test]
fn stages_without_dates_ask_for_no_values() {
    let mut desk = Desk::with_programme("2026-11-22", "yakovlevka");
    assert_eq!(today(&mut desk)["indicators_of"], 0);
}

#[test]
fn work_under_way_is_called_soon_when_its_date_is_near() {
    let mut desk = Desk::with_programme("2024-11-20", "bogotol");
    let running = today(&mut desk)["running"].clone();
    assert_eq!(running.as_array().unwrap().iter().map(|item| text(&item["code"])).collect::<Vec<_>>(), ["4"]);
    let id = running[0]["occurrence_id"].clone();
    desk.call("roadmap.set_status", json!({ "id": id, "status": "in_progress", "reason": "", "due": null }));
    assert_eq!(today(&mut desk)["running"][0]["state"], "in_progress");
    desk.restart("2024-12-20");
    assert_eq!(today(&mut desk)["soon"][0]["occurrence_id"], id);
}

#[test]
fn what_was_done_this_quarter_is_counted() {
    let mut desk = Desk::with_programme("2024-12-20", "bogotol");
    let id = today(&mut desk)["soon"][1]["occurrence_id"].clone();
    let done =
        json!({ "id": id, "done_on": "2024-12-19", "result": "", "evidence": null, "reason": "на сайте" });
    desk.call("roadmap.done", done);
    let view = today(&mut desk);
    assert_eq!((&view["done_this_quarter"], &view["done"]), (&json!(1), &json!(1)));
    desk.restart("2025-01-15");
    assert_eq!(today(&mut desk)["done_this_quarter"], 0);
}

#[test]
fn the_report_of_a_quarter_is_due_by_the_tenth() {
    let cases = [
        ("2024-12-20", "2024-Q4", "Отчёт за IV квартал 2024 года — до 10 января 2025 г."),
        ("2025-01-10", "2024-Q4", "Отчёт за IV квартал 2024 года — до 10 января 2025 г."),
        ("2025-01-11", "2024-Q4", "Отчёт за IV квартал 2024 года ещё не выпущен, срок был 10 января 2025 г."),
        ("2025-02-20", "2025-Q1", "Отчёт за I квартал 2025 года — до 10 апреля 2025 г."),
        ("2026-11-22", "2025-Q4", "Отчёт за IV квартал 2025 года ещё не выпущен, срок был 10 января 2026 г."),
    ];
    let mut desk = Desk::with_programme("2024-12-20", "bogotol");
    for (day, period, hint) in cases {
        desk.restart(day);
        let view = today(&mut desk);
        assert_eq!(
            (text(&view["report_period"]).as_str(), plain(&text(&view["report_hint"])).as_str()),
            (period, hint)
        );
    }
}

#[test]
fn a_tandem_without_a_meeting_for_thirty_days_is_quiet() {
    let mut desk = Desk::with_programme("2024-11-20", "bogotol");
    assert_eq!(today(&mut desk)["active_tandems"], 0);
    let (mentor, mentee) =
        (desk.add_teacher("Иванова Нина Петровна"), desk.add_teacher("Сидорова Вера Ильинична"));
    let tandem = json!({ "mentor_id": mentor, "outside_mentor": "", "mentee_id": mentee, "deficit_id": null,
        "topic": "Функциональная грамотность", "scope": "internal", "started_on": "2024-11-20", "ends_on": "2025-05-31",
        "steps": [] });
    desk.call("mentoring.create", tandem);
    assert_eq!(
        (today(&mut desk)["active_tandems"].clone(), today(&mut desk)["quiet_tandems"].clone()),
        (json!(1), json!(0))
    );
    desk.restart("2024-12-21");
    assert_eq!(today(&mut desk)["quiet_tandems"], 1);
}

#[test]
fn what_is_due_is_told_by_weeks_from_monday_to_sunday() {
    let days = [
        ("2024-12-20", "16–22 декабря", 0, "23–29 декабря", 0, 2),
        ("2024-12-25", "23–29 декабря", 0, "30 декабря – 5 января", 2, 0),
        ("2024-12-30", "30 декабря – 5 января", 2, "6–12 января", 0, 0),
    ];
    let mut desk = Desk::with_programme("2024-12-20", "bogotol");
    for (day, this, due_now, next, due_next, later) in days {
        desk.restart(day);
        let view = today(&mut desk);
        let week = |name: &str| {
            let items = view[name]["items"].as_array().unwrap().len();
            (plain(&text(&view[name]["label"])), items)
        };
        assert_eq!(week("this_week"), (this.to_owned(), due_now), "{day}");
        assert_eq!(week("next_week"), (next.to_owned(), due_next), "{day}");
        assert_eq!(view["soon"].as_array().unwrap().len(), later, "{day}");
    }
    assert_eq!(today(&mut desk)["this_week"]["items"][0]["left"], "завтра");
    let overdue = today(&mut desk)["overdue"][0]["left"].clone();
    assert_eq!(plain(&text(&overdue)), "просрочено на 944 дня");
}

#[test]
fn what_the_text_leaves_open_is_listed_with_its_reading() {
    let mut desk = Desk::with_programme("2024-12-20", "bogotol");
    let unclear = today(&mut desk)["unclear"].clone();
    let terms = unclear["terms"].as_array().unwrap();
    let informative: Vec<_> = terms.iter().map(|term| term["informative"].as_bool().unwrap()).collect();
    assert!(informative.is_sorted(), "the school's own come first: {informative:?}");
    assert_eq!(unclear["notes"].as_array().unwrap().len(), 14);
    let tenth = terms.iter().find(|term| term["code"] == "10").unwrap();
    assert!(plain(&text(&tenth["reading"])).starts_with("май 2022 г.; май 2023 г."), "{tenth}");
    assert!(!text(&tenth["note"]).is_empty());
    assert_eq!(unclear["without_responsible"], 0);
    let mut nobody = Desk::with_programme("2021-03-01", "zhigalovo");
    assert_eq!(today(&mut nobody)["unclear"]["without_responsible"], 65);
}

#[test]
fn an_accepted_reading_is_asked_about_no_more() {
    let mut desk = Desk::with_programme("2024-12-20", "bogotol");
    let terms = |desk: &mut Desk| today(desk)["unclear"]["terms"].as_array().unwrap().clone();
    let before = terms(&mut desk);
    let input = json!({ "event_id": before[0]["event_id"] });
    assert_eq!(desk.changed_by("roadmap.settle_term", input.clone()), ["event"]);
    assert_eq!(terms(&mut desk), before[1..]);
    assert_eq!(desk.refused("roadmap.settle_term", input).code, opora_usecases::Code::Refused);
    desk.call("history.undo", Value::Null);
    assert_eq!(terms(&mut desk), before);
}

#[test]
fn the_next_stage_is_told_with_what_it_waits_for() {
    let cases = [
        (
            "2024-12-20",
            "bogotol",
            "Этап «2022 год» закончился 31 декабря 2022 г., но не закрыт: внесено 0 из 15",
        ),
        ("2024-03-15", "yakovlevka", "Этап «Входной»: даты не заданы, внесено 0 из 8"),
    ];
    for (day, programme, words) in cases {
        let mut desk = Desk::with_programme(day, programme);
        assert_eq!(plain(&text(&today(&mut desk)["stage_hint"])), words);
    }
}
