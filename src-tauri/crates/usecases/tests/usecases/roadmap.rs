//! The road map: terms, execution, documents.

use std::path::{Path, PathBuf};

use crate::support::{Desk, plain, text};
use opora_usecases::Code;
use serde_json::{Value, json};

fn bogotol() -> Desk {
    Desk::with_programme("2024-12-20", "bogotol")
}

fn event(desk: &mut Desk, code: &str) -> Value {
    let roadmap = desk.call("roadmap.get", Value::Null);
    let tasks = roadmap["tasks"].as_array().unwrap().clone();
    let mut events = tasks.iter().flat_map(|task| task["events"].as_array().unwrap());
    events.find(|event| event["event"]["code"] == code).unwrap_or_else(|| panic!("no event {code}")).clone()
}

fn occurrence(desk: &mut Desk, code: &str, index: usize) -> String {
    text(&event(desk, code)["occurrences"][index]["occurrence"]["id"])
}

fn windows(event: &Value) -> Vec<(String, String, String)> {
    let shown = |value: &Value| value.as_str().unwrap_or("—").to_owned();
    let occurrences = event["occurrences"].as_array().unwrap().iter();
    occurrences
        .map(|view| {
            let it = &view["occurrence"];
            assert_eq!(it["due"], it["window_to"], "due on the last day");
            (shown(&it["window_from"]), shown(&it["window_to"]), plain(&text(&view["when"])))
        })
        .collect()
}

fn done(id: &str) -> Value {
    json!({ "id": id, "done_on": "2024-12-19", "result": "", "evidence": null, "reason": "" })
}

fn document(number: &str) -> Value {
    json!({ "kind": "order", "title": "", "number": number, "date": "2024-12-19", "file_token": null })
}

fn a_file(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(name);
    std::io::Write::write_all(&mut std::fs::File::create(&path).unwrap(), bytes).unwrap();
    path
}

#[test]
fn the_terms_of_bogotol_expand_to_exact_windows() {
    let mut desk = bogotol();
    let months = |from: &str, to: &str, words: &str| -> Vec<(String, String, String)> {
        let of = |year: i32| (format!("{year}-{from}"), format!("{year}-{to}"), format!("{words} {year} г."));
        (2022..=2025).map(of).collect()
    };
    let years: Vec<_> = (2022..=2025)
        .map(|year| (format!("{year}-01-01"), format!("{year}-12-31"), format!("{year} г.")))
        .collect();
    let cases = [
        ("1", months("05-01", "05-31", "май")[..1].to_vec()),
        ("2", years.clone()),
        ("4", years.clone()),
        ("5", months("05-01", "06-30", "май – июнь")),
        ("6", months("06-01", "08-31", "июнь – август")),
        ("7", months("11-01", "12-31", "ноябрь – декабрь")),
        ("8", months("05-01", "07-31", "май – июль")),
        ("9", months("08-01", "08-31", "август")),
        ("10", months("05-01", "05-31", "май")),
        ("11", months("06-01", "06-30", "июнь")),
        ("12", months("12-01", "12-31", "декабрь")),
        ("16", years),
    ];
    for (code, wanted) in cases {
        assert_eq!(windows(&event(&mut desk, code)), wanted, "event {code}");
    }
    for code in ["3", "14"] {
        let event = event(&mut desk, code);
        assert_eq!(event["occurrences"].as_array().unwrap().len(), 1, "event {code}");
        assert_eq!(event["occurrences"][0]["occurrence"]["due"], Value::Null);
        assert!(text(&event["occurrences"][0]["when"]).starts_with("срок не задан"), "event {code}");
    }
}

#[test]
fn only_the_four_events_of_the_school_count_as_its_debts() {
    let mut desk = bogotol();
    let totals = desk.call("roadmap.get", Value::Null)["totals"].clone();
    // 4, 10, 11 and 12, four years each; 2022–2024 of 10 and 11 are past, 2022–2023 of 4 and 12.
    assert_eq!(totals, json!({ "all": 16, "done": 0, "overdue": 10, "soon": 2, "undated": 0 }));
    let municipal = event(&mut desk, "5");
    assert_eq!(
        (&municipal["state"], &municipal["level_label"]),
        (&json!("not_applicable"), &json!("Муниципалитет · для сведения"))
    );
    assert_eq!(event(&mut desk, "10")["state"], "overdue");
}

#[test]
fn a_plan_without_responsibles_counts_whole() {
    let mut desk = Desk::with_programme("2022-12-20", "zhigalovo");
    let totals = desk.call("roadmap.get", Value::Null)["totals"].clone();
    assert!(totals["all"].as_u64().unwrap() >= 65, "{totals}");
}

#[test]
fn what_fell_due_before_the_act_is_never_overdue() {
    let mut desk = Desk::with_programme("2024-12-20", "yakovlevka");
    let early = event(&mut desk, "2.2");
    assert_eq!(early["occurrences"][0]["occurrence"]["due"], "2024-01-31");
    assert_eq!(early["state"], "before_act");
}

#[test]
fn done_without_the_demanded_document_is_refused() {
    let mut desk = bogotol();
    let id = occurrence(&mut desk, "10", 2);
    let refusal = desk.refused("roadmap.done", done(&id));
    assert_eq!((refusal.code, refusal.details[0].place.as_str()), (Code::Invalid, "evidence"));
    assert!(refusal.details[0].message.contains("ШППКО"), "{refusal:?}");
    assert_eq!(event(&mut desk, "10")["occurrences"][2]["state"], "overdue", "nothing changed");
}

#[test]
fn a_document_or_a_reason_lets_it_be_done() {
    let mut desk = bogotol();
    let (first, second) = (occurrence(&mut desk, "10", 1), occurrence(&mut desk, "10", 2));
    let mut with_document = done(&first);
    with_document["evidence"] = document("45");
    let view = desk.call("roadmap.done", with_document);
    assert_eq!((&view["state"], &view["evidence"][0]["number"]), (&json!("done"), &json!("45")));
    let mut with_reason = done(&second);
    with_reason["reason"] = json!("Документ у муниципальной команды");
    assert_eq!(desk.call("roadmap.done", with_reason)["occurrence"]["done_on"], "2024-12-19");
    let roadmap = desk.call("roadmap.get", Value::Null);
    assert_eq!((&roadmap["totals"]["done"], &roadmap["totals"]["overdue"]), (&json!(2), &json!(8)));
    desk.restart("2024-12-21");
    assert_eq!(desk.call("roadmap.get", Value::Null)["totals"]["done"], 2, "it is on the disk");
}

#[test]
fn all_faults_of_an_execution_are_told_at_once() {
    let mut desk = bogotol();
    let id = occurrence(&mut desk, "10", 2);
    let mut wrong = done(&id);
    wrong["done_on"] = json!("2024-12-21");
    wrong["evidence"] =
        json!({ "kind": "order", "title": " ", "number": "", "date": "2025-01-01", "file_token": null });
    let places: Vec<_> = desk.refused("roadmap.done", wrong).details.into_iter().map(|d| d.place).collect();
    assert_eq!(places, ["done_on", "evidence", "evidence.date"]);
    assert_eq!(desk.refused("roadmap.done", done("нет")).code, Code::NotFound);
}

#[test]
fn done_is_taken_back_by_another_status() {
    let mut desk = bogotol();
    let id = occurrence(&mut desk, "10", 2);
    let mut input = done(&id);
    input["evidence"] = document("45");
    desk.call("roadmap.done", input);
    let status = |status: &str| json!({ "id": id, "status": status, "reason": "", "due": null });
    let view = desk.call("roadmap.set_status", status("in_progress"));
    assert_eq!((&view["occurrence"]["done_on"], &view["state"]), (&Value::Null, &json!("overdue")));
    assert_eq!(view["evidence"].as_array().unwrap().len(), 1, "documents stay");
    assert_eq!(desk.refused("roadmap.set_status", status("done")).code, Code::Invalid);
}

#[test]
fn calling_off_needs_a_reason_and_postponing_a_new_date() {
    let mut desk = bogotol();
    let id = occurrence(&mut desk, "10", 2);
    let status = |status: &str, reason: &str, due: Value| json!({ "id": id, "status": status, "reason": reason, "due": due });
    for called_off in ["cancelled", "not_applicable"] {
        let refusal = desk.refused("roadmap.set_status", status(called_off, " ", Value::Null));
        assert_eq!(refusal.details[0].place, "reason", "{called_off}");
    }
    let refusal = desk.refused("roadmap.set_status", status("postponed", "", Value::Null));
    assert_eq!(refusal.details.len(), 2, "{refusal:?}");
    let past = desk.refused("roadmap.set_status", status("postponed", "карантин", json!("2024-12-19")));
    assert_eq!(past.details[0].place, "due");
    let view = desk.call("roadmap.set_status", status("postponed", "карантин", json!("2025-02-10")));
    assert_eq!(view["state"], "postponed");
    assert_eq!(plain(&text(&view["when"])), "май 2024 г., перенесено на 10 февраля 2025 г.");
    desk.call("roadmap.set_status", status("cancelled", "школа реорганизуется", Value::Null));
    assert_eq!(desk.call("roadmap.get", Value::Null)["totals"]["all"], 15, "it is owed no more");
}

#[test]
fn dates_are_given_only_to_what_has_none() {
    let mut desk = bogotol();
    let (undated, dated) = (occurrence(&mut desk, "14", 0), occurrence(&mut desk, "10", 0));
    let term = |id: &str, from: &str, to: &str| json!({ "id": id, "from": from, "to": to });
    assert_eq!(
        desk.refused("roadmap.set_term", term(&dated, "2025-01-01", "2025-01-31")).code,
        Code::Refused
    );
    let backwards = desk.refused("roadmap.set_term", term(&undated, "2025-02-01", "2025-01-31"));
    assert_eq!(backwards.code, Code::Invalid);
    assert_eq!(
        desk.refused("roadmap.set_term", term(&undated, "2026-02-01", "2026-03-31")).code,
        Code::Invalid
    );
    let view = desk.call("roadmap.set_term", term(&undated, "2025-02-03", "2025-02-21"));
    assert_eq!(plain(&text(&view["when"])), "3 февраля – 21 февраля 2025 г.");
    desk.call("roadmap.set_term", term(&undated, "2025-03-03", "2025-03-03"));
    assert_eq!(
        windows(&event(&mut desk, "14"))[0].2,
        "3 марта 2025 г.",
        "dates of one's own may be corrected"
    );
}

#[test]
fn an_event_by_another_plan_takes_more_dates_and_a_dated_one_none() {
    let mut desk = bogotol();
    let (by_plan, dated) = (event(&mut desk, "14"), event(&mut desk, "10"));
    let more =
        |event: &Value| json!({ "event_id": event["event"]["id"], "from": "2025-04-01", "to": "2025-04-30" });
    desk.call("roadmap.add_occurrence", more(&by_plan));
    assert_eq!(event(&mut desk, "14")["occurrences"].as_array().unwrap().len(), 2);
    assert_eq!(desk.refused("roadmap.add_occurrence", more(&dated)).code, Code::Refused);
}

#[test]
fn an_attached_file_lies_in_the_database_and_comes_out_again() {
    let mut desk = bogotol();
    let folder = tempfile::tempdir().unwrap();
    let path = a_file(folder.path(), "Приказ 45.pdf", b"%PDF-1.7 order");
    desk.will_pick_file(Some(path.clone()));
    let id = occurrence(&mut desk, "10", 2);
    let picked = desk.call("roadmap.pick_file", Value::Null);
    assert_eq!((&picked["name"], &picked["size"]), (&json!("Приказ 45.pdf"), &json!(14)));
    let mut input = done(&id);
    input["evidence"] = document("45");
    input["evidence"]["file_token"] = picked["token"].clone();
    let view = desk.call("roadmap.done", input);
    let evidence = view["evidence"][0].clone();
    assert_eq!((&evidence["file"]["name"], &evidence["file"]["size"]), (&json!("Приказ 45.pdf"), &json!(14)));

    std::fs::remove_file(&path).unwrap();
    let out = tempfile::tempdir().unwrap();
    desk.will_pick_folder(Some(out.path().to_owned()));
    let ask = json!({ "id": evidence["id"] });
    assert_eq!(desk.call("roadmap.save_evidence_file", ask.clone()), "Приказ 45.pdf");
    assert_eq!(desk.call("roadmap.save_evidence_file", ask.clone()), "Приказ 45.pdf", "the same file again");
    a_file(out.path(), "Приказ 45.pdf", b"of somebody else");
    assert_eq!(desk.call("roadmap.save_evidence_file", ask), "Приказ 45 (2).pdf", "nothing is overwritten");
    assert_eq!(std::fs::read(out.path().join("Приказ 45 (2).pdf")).unwrap(), b"%PDF-1.7 order");
}

#[test]
fn unfit_files_are_refused_with_the_limit() {
    let mut desk = bogotol();
    let folder = tempfile::tempdir().unwrap();
    let large = vec![0u8; 20 * 1024 * 1024 + 1];
    let cases: [(&str, &[u8], &str); 3] =
        [("скан.pdf", &large, "20 МБ"), ("пусто.pdf", b"", "пуст"), ("игра.exe", b"MZ", "не прикладываются")];
    for (name, bytes, words) in cases {
        desk.will_pick_file(Some(a_file(folder.path(), name, bytes)));
        let refusal = desk.refused("roadmap.pick_file", Value::Null);
        assert_eq!(refusal.code, Code::Invalid, "{name}");
        assert!(refusal.message.contains(words), "{name}: {}", refusal.message);
    }
    desk.will_pick_file(None);
    assert_eq!(desk.call("roadmap.pick_file", Value::Null), Value::Null);
}

#[test]
fn the_only_demanded_document_of_something_done_stays() {
    let mut desk = bogotol();
    let id = occurrence(&mut desk, "10", 2);
    let mut input = done(&id);
    input["evidence"] = document("45");
    let first = text(&desk.call("roadmap.done", input)["evidence"][0]["id"]);
    assert_eq!(desk.refused("roadmap.delete_evidence", json!({ "id": first })).code, Code::Refused);
    desk.call("roadmap.add_evidence", json!({ "occurrence_id": id, "evidence": document("46") }));
    desk.call("roadmap.delete_evidence", json!({ "id": first }));
    let left = event(&mut desk, "10")["occurrences"][2]["evidence"].clone();
    assert_eq!((left.as_array().unwrap().len(), &left[0]["number"]), (1, &json!("46")));
    let nameless = json!({ "kind": "order", "title": "", "number": "", "date": null, "file_token": null });
    let refusal = desk.refused("roadmap.add_evidence", json!({ "occurrence_id": id, "evidence": nameless }));
    assert_eq!(refusal.code, Code::Invalid);
}

#[test]
fn undoing_an_execution_brings_the_debt_and_takes_the_document_away() {
    let mut desk = bogotol();
    let id = occurrence(&mut desk, "10", 2);
    let mut input = done(&id);
    input["evidence"] = document("45");
    desk.call("roadmap.done", input);
    desk.restart("2024-12-20");
    assert_eq!(desk.changed_by("history.undo", Value::Null), ["evidence", "occurrence"]);
    let view = event(&mut desk, "10")["occurrences"][2].clone();
    assert_eq!((&view["state"], view["evidence"].as_array().unwrap().len()), (&json!("overdue"), 0));
}

#[test]
fn a_group_row_counts_the_rows_below_it() {
    let mut desk = Desk::with_programme("2021-03-01", "zhigalovo");
    let roadmap = desk.call("roadmap.get", Value::Null);
    let all = |value: &Value| value["totals"]["all"].as_u64().unwrap();
    let leaves = |events: &[Value]| -> u64 {
        events.iter().filter(|view| view["event"]["is_group"] == false).map(all).sum()
    };
    let mut groups = 0;
    for task in roadmap["tasks"].as_array().unwrap() {
        let events = task["events"].as_array().unwrap();
        assert_eq!(all(task), leaves(events));
        for (at, group) in events.iter().enumerate().filter(|(_, view)| view["event"]["is_group"] == true) {
            let depth = group["depth"].as_u64();
            let end = events[at + 1..].iter().position(|view| view["depth"].as_u64() <= depth);
            let below = &events[at + 1..end.map_or(events.len(), |end| at + 1 + end)];
            assert_eq!(all(group), leaves(below), "{}", group["event"]["code"]);
            groups += 1;
        }
    }
    assert_eq!(groups, 19);
    assert_eq!(roadmap["tasks"].as_array().unwrap().iter().map(all).sum::<u64>(), all(&roadmap));
}

#[test]
fn what_is_awaited_tells_how_far_its_day_is() {
    let mut desk = bogotol();
    let left = |view: &Value| plain(&text(&view["left"]));
    let tenth = event(&mut desk, "10");
    let words: Vec<String> = tenth["occurrences"].as_array().unwrap().iter().map(left).collect();
    assert_eq!(words, ["просрочено на 934 дня", "просрочено на 569 дней", "просрочено на 203 дня", ""]);
    assert_eq!(left(&event(&mut desk, "4")["occurrences"][2]), "через 11 дней");
}
