//! Self-diagnosis: drafts, scores, deficits, coverage.

use crate::support::diagnosis;

use crate::support::{Desk, plain, text};
use diagnosis::{answer_all, open_deficit, pass, start};
use opora_usecases::Code;
use serde_json::{Value, json};

const TEACHERS: [&str; 8] = [
    "Антонова Мария Ивановна",
    "Белов Пётр Ильич",
    "Волкова Анна Сергеевна",
    "Громова Ирина Львовна",
    "Дятлов Олег Петрович",
    "Ершова Нина Павловна",
    "Жукова Вера Олеговна",
    "Зайцев Иван Андреевич",
];

fn staffed(day: &str, programme: &str) -> (Desk, Vec<String>) {
    let mut desk = Desk::with_programme(day, programme);
    let ids = TEACHERS.iter().map(|fio| desk.add_teacher(fio)).collect();
    (desk, ids)
}

fn coverage(desk: &mut Desk) -> Value {
    desk.call("self_diagnosis.overview", Value::Null)["coverage"].clone()
}

#[test]
fn the_questionnaire_of_mathematics_has_22_items() {
    let mut desk = Desk::school("2024-12-20");
    let cards = desk.call("self_diagnosis.instruments", Value::Null);
    assert_eq!((&cards[0]["code"], &cards[0]["items"]), (&json!("DX-MATH"), &json!(22)));
    assert_eq!((&cards[0]["subject"], &cards[0]["minutes"]), (&json!("Математика"), &json!(8)));
}

#[test]
fn coverage_is_told_against_the_target_of_the_year() {
    let (mut desk, ids) = staffed("2024-12-20", "bogotol");
    let cases = [
        (0, "прошли 0 из 8 педагогов, цель на 2024 год — 70 %, не хватает 6 педагогов"),
        (1, "прошёл 1 из 8 педагогов, цель на 2024 год — 70 %, не хватает 5 педагогов"),
        (3, "прошли 3 из 8 педагогов, цель на 2024 год — 70 %, не хватает 3 педагогов"),
        (6, "прошли 6 из 8 педагогов, цель на 2024 год — 70 % — достигнута"),
    ];
    let mut done = 0;
    for (passed, words) in cases {
        while done < passed {
            pass(&mut desk, &ids[done], 1, &[], false);
            done += 1;
        }
        assert_eq!(plain(&text(&coverage(&mut desk)["text"])), words);
    }
}

#[test]
fn without_a_target_only_the_counts_are_told() {
    let (mut desk, ids) = staffed("2026-11-22", "bogotol");
    pass(&mut desk, &ids[0], 0, &[], false);
    let coverage = coverage(&mut desk);
    assert_eq!(coverage["text"], "прошёл 1 из 8 педагогов");
    assert!(coverage["target_percent"].is_null());
}

#[test]
fn archived_teachers_do_not_count_after_their_day() {
    let (mut desk, ids) = staffed("2024-12-20", "bogotol");
    pass(&mut desk, &ids[0], 1, &[], false);
    desk.call("person.archive", json!({ "id": ids[0], "date": "2024-12-20" }));
    desk.call("person.archive", json!({ "id": ids[1], "date": "2024-12-21" }));
    let coverage = coverage(&mut desk);
    assert_eq!((&coverage["done"], &coverage["total"]), (&json!(0), &json!(7)));
    let begin = json!({ "person_id": ids[0], "instrument": "DX-MATH" });
    assert_eq!(desk.refused("self_diagnosis.start", begin).code, Code::Refused);
}

#[test]
fn last_years_answers_do_not_count_this_year() {
    let (mut desk, ids) = staffed("2023-12-20", "bogotol");
    pass(&mut desk, &ids[0], 1, &[], false);
    desk.restart("2024-01-10");
    assert_eq!(coverage(&mut desk)["done"], 0);
}

#[test]
fn a_draft_is_continued_and_survives_a_restart() {
    let (mut desk, ids) = staffed("2024-12-20", "bogotol");
    let id = start(&mut desk, &ids[0]);
    desk.call("self_diagnosis.answer", json!({ "id": id, "item": "A1", "value": 2 }));
    desk.call("self_diagnosis.answer", json!({ "id": id, "item": "A5", "value": null }));
    desk.restart("2024-12-21");
    assert_eq!(start(&mut desk, &ids[0]), id);
    let view = desk.call("self_diagnosis.response", json!({ "id": id }));
    assert_eq!((&view["answered"], &view["of"]), (&json!(2), &json!(22)));
    assert_eq!((&view["response"]["answers"]["A1"], &view["fio"]), (&json!(2), &json!(TEACHERS[0])));
    desk.call("self_diagnosis.discard", json!({ "id": id }));
    assert_ne!(start(&mut desk, &ids[0]), id);
}

#[test]
fn answers_outside_the_questionnaire_are_refused() {
    let (mut desk, ids) = staffed("2024-12-20", "bogotol");
    let id = start(&mut desk, &ids[0]);
    for (item, value, place) in [("Z9", json!(1), "item"), ("A1", json!(4), "value")] {
        let error = desk.refused("self_diagnosis.answer", json!({ "id": id, "item": item, "value": value }));
        assert_eq!((error.code, error.details[0].place.as_str()), (Code::Invalid, place));
    }
}

#[test]
fn four_fifths_of_the_applicable_items_must_be_answered() {
    let (mut desk, ids) = staffed("2024-12-20", "bogotol");
    let id = start(&mut desk, &ids[0]);
    let view = desk.call("self_diagnosis.response", json!({ "id": id }));
    let items: Vec<String> =
        view["instrument"]["items"].as_array().unwrap().iter().map(|item| text(&item["id"])).collect();
    // Two are not taught: 20 apply, 16 must be answered.
    for item in ["A5", "A6"] {
        desk.call("self_diagnosis.answer", json!({ "id": id, "item": item, "value": null }));
    }
    let rest: Vec<&String> = items.iter().filter(|item| !["A5", "A6"].contains(&item.as_str())).collect();
    for item in &rest[..15] {
        desk.call("self_diagnosis.answer", json!({ "id": id, "item": item, "value": 1 }));
    }
    let early = desk.refused("self_diagnosis.complete", json!({ "id": id }));
    assert_eq!(early.message, "Отвечено на 15 из 20 вопросов, нужно не меньше 16.");
    desk.call("self_diagnosis.answer", json!({ "id": id, "item": rest[15], "value": 1 }));
    let done = desk.call("self_diagnosis.complete", json!({ "id": id }));
    assert_eq!(done["response"]["completed_on"], "2024-12-20");
}

#[test]
fn completed_answers_are_frozen() {
    let (mut desk, ids) = staffed("2024-12-20", "bogotol");
    let id = pass(&mut desk, &ids[0], 1, &[], false);
    let calls = [
        ("self_diagnosis.answer", json!({ "id": id, "item": "A1", "value": 2 })),
        ("self_diagnosis.save_note", json!({ "id": id, "help_text": "", "agrees_to_help": true })),
        ("self_diagnosis.complete", json!({ "id": id })),
        ("self_diagnosis.discard", json!({ "id": id })),
    ];
    for (call, payload) in calls {
        assert_eq!(desk.refused(call, payload).code, Code::Frozen, "{call}");
    }
}

#[test]
fn the_worked_example_is_scored() {
    let (mut desk, ids) = staffed("2024-12-20", "bogotol");
    let a = [("A1", json!(0)), ("A4", json!(2)), ("A5", Value::Null), ("A6", Value::Null)];
    let id = start(&mut desk, &ids[0]);
    answer_all(&mut desk, &id, json!(1), &a);
    let view = desk.call("self_diagnosis.complete", json!({ "id": id }));
    let block = &view["scores"]["blocks"][0];
    assert_eq!((&block["n"], &block["sum"], &block["max"]), (&json!(4), &json!(4), &json!(12)));
    assert_eq!(block["level"], "умеренный");
    let overview = desk.call("self_diagnosis.overview", Value::Null);
    let deficits = overview["deficits"].as_array().unwrap();
    assert_eq!(deficits.len(), 1);
    assert_eq!(deficits[0]["deficit"]["topic"], "Вероятность и статистика");
    assert_eq!(deficits[0]["block"], "Предметная подготовка");
    assert_eq!(deficits[0]["severity_label"], "нужна консультация");
    assert_eq!(overview["people"][0]["open_deficits"], 1);
}

#[test]
fn deficit_is_found_once() {
    let (mut desk, ids) = staffed("2024-05-20", "bogotol");
    pass(&mut desk, &ids[0], 1, &[("A4", json!(2)), ("B2", json!(3))], false);
    let first = open_deficit(&mut desk, &ids[0], "A4");
    desk.restart("2024-12-20");
    pass(&mut desk, &ids[0], 1, &[("A4", json!(3))], false);
    assert_eq!(open_deficit(&mut desk, &ids[0], "A4"), first, "the same deficit, not a second one");
    let overview = desk.call("self_diagnosis.overview", Value::Null);
    let views = overview["deficits"].as_array().unwrap();
    assert_eq!(views.len(), 2);
    assert_eq!(views[0]["severity_label"], "нужно обучение", "as rated last");
    assert_eq!(views[1]["deficit"]["item"], "B2", "closed ones come last");
    assert_eq!(views[1]["deficit"]["closed_on"], "2024-12-20");
    assert_eq!(views[1]["deficit"]["closed_note"], "по повторной самодиагностике");
}

#[test]
fn completing_and_its_deficits_are_undone_together() {
    let (mut desk, ids) = staffed("2024-12-20", "bogotol");
    let id = pass(&mut desk, &ids[0], 1, &[("A4", json!(2))], false);
    desk.call("history.undo", Value::Null);
    let view = desk.call("self_diagnosis.response", json!({ "id": id }));
    assert!(view["response"]["completed_on"].is_null());
    assert_eq!(desk.call("self_diagnosis.overview", Value::Null)["deficits"], json!([]));
}

#[test]
fn a_topic_that_half_the_teachers_need_is_collective() {
    let (mut desk, ids) = staffed("2024-12-20", "bogotol");
    for (at, id) in ids.iter().take(4).enumerate() {
        let value = if at < 2 { 2 } else { 0 };
        pass(&mut desk, id, 1, &[("C1", json!(value)), ("C2", json!(if at == 0 { 3 } else { 1 }))], false);
    }
    let overview = desk.call("self_diagnosis.overview", Value::Null);
    assert_eq!(overview["collective"], json!([{ "topic": "Анализ ВПР и ОГЭ", "n": 2, "of": 4 }]));
}

#[test]
fn a_deficit_is_closed_with_a_word_on_how() {
    let (mut desk, ids) = staffed("2024-12-20", "bogotol");
    pass(&mut desk, &ids[0], 1, &[("A4", json!(2))], false);
    let id = open_deficit(&mut desk, &ids[0], "A4");
    let close = |note: &str, date: &str| json!({ "id": id, "note": note, "date": date });
    for (note, date) in [("", "2024-12-20"), ("курсы", "2024-12-19"), ("курсы", "2024-12-21")] {
        assert_eq!(desk.refused("self_diagnosis.close_deficit", close(note, date)).code, Code::Invalid);
    }
    let closed = desk.call("self_diagnosis.close_deficit", close("курсы, 36 ч", "2024-12-20"));
    assert_eq!(closed["closed_note"], "курсы, 36 ч");
    let again = desk.refused("self_diagnosis.close_deficit", close("курсы", "2024-12-20"));
    assert_eq!(again.code, Code::Refused);
}

#[test]
fn the_open_questions_are_kept_and_must_be_of_the_questionnaire() {
    let (mut desk, ids) = staffed("2024-12-20", "bogotol");
    let id = start(&mut desk, &ids[0]);
    let note = |topics: &[&str], form: &str| {
        json!({ "id": id, "help_text": "Задачи на движение", "agrees_to_help": true,
            "help_topics": topics, "help_form": form })
    };
    for (payload, place) in [(note(&["Z9"], ""), "help_topics"), (note(&[], "баня"), "help_form")] {
        let refusal = desk.refused("self_diagnosis.save_note", payload);
        assert_eq!(refusal.details[0].place, place);
    }
    let kept = desk.call("self_diagnosis.save_note", note(&["B2"], "открытый урок"));
    assert_eq!(
        (&kept["response"]["help_topics"], &kept["response"]["help_form"]),
        (&json!(["B2"]), &json!("открытый урок"))
    );
}
