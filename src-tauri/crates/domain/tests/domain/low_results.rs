//! The rule of low results at its edges.

use chrono::NaiveDate;
use opora_domain::low_results::{counts, explained, forecast, is_low, school_year, years};
use opora_domain::person::Subject;
use opora_domain::registers::{Assessment, AssessmentKind};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn result(on: &str, failed: i64, participants: i64) -> Assessment {
    Assessment {
        id: format!("{on} {failed}"),
        kind: AssessmentKind::Vpr,
        subject: Subject::Math,
        grade: 6,
        date: day(on),
        participants,
        failed,
        good: 0,
        region: String::new(),
    }
}

#[test]
fn a_result_is_low_from_thirty_per_cent_exactly() {
    let cases = [(2, 10, false), (3, 10, true), (6, 21, false), (7, 23, true), (0, 0, false), (1, 1, true)];
    for (failed, of, low) in cases {
        assert_eq!(is_low(&result("2025-04-15", failed, of)), low, "{failed} of {of}");
    }
}

#[test]
fn only_state_procedures_in_russian_and_mathematics_count() {
    let plain = result("2025-04-15", 5, 10);
    let of = |kind, subject| Assessment { kind, subject, ..plain.clone() };
    assert!(counts(&of(AssessmentKind::Oge, Subject::Russian)));
    assert!(!counts(&of(AssessmentKind::Kdr, Subject::Russian)));
    assert!(!counts(&of(AssessmentKind::Oge, Subject::Physics)));
    assert!(!counts(&Assessment { participants: 0, ..plain.clone() }));
}

#[test]
fn two_in_a_year_or_one_in_each_of_two_years_make_the_sign() {
    let low = |on| result(on, 5, 10);
    let fair = |on| result(on, 1, 10);
    let cases: [(&[Assessment], Option<bool>); 6] = [
        (&[], None),
        (&[fair("2025-04-15")], Some(false)),
        (&[low("2025-04-15")], Some(false)),
        (&[low("2024-10-15"), low("2025-04-15")], Some(true)),
        (&[low("2024-04-15"), low("2025-04-15")], Some(true)),
        (&[low("2023-04-15"), low("2025-04-15")], Some(false)),
    ];
    for (held, wanted) in cases {
        assert_eq!(forecast(held, day("2025-06-01")).map(|said| said.low), wanted, "{held:?}");
    }
    let later = [low("2025-04-15"), low("2025-05-15")];
    assert_eq!(forecast(&later, day("2025-05-01")).map(|said| said.now), Some(1), "what is ahead is unknown");
}

#[test]
fn a_school_year_begins_in_september() {
    assert_eq!((school_year(day("2025-08-31")), school_year(day("2025-09-01"))), (2024, 2025));
    let held = [result("2024-09-20", 1, 10), result("2025-05-20", 5, 10), result("2025-09-20", 5, 10)];
    let found: Vec<_> = years(&held).iter().map(|one| (one.year, one.held.len(), one.low.len())).collect();
    assert_eq!(found, [(2024, 2, 1), (2025, 1, 1)]);
}

#[test]
fn the_verdict_is_said_in_words() {
    let held = [result("2025-04-15", 5, 10)];
    assert_eq!(
        forecast(&held, day("2025-06-01")).unwrap().words(),
        "По внесённым данным признака школы с низкими результатами нет: низких результатов в этом учебном году — 1, \
         в прошлом — 0."
    );
}

#[test]
fn the_forecast_says_for_which_year_and_names_every_low_result() {
    let held = [result("2024-04-16", 6, 17), result("2024-10-15", 1, 17), result("2025-04-15", 3, 9)];
    let said = explained(&held, day("2025-06-01")).unwrap();
    assert_eq!((said.low, said.year.as_str(), said.held), (true, "2025/26", 3));
    assert_eq!(
        said.reasons,
        [
            "2023/24 учебный год: ВПР, математика, 6 класс, 16.04.2024 — «2» или ниже минимума у 6 из 17 (35,3\u{a0}%)",
            "2024/25 учебный год: ВПР, математика, 6 класс, 15.04.2025 — «2» или ниже минимума у 3 из 9 (33,3\u{a0}%; \
             участников меньше десяти)",
        ]
    );
}

#[test]
fn nothing_is_forecast_from_results_of_long_ago_or_to_come() {
    assert_eq!(explained(&[], day("2025-06-01")), None);
    assert_eq!(explained(&[result("2022-04-15", 9, 10)], day("2025-06-01")), None);
    assert_eq!(explained(&[result("2025-09-15", 9, 10)], day("2025-06-01")), None);
}
