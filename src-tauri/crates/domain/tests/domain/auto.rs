//! What the program counts by itself.

use crate::common::date;
use opora_domain::auto::{Registers, Window, count, projected};
use opora_domain::monitoring::Stage;
use opora_domain::person::Subject;
use opora_domain::programme::{AutoFact, Dynamics, Measure, Projection, StageKind};
use opora_domain::registers::{Assessment, AssessmentKind, IomForm, IomStep, Meeting};
use opora_domain::target::Fact;
use serde_json::json;

fn year(from: &str, to: &str) -> Window {
    Window { from: date(from), to: date(to) }
}

fn stage(kind: StageKind, from: Option<&str>, to: Option<&str>) -> Stage {
    Stage {
        id: "s".into(),
        program_id: "p".into(),
        code: "c".into(),
        kind,
        title: "Этап".into(),
        planned_from: from.map(date),
        planned_to: to.map(date),
        closed_on: None,
        snapshot: String::new(),
        snapshot_sha256: String::new(),
        sort: 0,
    }
}

#[test]
fn a_year_counts_its_days_and_a_measurement_all_since_the_beginning() {
    let of = |stage: Stage, today: &str| Window::of(&stage, date("2020-09-01"), date(today));
    let whole = stage(StageKind::Year, Some("2024-01-01"), Some("2024-12-31"));
    assert_eq!(of(whole.clone(), "2025-02-01"), Ok(year("2024-01-01", "2024-12-31")));
    assert_eq!(of(whole.clone(), "2024-03-01"), Ok(year("2024-01-01", "2024-03-01")), "no day to come");
    assert_eq!(of(whole, "2023-12-31"), Err("этап начнётся 01.01.2024".into()));
    let interim = stage(StageKind::Interim, Some("2022-01-01"), Some("2022-01-31"));
    assert_eq!(of(interim.clone(), "2022-02-10"), Ok(year("2020-09-01", "2022-01-31")));
    assert!(of(interim, "2021-12-31").is_err());
    let last = stage(StageKind::Final, None, Some("2022-12-30"));
    assert_eq!(of(last, "2021-05-05"), Ok(year("2020-09-01", "2021-05-05")));
    assert!(
        of(stage(StageKind::Start, None, None), "2024-01-01").unwrap_err().starts_with("у этапа нет дат")
    );
}

fn meeting(day: &str) -> Meeting {
    Meeting {
        id: day.into(),
        number: "1".into(),
        date: date(day),
        agenda: String::new(),
        present: None,
        decisions: String::new(),
        chair: String::new(),
        secretary: String::new(),
        attended: String::new(),
        heard: String::new(),
        spoke: String::new(),
        resolutions: Vec::new(),
    }
}

#[test]
fn meetings_are_counted_and_looked_for_in_every_ended_quarter() {
    let days = ["2023-12-30", "2024-02-10", "2024-05-10", "2024-05-20"];
    let mut registers = Registers { meetings: days.map(meeting).into(), ..Registers::default() };
    let window = year("2024-01-01", "2024-08-15");
    assert_eq!(count(&AutoFact::Meetings, &registers, window).fact, Some(Fact::Count { value: 3 }));
    let every = count(&AutoFact::MeetingsEveryQuarter, &registers, window);
    assert_eq!(
        (every.fact, every.items.len()),
        (Some(Fact::Flag { value: true }), 2),
        "the third is running"
    );
    let later = count(&AutoFact::MeetingsEveryQuarter, &registers, year("2024-01-01", "2024-12-31"));
    assert_eq!(later.fact, Some(Fact::Flag { value: false }));
    registers.meetings.clear();
    assert_eq!(count(&AutoFact::Meetings, &registers, window).fact, None, "an empty journal says nothing");
}

fn assessment(kind: AssessmentKind, subject: Subject, grade: i64, day: &str, counts: [i64; 3]) -> Assessment {
    let [participants, failed, good] = counts;
    Assessment {
        id: format!("{day}{grade}{counts:?}"),
        kind,
        subject,
        grade,
        date: date(day),
        participants,
        failed,
        good,
        region: String::new(),
    }
}

fn math(day: &str, counts: [i64; 3]) -> Assessment {
    assessment(AssessmentKind::Kdr, Subject::Math, 7, day, counts)
}

#[test]
fn dynamics_are_not_worse_in_both_shares_and_better_in_one() {
    let formula = AutoFact::Dynamics(Dynamics {
        kinds: vec![AssessmentKind::Kdr],
        subjects: Vec::new(),
        grade: Some(7),
        measure: Measure::PassAndQuality,
        any_subject: false,
        first_attempt: false,
    });
    let table = [
        ([20, 4, 8], [20, 3, 8], Some(true)),
        ([20, 4, 8], [20, 4, 9], Some(true)),
        ([20, 4, 8], [40, 8, 16], Some(false)),
        ([20, 4, 8], [20, 3, 7], Some(false)),
        ([20, 4, 8], [10, 1, 4], Some(true)),
        ([20, 4, 8], [0, 0, 0], None),
    ];
    for (before, now, grew) in table {
        let assessments = vec![math("2023-10-15", before), math("2024-10-15", now)];
        let registers = Registers { assessments, ..Registers::default() };
        let counted = count(&formula, &registers, year("2024-01-01", "2024-12-31"));
        assert_eq!(
            counted.fact,
            grew.map(|value| Fact::Flag { value }),
            "{before:?} {now:?}: {}",
            counted.words
        );
    }
}

#[test]
fn only_grades_of_both_years_are_compared_and_first_sittings_on_demand() {
    let oge = |day: &str, counts| assessment(AssessmentKind::Oge, Subject::Math, 9, day, counts);
    let vpr = |grade, day: &str, counts| assessment(AssessmentKind::Vpr, Subject::Math, grade, day, counts);
    let formula = |kind, measure, first_attempt| {
        AutoFact::Dynamics(Dynamics {
            kinds: vec![kind],
            subjects: vec![Subject::Russian, Subject::Math],
            grade: None,
            measure,
            any_subject: true,
            first_attempt,
        })
    };
    let of = |formula: &AutoFact, assessments: Vec<Assessment>| {
        let registers = Registers { assessments, ..Registers::default() };
        count(formula, &registers, year("2024-01-01", "2024-12-31")).fact
    };
    let grades = vec![
        vpr(5, "2023-04-01", [20, 4, 8]),
        vpr(5, "2024-04-01", [20, 4, 9]),
        vpr(6, "2024-04-01", [20, 19, 0]),
    ];
    let both = formula(AssessmentKind::Vpr, Measure::PassAndQuality, false);
    assert_eq!(of(&both, grades), Some(Fact::Flag { value: true }));
    let sittings =
        vec![oge("2023-06-01", [20, 4, 8]), oge("2024-06-01", [20, 5, 8]), oge("2024-07-01", [5, 0, 0])];
    let failed = |first| formula(AssessmentKind::Oge, Measure::Failed, first);
    assert_eq!(of(&failed(true), sittings.clone()), Some(Fact::Flag { value: false }), "с первой попытки");
    assert_eq!(of(&failed(false), sittings), Some(Fact::Flag { value: true }));
}

#[test]
fn courses_are_counted_over_those_who_work() {
    let person = |id: &str, archived: Option<&str>| {
        serde_json::from_value(
            json!({ "id": id, "fio": id, "post": "Учитель", "subjects": [], "category": "none",
            "experience_years": null, "weekly_load": null, "archived_on": archived }),
        )
        .unwrap()
    };
    let course = |id: &str, done: Option<&str>| IomStep {
        id: id.into(),
        person_id: id.into(),
        deficit_id: None,
        form: IomForm::Course,
        title: "Курсы".into(),
        provider: String::new(),
        hours: None,
        started_on: date("2024-01-10"),
        due: None,
        done_on: done.map(date),
        document: String::new(),
        introduced_on: None,
    };
    let registers = Registers {
        people: vec![person("a", None), person("b", None), person("c", Some("2024-05-01"))],
        iom: vec![course("a", Some("2024-03-01")), course("b", None), course("c", Some("2024-03-01"))],
        ..Registers::default()
    };
    let counted = count(&AutoFact::CourseCoverage, &registers, year("2024-01-01", "2024-12-31"));
    assert_eq!(counted.fact, Some(Fact::Share { numerator: 1, denominator: 2 }));
    let nobody = Registers { iom: Vec::new(), ..registers };
    assert_eq!(count(&AutoFact::CourseCoverage, &nobody, year("2024-01-01", "2024-12-31")).fact, None);
}

#[test]
fn a_number_of_things_is_a_yes_where_a_yes_is_asked() {
    assert_eq!(projected(Fact::Count { value: 2 }, Projection::Flag), Fact::Flag { value: true });
    assert_eq!(projected(Fact::Count { value: 0 }, Projection::Flag), Fact::Flag { value: false });
    assert_eq!(projected(Fact::Count { value: 2 }, Projection::Count), Fact::Count { value: 2 });
}

#[test]
fn formulas_are_written_as_words_or_words_with_settings() {
    let table = [
        (json!("self_diagnosis_coverage"), Projection::Teachers, true),
        (json!("network_tandems"), Projection::Flag, true),
        (json!("meetings"), Projection::Teachers, false),
        (json!({ "event_done": { "event": "1.8" } }), Projection::Flag, true),
        (json!({ "dynamics": { "kinds": ["kdr"], "grade": 4 } }), Projection::Dynamics, true),
        (json!({ "local_act": { "document": "order", "about": "рабоч групп" } }), Projection::Count, false),
    ];
    for (text, projection, fits) in table {
        let formula: AutoFact = serde_json::from_value(text.clone()).unwrap();
        assert_eq!(formula.fits(projection), fits, "{text}");
        assert!(!formula.words().is_empty());
        let again: AutoFact = serde_json::from_value(serde_json::to_value(&formula).unwrap()).unwrap();
        assert_eq!(again, formula);
    }
    assert!(serde_json::from_value::<AutoFact>(json!({ "event_done": { "code": "1" } })).is_err());
}
