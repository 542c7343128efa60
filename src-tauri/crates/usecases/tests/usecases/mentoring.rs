//! Mentoring pairs: candidates, programmes, meetings, closing.

use crate::support::diagnosis;

use crate::support::{Desk, plain, text};
use diagnosis::{open_deficit, pass};
use opora_usecases::Code;
use serde_json::{Value, json};

/// A school where the mentee needs help with B2 and the others stand as their names say.
struct School {
    desk: Desk,
    mentee: String,
    mentor: String,
    deficit: String,
}

fn school() -> School {
    let mut desk = Desk::with_programme("2024-12-20", "bogotol");
    let mentee = desk.add_teacher("Яшина Ольга Игоревна");
    let mentor = desk.add_teacher("Сильная Вера Павловна");
    pass(&mut desk, &mentee, 1, &[("B2", json!(2)), ("B3", json!(3))], false);
    let b = |item| (item, json!(0));
    pass(&mut desk, &mentor, 1, &[b("B1"), b("B2"), b("B3"), b("B4"), b("B5"), ("B6", json!(1))], true);
    let deficit = open_deficit(&mut desk, &mentee, "B2");
    School { desk, mentee, mentor, deficit }
}

fn tandem_input(school: &School) -> Value {
    json!({ "deficit_id": school.deficit, "mentor_id": school.mentor, "outside_mentor": "",
        "mentee_id": school.mentee, "topic": "Разноуровневые задания", "scope": "internal",
        "started_on": "2024-12-02", "ends_on": "2025-03-03", "steps": [] })
}

fn tandem(school: &mut School) -> String {
    let input = tandem_input(school);
    text(&school.desk.call("mentoring.create", input)["tandem"]["id"])
}

fn meeting(tandem: &str, date: &str) -> Value {
    json!({ "id": null, "tandem_id": tandem, "date": date, "minutes": 45,
        "content": "Разбор карточек трёх уровней", "outcome": "" })
}

fn close(tandem: &str, reason: &str, close_deficit: bool) -> Value {
    json!({ "id": tandem, "reason": reason, "date": null, "outcome": "Карточки сделаны",
        "close_deficit": close_deficit })
}

fn candidates(school: &mut School) -> Vec<Value> {
    let found = school.desk.call("mentoring.candidates", json!({ "deficit_id": school.deficit }));
    found.as_array().unwrap().clone()
}

#[test]
fn a_strong_and_willing_teacher_is_offered_first() {
    let mut school = school();
    school.desk.add_teacher("Алёшин Иван Ильич");
    let reluctant = school.desk.add_teacher("Борисова Нина Львовна");
    pass(&mut school.desk, &reluctant, 0, &[], false);
    let weak = school.desk.add_teacher("Ветрова Анна Юрьевна");
    pass(&mut school.desk, &weak, 1, &[("B2", json!(3))], true);
    let gone = school.desk.add_teacher("Гусев Олег Олегович");
    school.desk.call("person.archive", json!({ "id": gone, "date": null }));
    let found = candidates(&mut school);
    let said: Vec<(String, bool, String)> = found
        .iter()
        .map(|c| (text(&c["fio"]), c["strong"].as_bool().unwrap(), plain(&text(&c["reason"]))))
        .collect();
    let expected = [
        (
            "Сильная Вера Павловна",
            true,
            "владеет свободно, блок «Методика» — 5,6 %, готова помогать, пар не ведёт",
        ),
        ("Алёшин Иван Ильич", false, "данных самодиагностики нет, пар не ведёт"),
        (
            "Борисова Нина Львовна",
            false,
            "владеет свободно, блок «Методика» — 0,0 %, готовность помогать по теме не отмечена, пар не ведёт",
        ),
    ];
    assert_eq!(said, expected.map(|(fio, strong, reason)| (fio.to_owned(), strong, reason.to_owned())));
}

#[test]
fn the_less_loaded_mentor_comes_first() {
    let mut school = school();
    tandem(&mut school);
    let other = school.desk.add_teacher("Ягодин Пётр Ильич");
    pass(&mut school.desk, &other, 0, &[], true);
    let found = candidates(&mut school);
    assert_eq!(found[0]["fio"], "Ягодин Пётр Ильич");
    assert!(text(&found[0]["reason"]).contains("готов помогать"));
    assert!(text(&found[1]["reason"]).ends_with("ведёт 1 пару"));
}

#[test]
fn steps_follow_the_advice_over_three_months() {
    let mut school = school();
    let steps = school.desk.call("mentoring.suggest_steps", json!({ "deficit_id": school.deficit }));
    let steps = steps.as_array().unwrap();
    let due: Vec<String> = steps.iter().map(|step| text(&step["due"])).collect();
    assert_eq!(due, ["2024-12-27", "2025-01-20", "2025-02-18", "2025-03-20"]);
    assert_eq!(steps[1]["title"], "Общий банк разноуровневых карточек ШМО");
}

#[test]
fn a_pair_made_from_a_deficit_keeps_its_programme() {
    let mut school = school();
    let mut input = tandem_input(&school);
    input["steps"] =
        json!([{ "title": "Второй", "due": "2025-01-20" }, { "title": "Первый", "due": "2024-12-27" }]);
    let view = school.desk.call("mentoring.create", input);
    assert_eq!(
        (&view["mentor"], &view["mentee"]),
        (&json!("Сильная Вера Павловна"), &json!("Яшина Ольга Игоревна"))
    );
    assert_eq!(
        (&view["status_label"], &view["scope_label"]),
        (&json!("Действует"), &json!("внутришкольный"))
    );
    assert_eq!((&view["steps"][0]["title"], &view["quiet_days"]), (&json!("Первый"), &json!(18)));
    let overview = school.desk.call("self_diagnosis.overview", Value::Null);
    let deficits = overview["deficits"].as_array().unwrap();
    let of = deficits.iter().find(|view| view["deficit"]["id"] == school.deficit.as_str()).unwrap();
    assert_eq!(of["tandem_id"], view["tandem"]["id"]);
}

#[test]
fn an_ill_made_pair_is_refused() {
    let mut school = school();
    let mentee = school.mentee.clone();
    let other_deficit = {
        let third = school.desk.add_teacher("Третья Анна Ивановна");
        pass(&mut school.desk, &third, 1, &[("B2", json!(2))], false);
        open_deficit(&mut school.desk, &third, "B2")
    };
    let cases = [
        (vec![("mentor_id", json!(mentee))], "mentor_id"),
        (vec![("mentor_id", Value::Null)], "mentor_id"),
        (vec![("outside_mentor", json!("Гость Иван Иванович"))], "outside_mentor"),
        (vec![("mentor_id", Value::Null), ("outside_mentor", json!("Гость"))], "scope"),
        (vec![("topic", json!(" "))], "topic"),
        (vec![("ends_on", json!("2024-12-01"))], "ends_on"),
        (vec![("steps", json!([{ "title": "", "due": null }]))], "steps.0.title"),
        (vec![("deficit_id", json!(other_deficit))], "deficit_id"),
    ];
    for (changes, place) in cases {
        let mut input = tandem_input(&school);
        for (field, value) in changes {
            input[field] = value;
        }
        let error = school.desk.refused("mentoring.create", input);
        let places: Vec<&str> = error.details.iter().map(|detail| detail.place.as_str()).collect();
        assert!(error.code == Code::Invalid && places.contains(&place), "{place}: {error:?}");
    }
    assert_eq!(school.desk.call("mentoring.list", Value::Null), json!([]));
}

#[test]
fn a_mentor_from_another_school_makes_a_network_pair() {
    let mut school = school();
    let mut input = tandem_input(&school);
    input["mentor_id"] = Value::Null;
    input["outside_mentor"] = json!("Орлова Инна Юрьевна, Боготольская СОШ");
    input["scope"] = json!("network");
    let view = school.desk.call("mentoring.create", input);
    assert_eq!(
        (&view["mentor"], &view["scope_label"]),
        (&json!("Орлова Инна Юрьевна, Боготольская СОШ"), &json!("сетевой"))
    );
}

#[test]
fn a_deficit_has_one_active_pair() {
    let mut school = school();
    let first = tandem(&mut school);
    let again = tandem_input(&school);
    assert_eq!(school.desk.refused("mentoring.create", again.clone()).code, Code::Refused);
    school.desk.call("mentoring.close", close(&first, "own_wish", false));
    school.desk.call("mentoring.create", again);
}

#[test]
fn meetings_lie_within_the_time_of_the_pair() {
    let mut school = school();
    let id = tandem(&mut school);
    for date in ["2024-12-01", "2024-12-21"] {
        assert_eq!(
            school.desk.refused("mentoring.save_meeting", meeting(&id, date)).details[0].place,
            "date"
        );
    }
    school.desk.call("mentoring.save_meeting", meeting(&id, "2024-12-10"));
    let view = school.desk.call("mentoring.save_meeting", meeting(&id, "2024-12-18"));
    assert_eq!((&view["meetings"][0]["date"], &view["quiet_days"]), (&json!("2024-12-18"), &json!(2)));
    let last = view["meetings"][0]["id"].clone();
    school.desk.call("mentoring.delete_meeting", json!({ "id": last }));
    let list = school.desk.call("mentoring.list", Value::Null);
    assert_eq!((list[0]["meetings"].as_array().unwrap().len(), &list[0]["quiet_days"]), (1, &json!(10)));
    school.desk.restart("2025-03-10");
    let late = school.desk.refused("mentoring.save_meeting", meeting(&id, "2025-03-10"));
    assert_eq!(late.code, Code::Invalid);
}

#[test]
fn a_step_is_added_done_and_removed() {
    let mut school = school();
    let id = tandem(&mut school);
    let mut step = json!({ "id": null, "tandem_id": id, "title": "Банк карточек", "due": "2025-01-20", "done_on": null });
    let view = school.desk.call("mentoring.save_step", step.clone());
    step["id"] = view["steps"][0]["id"].clone();
    step["done_on"] = json!("2024-12-21");
    assert_eq!(school.desk.refused("mentoring.save_step", step.clone()).details[0].place, "done_on");
    step["done_on"] = json!("2024-12-20");
    let view = school.desk.call("mentoring.save_step", step.clone());
    assert_eq!(
        (view["steps"].as_array().unwrap().len(), &view["steps"][0]["done_on"]),
        (1, &json!("2024-12-20"))
    );
    school.desk.call("mentoring.delete_step", json!({ "id": step["id"] }));
    assert_eq!(school.desk.call("mentoring.list", Value::Null)[0]["steps"], json!([]));
}

#[test]
fn closing_says_why_and_closes_the_deficit_if_wanted() {
    let cases = [("goal_reached", "Завершён", true), ("dismissal", "Прекращён", false)];
    for (reason, status, closes) in cases {
        let mut school = school();
        let id = tandem(&mut school);
        let view = school.desk.call("mentoring.close", close(&id, reason, closes));
        assert_eq!((&view["status_label"], &view["quiet_days"]), (&json!(status), &Value::Null));
        let overview = school.desk.call("self_diagnosis.overview", Value::Null);
        let deficits = overview["deficits"].as_array().unwrap();
        let of = deficits.iter().find(|view| view["deficit"]["id"] == school.deficit.as_str()).unwrap();
        assert_eq!(of["deficit"]["closed_on"].is_string(), closes, "{reason}");
    }
}

#[test]
fn a_closed_pair_is_frozen() {
    let mut school = school();
    let id = tandem(&mut school);
    let view = school.desk.call("mentoring.save_meeting", meeting(&id, "2024-12-10"));
    let met = view["meetings"][0]["id"].clone();
    school.desk.call("mentoring.close", close(&id, "goal_reached", false));
    let step = json!({ "id": null, "tandem_id": id, "title": "Ещё", "due": null, "done_on": null });
    let calls = [
        ("mentoring.save_meeting", meeting(&id, "2024-12-11")),
        ("mentoring.delete_meeting", json!({ "id": met })),
        ("mentoring.save_step", step),
        ("mentoring.close", close(&id, "goal_reached", false)),
    ];
    for (call, payload) in calls {
        assert_eq!(school.desk.refused(call, payload).code, Code::Frozen, "{call}");
    }
}
