//! School quarters are entered each year, and planned dates follow them.

use crate::support::{Desk, plain, text};
use serde_json::{Value, json};

const DAY: &str = "2021-12-01";

fn parts(days: &[(&str, &str)]) -> Value {
    days.iter().map(|(from, to)| json!({ "from": from, "to": to })).collect()
}

fn year_2021() -> Value {
    parts(&[
        ("2021-09-01", "2021-10-31"),
        ("2021-11-08", "2021-12-26"),
        ("2022-01-10", "2022-03-20"),
        ("2022-03-28", "2022-05-27"),
    ])
}

/// Last days of the occurrences of an event of the plan.
fn ends(desk: &mut Desk, code: &str) -> Vec<String> {
    let plan = desk.call("roadmap.get", json!(null));
    let mut found = Vec::new();
    collect(&plan, code, &mut found);
    found.sort();
    found
}

fn collect(value: &Value, code: &str, found: &mut Vec<String>) {
    if value["event"]["code"] == code {
        let occurrences = value["occurrences"].as_array().into_iter().flatten();
        found
            .extend(occurrences.filter_map(|one| one["occurrence"]["window_to"].as_str()).map(str::to_owned));
    }
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect(item, code, found)),
        Value::Object(fields) => fields.values().for_each(|field| collect(field, code, found)),
        _ => {}
    }
}

#[test]
fn the_usual_quarters_are_shown_until_the_school_enters_its_own() {
    let mut desk = Desk::school(DAY);
    let years = desk.call("school.calendar", json!(null))["years"].clone();
    assert!(years.as_array().unwrap().iter().all(|year| year["entered"] == false));
    let saved = desk.call("school.save_calendar", json!({ "year": 2021, "parts": year_2021() }));
    let entered: Vec<_> =
        saved["years"].as_array().unwrap().iter().filter(|year| year["entered"] == true).collect();
    assert_eq!(entered.len(), 1);
    assert_eq!(entered[0]["parts"], year_2021());
}

#[test]
fn planned_dates_follow_the_calendar_and_past_ones_stay() {
    let mut desk = Desk::with_programme(DAY, "zhigalovo");
    let usual = ends(&mut desk, "4.2");
    assert_eq!(usual.len(), 10, "{usual:?}");
    desk.call("school.save_calendar", json!({ "year": 2021, "parts": year_2021() }));
    let own = ends(&mut desk, "4.2");
    let of_year = |ends: &[String]| -> Vec<String> {
        ends.iter().filter(|end| ("2021-09-01".."2022-09-01").contains(&end.as_str())).cloned().collect()
    };
    assert_eq!(of_year(&own), ["2021-10-28", "2021-12-26", "2022-03-20", "2022-05-27"], "October has passed");
    let others =
        |ends: &[String]| ends.iter().filter(|end| !of_year(ends).contains(end)).cloned().collect::<Vec<_>>();
    assert_eq!(others(&own), others(&usual));
    desk.call("history.undo", json!(null));
    assert_eq!(ends(&mut desk, "4.2"), usual, "one undo takes all of it back");
}

#[test]
fn a_programme_adopted_later_takes_the_entered_quarters() {
    let mut desk = Desk::school(DAY);
    desk.call("school.save_calendar", json!({ "year": 2021, "parts": year_2021() }));
    desk.call("programme.adopt", json!({ "id": "zhigalovo" }));
    assert!(ends(&mut desk, "4.2").contains(&"2022-03-20".to_owned()));
}

#[test]
fn trimesters_take_the_place_of_quarters() {
    let mut desk = Desk::with_programme(DAY, "zhigalovo");
    let thirds =
        parts(&[("2022-09-01", "2022-11-30"), ("2022-12-01", "2023-02-28"), ("2023-03-01", "2023-05-31")]);
    desk.call("school.save_calendar", json!({ "year": 2022, "parts": thirds }));
    let own = ends(&mut desk, "4.2");
    assert!(own.contains(&"2022-11-30".to_owned()) && !own.contains(&"2022-10-28".to_owned()), "{own:?}");
}

#[test]
fn a_calendar_out_of_order_is_refused_by_part() {
    let mut desk = Desk::school(DAY);
    let wrong = [
        (parts(&[("2021-09-01", "2021-10-31")]), "parts"),
        (parts(&[("2021-09-01", "2021-10-31"), ("2021-10-31", "2021-12-31")]), "parts.1.from"),
        (parts(&[("2021-08-31", "2021-10-31"), ("2021-11-01", "2021-12-31")]), "parts.0.from"),
        (parts(&[("2021-09-01", "2021-10-31"), ("2022-12-01", "2022-12-31")]), "parts.1.to"),
        (parts(&[("2021-10-31", "2021-09-01"), ("2021-11-01", "2021-12-31")]), "parts.0.to"),
    ];
    for (parts, place) in wrong {
        let refusal = desk.refused("school.save_calendar", json!({ "year": 2021, "parts": parts }));
        assert_eq!(refusal.details[0].place, place);
    }
}

#[test]
fn a_term_is_read_while_it_is_typed() {
    let mut desk = Desk::empty(DAY);
    let read =
        desk.call("term.read", json!({ "raw": "май, ежегодно", "from": "2022-01-01", "to": "2025-12-31" }));
    assert_eq!(read["words"], "ежегодно: май; 2022–2025 гг.");
    assert_eq!(read["occurrences"].as_array().unwrap().len(), 4);
    assert_eq!(read["problems"], json!([]));
    let asked = desk.call("term.read", json!({ "raw": "май", "from": "2022-01-01", "to": null }));
    assert_eq!(asked["problems"].as_array().unwrap().len(), 1);
    let refusal =
        desk.refused("term.read", json!({ "raw": "май", "from": "2022-01-01", "to": "2021-12-31" }));
    assert_eq!(refusal.details[0].place, "to");
}

#[test]
fn corrections_tell_the_schools_own_dates_and_entering_quarters_is_no_correction() {
    let mut desk = Desk::school(DAY);
    desk.call("programme.adopt", json!({ "id": "zhigalovo" }));
    let order = json!({ "order_no": "1", "order_date": "2021-11-01", "authority": "", "note": "" });
    desk.call("program.approve", order);
    let own = parts(&[
        ("2020-09-01", "2020-10-19"),
        ("2020-11-09", "2020-12-29"),
        ("2021-01-11", "2021-03-19"),
        ("2021-03-29", "2021-05-25"),
    ]);
    desk.call("school.save_calendar", json!({ "year": 2020, "parts": own }));
    let since = json!({ "from": 1, "to": null });
    assert_eq!(desk.call("program.diff", since.clone())["summary"], "различий нет");
    let mut all = Vec::new();
    events(&desk.call("program.get", json!(null)), "4.2", &mut all);
    let term = json!({ "raw": "май 2022", "ambiguous": false, "note": null,
        "segments": [{ "kind": "window", "from": "2022-05-01", "to": "2022-05-31", "stage": null }] });
    let why = json!({ "reason": "Уточнение", "basis": "приказ № 2", "basis_date": "2021-11-02" });
    let event = &all[0];
    let fields = json!({ "code": "4.2", "title": event["title"], "result": event["result"],
        "evidence_required": event["evidence_required"], "responsible": event["responsible"],
        "responsible_person_id": null, "level": event["level"], "term": term, "note": "" });
    let input = json!({ "id": event["id"], "task_id": null, "parent_id": null, "is_group": false,
        "fields": fields, "correction": why });
    let recorded = desk.call("program.save_event", input);
    assert!(reading(&recorded["changes"][0]["change"]).contains("10 октября"), "{recorded:#}");
    let found = desk.call("program.diff", since);
    assert!(!reading(&found["rows"][0]).contains("10 октября"), "the version keeps the days of its time");
    assert!(reading(&found["rows"][0]).contains("октября"), "{found:#}");
}

fn reading(row: &Value) -> String {
    let fields = row["fields"].as_array().unwrap().iter();
    fields.filter(|field| field["field"] == "reading").map(|field| plain(&text(&field["before"]))).collect()
}

fn events(value: &Value, code: &str, found: &mut Vec<Value>) {
    if value["event"]["code"] == code {
        found.push(value["event"].clone());
    }
    match value {
        Value::Array(items) => items.iter().for_each(|item| events(item, code, found)),
        Value::Object(fields) => fields.values().for_each(|field| events(field, code, found)),
        _ => {}
    }
}
