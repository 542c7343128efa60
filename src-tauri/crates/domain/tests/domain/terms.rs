//! Terms become the right occurrences.

use crate::common::{PROGRAMMES, date, occurrences, programme, windows};
use opora_domain::period::Period;
use opora_domain::term::{
    OccurrenceKind, Pace, SchoolCalendar, SchoolQuarter, Segment, Term, TimeUnit, expand, expand_with,
};

fn each_year(months: &[&str], years: std::ops::RangeInclusive<i32>, mark: &str) -> Vec<String> {
    let windows = |year| months.iter().map(move |m| m.replace('Y', &format!("{year}")));
    years.flat_map(windows).map(|w| w + mark).collect()
}

#[test]
fn bogotol_expands_date_by_date() {
    let every = |window: &str| each_year(&[window], 2022..=2025, "");
    let throughout = each_year(&["Y-01-01..Y-12-31"], 2022..=2025, "~");
    let table: [(&str, Vec<String>); 17] = [
        ("1", vec!["2022-05-01..2022-05-31".into()]),
        ("2", throughout.clone()),
        ("3", vec!["Unspecified".into()]),
        ("4", throughout.clone()),
        ("5", every("Y-05-01..Y-06-30")),
        ("6", every("Y-06-01..Y-08-31")),
        ("7", every("Y-11-01..Y-12-31")),
        ("8", every("Y-05-01..Y-07-31")),
        ("9", every("Y-08-01..Y-08-31")),
        ("10", every("Y-05-01..Y-05-31")),
        ("11", every("Y-06-01..Y-06-30")),
        ("12", every("Y-12-01..Y-12-31")),
        ("13", throughout.clone()),
        ("14", vec!["ByPlan".into()]),
        ("15", throughout),
        ("16", every("Y-01-01..Y-12-31")),
        ("17", every("Y-08-01..Y-08-31")),
    ];
    assert_eq!(table.len(), programme("bogotol").events.len());
    for (code, expected) in table {
        assert_eq!(windows(&occurrences("bogotol", code)), expected, "event {code}");
    }
}

#[test]
fn assumed_months_are_marked() {
    let assumed: Vec<_> = occurrences("bogotol", "5").iter().map(|o| o.assumed).collect();
    assert_eq!(assumed, [false, true, true, true]);
}

#[test]
fn yeniseysk_1_1_is_twice_a_year_for_four_years() {
    let all = windows(&occurrences("yeniseysk", "1.1"));
    assert_eq!(all, each_year(&["Y-04-01..Y-05-31", "Y-11-01..Y-12-31"], 2021..=2024, ""));
}

#[test]
fn yeniseysk_5_2_carries_its_stages() {
    let all = occurrences("yeniseysk", "5.2");
    let stages: Vec<_> = all.iter().map(|o| o.stage.as_deref().unwrap_or("")).collect();
    assert_eq!(stages, ["baseline", "interim-2022", "interim-2023", "final"]);
    let expected = [
        "2021-02-01..2021-02-28",
        "2022-01-01..2022-01-31",
        "2023-01-01..2023-01-31",
        "2024-01-01..2024-01-31",
    ];
    assert_eq!(windows(&all), expected);
}

#[test]
fn other_terms_of_yeniseysk_expand_as_read() {
    let count = |code| occurrences("yeniseysk", code).len();
    assert_eq!(windows(&occurrences("yeniseysk", "0.6")), ["2021-11-01..2022-01-31"], "across New Year");
    assert_eq!(count("4.1"), 3, "three windows; requests come from the user");
    assert_eq!(count("0.8"), 1 + 38, "made once, then renewed each month");
    assert_eq!(count("2.5"), 0, "on demand");
    assert_eq!(count("5.3"), 4, "school years");
    assert_eq!(windows(&occurrences("yeniseysk", "5.3"))[3], "2023-09-01..2024-08-31~");
    assert_eq!(windows(&occurrences("yeniseysk", "5.10")), ["After"]);
    assert_eq!(windows(&occurrences("yeniseysk", "2.9")), ["Unspecified"]);
    let continuous = occurrences("yeniseysk", "1.9");
    assert_eq!(continuous.len(), 16, "one for each calendar quarter");
    assert!(continuous.iter().all(|o| o.kind == OccurrenceKind::Continuous && o.due.is_none()));
}

#[test]
fn zhigalovo_expands_as_read() {
    let later = windows(&occurrences("zhigalovo", "3.1.1.3"));
    assert_eq!(later, ["2020-09-01..2020-10-30", "2021-09-01..2021-10-31", "2022-09-01..2022-10-31"]);
    let quarters = windows(&occurrences("zhigalovo", "4.2"));
    assert_eq!(quarters.len(), 10);
    assert_eq!(quarters[0], "2020-10-19..2020-10-28", "the last ten days");
    assert_eq!(quarters[9], "2022-12-21..2022-12-30");
}

#[test]
fn terms_before_the_act_are_kept_and_marked() {
    let marks = |id, code| occurrences(id, code).iter().map(|o| o.before_approval).collect::<Vec<_>>();
    assert_eq!(marks("zhigalovo", "4.4"), [true, false, false], "June 2020 is before the programme");
    assert_eq!(marks("zhigalovo", "2.1"), [false], "ends after the act of 15 September");
    assert_eq!(marks("yakovlevka", "1.3"), [true], "January 2024 is before 29 February");
    assert_eq!(marks("yakovlevka", "1.2"), [false], "ends on the day of the act");
}

#[test]
fn yakovlevka_expands_as_read() {
    let meetings = occurrences("yakovlevka", "5.12");
    assert_eq!(meetings.len(), 16);
    assert!(meetings.iter().all(|o| o.at_least));
    assert_eq!(windows(&meetings)[15], "2027-10-01..2027-12-31");
    assert_eq!(windows(&occurrences("yakovlevka", "5.4")), each_year(&["Y-10-01..Y-10-31"], 2024..=2026, ""));
}

#[test]
fn every_shipped_event_gives_occurrences_or_waits_for_requests() {
    for (id, _) in PROGRAMMES {
        let programme = programme(id);
        for event in &programme.events {
            let on_demand = event.term.segments.iter().any(|s| matches!(s, Segment::OnDemand { .. }));
            let some = !programme.occurrences(event).is_empty();
            assert!(some || on_demand, "{id} {} gives nothing", event.code);
        }
    }
}

fn term(segment: Segment) -> Term {
    Term { raw: String::new(), segments: vec![segment], ambiguous: false, note: None }
}

fn period(from: &str, to: Option<&str>) -> Period {
    Period { from: date(from), to: to.map(date) }
}

fn every(unit: TimeUnit, pace: Pace) -> Term {
    term(Segment::every(unit, pace))
}

#[test]
fn an_open_range_takes_the_programme_period() {
    let quarters = every(TimeUnit::Quarter, Pace::Times(1));
    let all = windows(&expand(&quarters, period("2023-12-15", Some("2024-05-10"))));
    assert_eq!(all, ["2023-12-15..2023-12-31", "2024-01-01..2024-03-31", "2024-04-01..2024-05-10"]);
}

#[test]
fn twice_in_a_unit_is_two_occurrences() {
    let twice = every(TimeUnit::Year, Pace::Times(2));
    let all = expand(&twice, period("2024-01-01", Some("2025-12-31")));
    assert_eq!(all.iter().map(|o| o.ordinal).collect::<Vec<_>>(), [1, 2, 1, 2]);
}

#[test]
fn months_across_new_year_belong_to_the_first_year() {
    let winter = Segment::yearly(vec![(11, 1)], vec![2023]);
    let all = windows(&expand(&term(winter), period("2023-01-01", Some("2024-12-31"))));
    assert_eq!(all, ["2023-11-01..2024-01-31"]);
}

#[test]
fn what_starts_after_the_end_is_left_out_and_the_last_window_is_cut() {
    let may = Segment::yearly(vec![(5, 6)], vec![2024, 2025]);
    let all = windows(&expand(&term(may), period("2024-01-01", Some("2024-06-15"))));
    assert_eq!(all, ["2024-05-01..2024-06-15"]);
}

#[test]
fn an_endless_programme_gives_one_undated_reminder() {
    let open = period("2023-12-15", None);
    let continuous = term(Segment::Continuous { from: None, to: None });
    assert_eq!(windows(&expand(&continuous, open)), ["Continuous"]);
    assert_eq!(windows(&expand(&every(TimeUnit::Month, Pace::Times(1)), open)), ["Unspecified"]);
}

#[test]
fn trimesters_replace_quarters() {
    let third = |start, end| SchoolQuarter { start, end };
    let calendar = SchoolCalendar {
        quarters: vec![third((9, 1), (11, 30)), third((12, 1), (2, 29)), third((3, 1), (5, 31))],
        years: vec![],
    };
    let each = every(TimeUnit::SchoolQuarter, Pace::Times(1));
    let all = windows(&expand_with(&each, period("2024-09-01", Some("2025-08-31")), &calendar));
    assert_eq!(all, ["2024-09-01..2024-11-30", "2024-12-01..2025-02-28", "2025-03-01..2025-05-31"]);
}
