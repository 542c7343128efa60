//! What no field takes, whatever the call.

use crate::support::Desk;
use serde_json::{Value, json};

const DAY: &str = "2024-12-25";

fn meeting(change: (&str, Value)) -> Value {
    let mut meeting = json!({ "id": null, "number": "1", "date": DAY, "agenda": "Повестка", "present": 5, "decisions": "" });
    meeting[change.0] = change.1;
    meeting
}

#[test]
fn endless_texts_control_characters_and_days_of_another_age_are_refused_by_field() {
    let mut desk = Desk::school(DAY);
    let cases = [
        ("agenda", json!("А".repeat(50_001))),
        ("decisions", json!("до\u{0}после")),
        ("decisions", json!("\u{1b}[31mкрасный")),
        ("date", json!("0001-01-01")),
        ("date", json!("-262143-01-01")),
    ];
    for (field, value) in cases {
        let refusal = desk.refused("registers.save_meeting", meeting((field, value)));
        assert_eq!(refusal.details[0].place, field);
    }
    assert_eq!(desk.call("registers.meetings", json!(null)), json!([]));
}

#[test]
fn markup_quotes_and_several_lines_are_kept_as_typed() {
    let mut desk = Desk::school(DAY);
    let typed = "<script>alert('x')</script>\n\"; DROP TABLE person;--\tЁ 👩‍🏫";
    desk.call("registers.save_meeting", meeting(("agenda", json!(typed))));
    assert_eq!(desk.call("registers.meetings", json!(null))[0]["agenda"], typed);
}

#[test]
fn a_request_of_the_wrong_shape_is_refused_in_russian() {
    let mut desk = Desk::school(DAY);
    let wrong = [
        json!(null),
        json!({}),
        json!("x"),
        meeting(("date", json!("завтра"))),
        meeting(("present", json!("много"))),
    ];
    for payload in wrong {
        let refusal = desk.refused("registers.save_meeting", payload.clone());
        let said = format!("{} {}", refusal.hint, refusal.details[0].message);
        assert!(!said.contains("invalid") && !said.contains("missing"), "{payload}: {said}");
    }
}

#[test]
fn counts_of_an_assessment_stay_within_a_school() {
    let mut desk = Desk::school(DAY);
    for field in ["failed", "good", "participants"] {
        let mut result = json!({ "id": null, "kind": "vpr", "subject": "math", "grade": 5, "date": DAY,
            "participants": 10, "failed": 1, "good": 2 });
        result[field] = json!(i64::MAX);
        assert_eq!(desk.refused("registers.save_assessment", result).details[0].place, field);
    }
}

#[test]
fn no_code_sets_a_password_on_data_that_has_none() {
    let mut desk = Desk::school(DAY);
    for code in ["", "zzz", "S3B9-V6K9-HABC-AKHT-AMSP-DR7Q-SMQD-J3AP"] {
        let refusal = desk.refused("base.recover", json!({ "code": code, "password": "чужой пароль" }));
        assert_eq!(refusal.code, opora_usecases::Code::Refused, "{code}");
    }
    desk.restart(DAY);
    assert_eq!(desk.call("base.status", json!(null))["without_password"], true);
}

#[test]
fn a_quarter_before_the_programme_has_no_report() {
    let mut desk = Desk::with_programme(DAY, "bogotol");
    desk.call("identity.create", json!(null));
    let refusal = {
        let asked = desk.issue_of_quarter("1999-Q1", "1");
        desk.refused("issue.sign", asked)
    };
    assert_eq!(refusal.code, opora_usecases::Code::Refused);
    assert_eq!(desk.call("report.overview", json!(null))["journal"], json!([]));
}
