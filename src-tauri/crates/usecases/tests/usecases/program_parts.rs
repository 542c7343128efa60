//! The programme's parts: terms, splitting, merging, moving.

use crate::support::program as plan;

use crate::support::Desk;
use opora_usecases::Code;
use plan::{approve, codes, done, edit, event, fields, id, occurrences, order, reason, told, window, yearly};
use serde_json::{Value, json};

const YEARS: [i32; 4] = [2022, 2023, 2024, 2025];

fn bogotol() -> Desk {
    Desk::with_programme("2024-12-20", "bogotol")
}

fn said(occurrences: &[(String, String)]) -> Vec<String> {
    occurrences.iter().map(|(when, state)| format!("{when}: {state}")).collect()
}

#[test]
fn a_new_term_keeps_what_was_done_and_owes_nothing_twice() {
    let may = |state: [&str; 4]| -> Vec<String> {
        YEARS.iter().zip(state).map(|(year, state)| format!("май {year} г.: {state}")).collect()
    };
    // Event 10, «май» of four years; done in 2022 and 2023; 2024 is overdue, 2025 is to come.
    let cases = [
        // A shifted month: the k-th stays the k-th, the debt of 2024 takes its new term.
        (
            yearly("сентябрь", [9, 9], &YEARS),
            vec![
                "май 2022 г.: done",
                "май 2023 г.: done",
                "сентябрь 2024 г.: overdue",
                "сентябрь 2025 г.: planned",
            ],
        ),
        // A wider window: what was done inside it stands for it.
        (
            window("апрель – июнь 2023", "2023-04-01", "2023-06-30"),
            vec!["май 2022 г.: done", "II квартал 2023 г.: overdue", "май 2023 г.: done"],
        ),
        (
            yearly("апрель – май", [4, 5], &[2022, 2023, 2024]),
            vec!["май 2022 г.: done", "май 2023 г.: done", "апрель – май 2024 г.: overdue"],
        ),
        // Fewer times: one is left.
        (
            window("март 2025", "2025-03-01", "2025-03-31"),
            vec!["май 2022 г.: done", "май 2023 г.: done", "март 2025 г.: planned"],
        ),
    ];
    for (term, wanted) in cases {
        let mut desk = bogotol();
        done(&mut desk, "10", 0, "2022-05-20");
        done(&mut desk, "10", 1, "2023-05-20");
        assert_eq!(said(&occurrences(&mut desk, "10")), may(["done", "done", "overdue", "planned"]));
        let input = edit(&mut desk, "10", &json!({ "term": term }), reason());
        let recorded = desk.call("program.save_event", input);
        assert_eq!(recorded["changes"][0]["change"]["action"], "term_set");
        assert_eq!(said(&occurrences(&mut desk, "10")), wanted, "{term}");
        desk.call("history.undo", Value::Null);
        assert_eq!(said(&occurrences(&mut desk, "10")), may(["done", "done", "overdue", "planned"]));
    }
}

#[test]
fn a_corrected_term_of_an_approved_programme_makes_no_more_debts_than_there_were() {
    let mut desk = bogotol();
    let quarterly = json!({ "raw": "ежеквартально", "ambiguous": false, "note": null, "segments": [
        { "kind": "every", "unit": "quarter", "pace": { "kind": "times", "n": 1 }, "years": [], "from": null,
          "to": null, "last_days": null }] });
    approve(&mut desk, "45", "2024-12-19");
    let input = edit(&mut desk, "10", &json!({ "term": quarterly }), order("46", "2024-12-20"));
    desk.call("program.save_event", input);
    let after = occurrences(&mut desk, "10");
    let with = |state: &str| after.iter().filter(|(_, known)| known == state).count();
    assert_eq!(
        (with("overdue"), after.len() - with("overdue")),
        (3, 5),
        "May of 2022–2024 was owed: {after:?}"
    );
}

#[test]
fn a_wording_alone_leaves_the_dates_as_they_are() {
    let mut desk = bogotol();
    let before = occurrences(&mut desk, "10");
    let mut term = event(&mut desk, "10")["event"]["term"].clone();
    term["raw"] = json!("Май ежегодно");
    let input = edit(&mut desk, "10", &json!({ "term": term }), reason());
    let recorded = desk.call("program.save_event", input);
    assert_eq!(recorded["changes"][0]["change"]["fields"].as_array().unwrap().len(), 1, "{recorded}");
    assert_eq!(occurrences(&mut desk, "10"), before);
}

fn split(desk: &mut Desk, codes: [&str; 2], facts_to: usize) -> Value {
    let part = |desk: &mut Desk, code: &str, title: &str| {
        fields(desk, "10", &json!({ "code": code, "title": title }))
    };
    let parts = [part(desk, codes[0], "Разработка ШППКО"), part(desk, codes[1], "Корректировка ШППКО")];
    json!({ "id": id(desk, "10"), "parts": parts, "facts_to": facts_to, "correction": reason() })
}

#[test]
fn a_split_gives_the_facts_to_the_chosen_part_and_owes_the_others_from_now_on() {
    let mut desk = bogotol();
    done(&mut desk, "10", 0, "2022-05-20");
    let input = split(&mut desk, ["", ""], 1);
    let recorded = desk.call("program.split_event", input);
    let told = told(&recorded);
    assert!(told[0].starts_with("Мероприятие 10а «Разработка ШППКО»: добавлено."), "{told:?}");
    assert!(
        told[1].contains("разделено. Разделено на: «10а Разработка ШППКО; 10б Корректировка ШППКО»."),
        "{told:?}"
    );
    let codes = codes(&mut desk);
    let at = codes.iter().position(|code| code == "10а").unwrap();
    assert_eq!(codes[at..at + 3], ["10а", "10б", "11"]);
    assert_eq!(said(&occurrences(&mut desk, "10а")), ["май 2025 г.: planned"]);
    assert_eq!(occurrences(&mut desk, "10б").len(), 4);
    assert_eq!(event(&mut desk, "10б")["facts"], 1);
    for part in ["10а", "10б"] {
        assert_eq!(
            event(&mut desk, part)["event"]["template_code"],
            "10",
            "both come of the municipal event"
        );
    }
}

#[test]
fn an_undone_split_is_one_event_again() {
    let mut desk = bogotol();
    done(&mut desk, "10", 0, "2022-05-20");
    let (before, view) = (desk.call("roadmap.get", Value::Null), desk.call("program.get", Value::Null));
    let input = split(&mut desk, ["10.1", "10.2"], 0);
    desk.call("program.split_event", input);
    desk.call("history.undo", Value::Null);
    assert_eq!(desk.call("roadmap.get", Value::Null), before);
    assert_eq!(desk.call("program.get", Value::Null), view, "its corrections are gone too");
    desk.call("history.redo", Value::Null);
    assert_eq!(event(&mut desk, "10.1")["facts"], 1);
}

#[test]
fn a_split_into_one_or_under_a_code_in_use_is_refused() {
    let mut desk = bogotol();
    let mut one = split(&mut desk, ["10.1", "10.2"], 0);
    one["parts"].as_array_mut().unwrap().pop();
    assert_eq!(desk.refused("program.split_event", one).details[0].place, "parts");
    for codes in [["10.1", "11"], ["10.1", "10.1"]] {
        let taken = split(&mut desk, codes, 0);
        let refusal = desk.refused("program.split_event", taken);
        assert!(refusal.details.iter().any(|detail| detail.place == "parts.1.code"), "{refusal:?}");
    }
    let beyond = split(&mut desk, ["10.1", "10.2"], 2);
    assert_eq!(desk.refused("program.split_event", beyond).details[0].place, "facts_to");
}

#[test]
fn a_merge_moves_the_facts_with_their_documents_and_owes_nothing_twice() {
    let mut desk = bogotol();
    done(&mut desk, "11", 0, "2022-06-20");
    done(&mut desk, "12", 1, "2023-12-20");
    let joint = json!({ "title": "Общее", "term": yearly("июнь – декабрь", [6, 12], &YEARS) });
    let input = json!({ "ids": [id(&mut desk, "11"), id(&mut desk, "12")], "fields": fields(&mut desk, "11", &joint),
        "correction": reason() });
    let recorded = desk.call("program.merge_events", input);
    assert!(told(&recorded)[0].contains("объединено. Объединены: «11, 12»."), "{recorded}");
    assert!(told(&recorded)[1].ends_with("исключено. Вошло в: «11»."), "{recorded}");
    let wanted = [
        "июнь 2022 г.: done",
        "декабрь 2023 г.: done",
        "июнь – декабрь 2024 г.: soon",
        "июнь – декабрь 2025 г.: planned",
    ];
    assert_eq!(said(&occurrences(&mut desk, "11")), wanted);
    assert!(!codes(&mut desk).contains(&"12".to_owned()));
    let roadmap = desk.call("roadmap.get", Value::Null).to_string();
    assert!(roadmap.contains("\"12-1\"") && roadmap.contains("\"11-0\""), "both documents are readable");
    assert_eq!(event(&mut desk, "12")["facts"], 0);
    desk.call("history.undo", Value::Null);
    assert_eq!((&event(&mut desk, "11")["facts"], &event(&mut desk, "12")["facts"]), (&json!(1), &json!(1)));
}

#[test]
fn events_of_two_tasks_are_not_merged() {
    let mut desk = Desk::with_programme("2022-12-20", "yeniseysk");
    let input = json!({ "ids": [id(&mut desk, "1.1"), id(&mut desk, "2.1")], "correction": reason(),
        "fields": fields(&mut desk, "1.1", &json!({})) });
    assert_eq!(desk.refused("program.merge_events", input).code, Code::Refused);
}

fn place(desk: &mut Desk, code: &str, to: [Option<&str>; 2], beside: &str) -> Value {
    let task = event(desk, beside)["event"]["task_id"].clone();
    let [parent, before] = to.map(|code| code.map(|code| id(desk, code)));
    json!({ "id": id(desk, code), "task_id": task, "parent_id": parent, "before_id": before, "correction": reason() })
}

#[test]
fn an_event_moves_within_its_task_and_to_another_and_keeps_its_code() {
    let mut desk = Desk::with_programme("2022-12-20", "yeniseysk");
    let input = place(&mut desk, "1.3", [None, Some("1.1")], "1.1");
    let recorded = desk.call("program.move_event", input);
    assert_eq!(told(&recorded).len(), 1, "those that gave way are not moved: {recorded}");
    assert!(
        told(&recorded)[0].ends_with("перемещено. Место: было «после 1.2», стало «первым»."),
        "{recorded}"
    );
    assert_eq!(codes(&mut desk)[9..12], ["1.3", "1.1", "1.2"], "after the nine events of task 0");
    let input = place(&mut desk, "1.1", [None, None], "2.1");
    let recorded = desk.call("program.move_event", input);
    assert_eq!(recorded["changes"][0]["change"]["fields"][0]["field"], "task");
    let codes = codes(&mut desk);
    let at = codes.iter().position(|code| code == "1.1").unwrap();
    assert_eq!(codes[at - 1..=at + 1], ["2.11", "1.1", "3.1"]);
}

#[test]
fn the_tree_of_zhigalovo_moves_in_branches_and_never_into_itself() {
    let mut desk = Desk::with_programme("2022-12-20", "zhigalovo");
    let rows = desk.call("program.get", Value::Null);
    let task =
        rows["tasks"].as_array().unwrap().iter().find(|task| !task["events"].as_array().unwrap().is_empty());
    let events = task.unwrap()["events"].as_array().unwrap().clone();
    let groups: Vec<_> = events.iter().filter(|row| row["event"]["is_group"] == true).collect();
    let top = groups.iter().find(|row| row["depth"] == 0).unwrap();
    let inner = groups.iter().find(|row| row["event"]["parent_id"] == top["event"]["id"]).unwrap();
    let leaf = events.iter().rfind(|row| row["event"]["is_group"] == false).unwrap();
    let to = |row: &Value, parent: &Value| {
        json!({ "id": row["event"]["id"], "task_id": row["event"]["task_id"], "parent_id": parent["event"]["id"],
            "before_id": null, "correction": reason() })
    };
    for (row, parent, words) in [
        (top, inner, "внутрь него самого"),
        (top, top, "внутрь него самого"),
        (inner, &leaf, "не раздел плана"),
    ] {
        let refusal = desk.refused("program.move_event", to(row, parent));
        assert_eq!(refusal.code, Code::Refused);
        assert!(refusal.message.contains(words), "{refusal:?}");
    }
    let mut out = to(inner, inner);
    out["parent_id"] = Value::Null;
    let recorded = desk.call("program.move_event", out);
    assert_eq!(told(&recorded).len(), 1, "its rows go along: {recorded}");
    let after = desk.call("program.get", Value::Null);
    let count = |view: &Value| {
        view["tasks"].as_array().unwrap().iter().map(|t| t["events"].as_array().unwrap().len()).sum::<usize>()
    };
    assert_eq!(count(&after), 84);
    let codes = codes(&mut desk);
    let ids = [inner["event"]["id"].clone()];
    let recorded = desk.call("program.withdraw_event", json!({ "ids": ids, "correction": reason() }));
    let withdrawn = told(&recorded).len();
    assert!(withdrawn > 1, "a heading takes its rows along");
    assert_eq!(plan::codes(&mut desk).len(), codes.len() - withdrawn);
}

#[test]
fn the_text_beside_the_plan_is_read_by_chapters() {
    let mut desk = Desk::with_programme("2024-12-20", "zhigalovo");
    let chapters = desk.call("program.text", Value::Null);
    let titles: Vec<&str> =
        chapters.as_array().unwrap().iter().map(|chapter| chapter["title"].as_str().unwrap()).collect();
    assert_eq!(titles.first(), Some(&"Паспорт Программы"));
    assert!(titles.contains(&"Ожидаемые результаты") && titles.contains(&"Риски и меры по их снижению"));
    let yearly: Vec<&Value> =
        chapters.as_array().unwrap().iter().filter(|chapter| chapter["columns"] != json!([])).collect();
    assert_eq!(yearly.len(), 4);
    for chapter in yearly {
        assert_eq!(chapter["columns"].as_array().unwrap().len(), 3);
        let items = chapter["items"].as_array().unwrap();
        assert!(items.iter().all(|item| item["by_column"].as_array().unwrap().len() == 3));
    }
    let mut bare = Desk::school("2024-12-20");
    assert_eq!(bare.call("program.text", Value::Null), json!([]));
}

#[test]
fn any_part_of_a_split_event_is_a_counted_fact() {
    let mut desk = Desk::with_programme("2024-01-20", "yeniseysk");
    done(&mut desk, "2.3", 0, "2024-01-19");
    let part = |desk: &mut Desk, code: &str| fields(desk, "2.3", &json!({ "code": code }));
    let parts = [part(&mut desk, "2.3а"), part(&mut desk, "2.3б")];
    let input = json!({ "id": id(&mut desk, "2.3"), "parts": parts, "facts_to": 1, "correction": reason() });
    desk.call("program.split_event", input);
    assert_eq!(event(&mut desk, "2.3б")["facts"], 1);
    let sheet = desk.call("indicator.sheet", Value::Null);
    let groups = sheet["groups"].as_array().unwrap().iter();
    let mut rows = groups.flat_map(|group| group["rows"].as_array().unwrap());
    let row = rows.find(|row| row["indicator"]["code"] == "2.3").unwrap();
    let cells = row["cells"].as_array().unwrap();
    assert!(cells.iter().any(|cell| cell["fact_text"] == "да" && cell["source"] == "auto"), "{row:#}");
}

#[test]
fn a_new_event_without_a_number_takes_the_next_free_one() {
    let cases = [("zhigalovo", "1.1.1.1", "1.1.1.8"), ("bogotol", "1", "18")];
    for (programme, beside, wanted) in cases {
        let mut desk = Desk::with_programme("2024-12-20", programme);
        let plan = event(&mut desk, beside)["event"].clone();
        let changed = json!({ "code": "", "title": "Родительский лекторий" });
        let fields = fields(&mut desk, beside, &changed);
        let input = json!({
            "id": null, "task_id": plan["task_id"], "parent_id": plan["parent_id"], "is_group": false,
            "fields": fields, "correction": reason(),
        });
        desk.call("program.save_event", input);
        assert_eq!(event(&mut desk, wanted)["event"]["title"], "Родительский лекторий");
    }
}
