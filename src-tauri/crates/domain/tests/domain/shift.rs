//! A past programme in a new period.

use crate::common::{PROGRAMMES, date, event, programme, windows};
use chrono::{Datelike, NaiveDate};
use opora_domain::period::Period;
use opora_domain::programme::{Programme, Shifted, StageKind, shift, suggested_period};
use opora_domain::term::{Segment, Term, TermOccurrence};

fn years_later(day: NaiveDate, years: i32) -> NaiveDate {
    day.with_year(day.year() + years).unwrap_or_else(|| panic!("{day} + {years}"))
}

fn moved_period(programme: &Programme, years: i32) -> Period {
    let later = |day| years_later(day, years);
    Period { from: later(programme.period.from), to: programme.period.to.map(later) }
}

fn by(id: &str, years: i32) -> Shifted {
    let source = programme(id);
    shift(&source, moved_period(&source, years))
}

fn to(id: &str, from: &str, to: &str) -> Shifted {
    shift(&programme(id), Period { from: date(from), to: Some(date(to)) })
}

fn days(
    occurrences: &[TermOccurrence],
    years: i32,
) -> Vec<(Option<NaiveDate>, Option<NaiveDate>, Option<NaiveDate>)> {
    let later = |day: Option<NaiveDate>| day.map(|day| years_later(day, years));
    occurrences.iter().map(|o| (later(o.from), later(o.to), later(o.due))).collect()
}

#[test]
fn every_programme_keeps_its_distances_date_by_date() {
    for (id, _) in PROGRAMMES {
        let (old, new) = (programme(id), by(id, 4).programme);
        for (was, now) in old.events.iter().zip(&new.events) {
            let (was, now) = (old.occurrences(was), new.occurrences(now));
            assert_eq!(days(&was, 4), days(&now, 0), "{id}");
        }
        for (was, now) in old.stages.iter().zip(&new.stages) {
            let later = |day: Option<NaiveDate>| day.map(|day| years_later(day, 4));
            assert_eq!((later(was.from), later(was.to)), (now.from, now.to), "{id} {}", was.code);
        }
        assert_eq!(old.counts().target_cells, new.counts().target_cells, "{id}");
        assert_eq!(new.validate(), [], "{id}");
    }
}

#[test]
fn every_programme_survives_any_new_period() {
    for (id, _) in PROGRAMMES {
        for years in -3..12 {
            for length in [1, 2, 3, 5, 9] {
                let from = programme(id).period.from;
                let from = years_later(from, years);
                let end = years_later(from, length).pred_opt().unwrap_or(from);
                let shifted = shift(&programme(id), Period { from, to: Some(end) });
                assert_eq!(shifted.programme.validate(), [], "{id} {from}…{end}");
                let occurrences = shifted.rows.iter().flat_map(|row| &row.now);
                assert!(
                    occurrences.flat_map(|o| [o.from, o.to, o.due]).flatten().all(|day| day <= end),
                    "{id}"
                );
            }
        }
    }
}

#[test]
fn words_name_the_new_years_and_the_old_words_are_kept_in_the_note() {
    let cases = [
        ("bogotol", "1", "Май 2026"),
        ("bogotol", "5", "Май-июнь 2026; 2027-2029"),
        ("yeniseysk", "4.1", "Ноябрь 2025г. Ноябрь.2026г. Ноябрь 2027 г. По мере необходимости"),
        (
            "yeniseysk",
            "5.3",
            "В течение года 2024-2025 уч.год 2025-2026 уч.год 2026-2027 уч.год 2027-2028 уч.год",
        ),
        ("zhigalovo", "1.1.1.3", "01.09.24 30.12.26"),
        ("zhigalovo", "1.1.1.1", "февраль 2024-26"),
        ("yakovlevka", "2.1", "Постоянно"),
        ("yeniseysk", "1.1", "2 раза в год (ноябрь-декабрь, апрель-май)"),
    ];
    for (id, code, words) in cases {
        let (old, new) = (programme(id), by(id, 4).programme);
        let (old, new) = (&event(&old, code).term, &event(&new, code).term);
        assert_eq!(new.raw, words, "{id} {code}");
        let note = new.note.clone().unwrap_or_default();
        assert_eq!(note.contains(&format!("«{}»", old.raw)), old.raw != new.raw, "{id} {code}: {note}");
    }
}

#[test]
fn a_second_move_does_not_heap_up_notes() {
    let once = by("bogotol", 4).programme;
    let twice = shift(&once, moved_period(&once, 4)).programme;
    let note = event(&twice, "5").term.note.clone().unwrap_or_default();
    assert_eq!(note.matches("Сроки перенесены").count(), 1, "{note}");
    assert!(note.contains("«Май-июнь 2026; 2027-2029»"), "{note}");
    assert!(note.starts_with("После «;» месяц не назван"), "{note}");
}

#[test]
fn stages_and_their_targets_get_the_new_years() {
    let bogotol = by("bogotol", 4).programme;
    let codes: Vec<_> = bogotol.stages.iter().map(|stage| stage.code.as_str()).collect();
    assert_eq!(codes, ["2026", "2027", "2028", "2029"]);
    let coverage = bogotol.indicators.iter().find(|own| own.code == "5.3").map(|own| &own.targets);
    let values: Vec<_> =
        coverage.into_iter().flatten().map(|(stage, goal)| (stage.as_str(), goal.value)).collect();
    assert_eq!(values, [("2026", Some(50)), ("2027", Some(60)), ("2028", Some(70)), ("2029", Some(80))]);
    let yeniseysk = by("yeniseysk", 4).programme;
    assert_eq!(yeniseysk.stages[1].code, "interim-2026");
    assert_eq!(yeniseysk.stages[1].title, "Промежуточный мониторинг, январь 2026 года");
    let stages: Vec<_> =
        yeniseysk.occurrences(event(&yeniseysk, "5.2")).into_iter().map(|o| o.stage).collect();
    let named = ["baseline", "interim-2026", "interim-2027", "final"].map(|code| Some(code.to_owned()));
    assert_eq!(stages, named);
}

#[test]
fn a_longer_period_repeats_what_goes_on_and_says_so() {
    let longer = to("bogotol", "2026-01-01", "2031-12-31");
    let analysis = event(&longer.programme, "17");
    assert_eq!(windows(&longer.programme.occurrences(analysis)).len(), 6);
    assert_eq!(analysis.term.raw, "Август 2026; 2027-2029 (до 31.12.2031)");
    assert_eq!(
        windows(&longer.programme.occurrences(event(&longer.programme, "1"))),
        ["2026-05-01..2026-05-31"]
    );
    let row = longer.rows.iter().find(|row| row.code == "17").map(|row| row.remarks.join(" "));
    assert!(row.is_some_and(|text| text.contains("добавлены 2")), "the row says it");
    assert!(longer.warnings.iter().any(|text| text.contains("2030, 2031")), "{:?}", longer.warnings);
    let years = longer.programme.stages.iter().filter(|stage| stage.kind == StageKind::Year);
    assert_eq!(years.count(), 6);
    let listed = to("yakovlevka", "2028-01-01", "2035-12-31").programme;
    assert_eq!(listed.occurrences(event(&listed, "5.4")).len(), 3, "a closed list of years stays closed");
    let all_through = to("zhigalovo", "2026-09-01", "2030-12-30").programme;
    assert_eq!(windows(&all_through.occurrences(event(&all_through, "1.1.1.3"))), ["2026-09-01..2030-12-30"]);
}

#[test]
fn a_shorter_period_cuts_and_says_so() {
    let shorter = to("bogotol", "2026-01-01", "2027-12-31");
    let programme = &shorter.programme;
    assert!(programme.title.ends_with("на 2026-2027 годы"), "{}", programme.title);
    assert_eq!(
        windows(&programme.occurrences(event(programme, "17"))),
        ["2026-08-01..2026-08-31", "2027-08-01..2027-08-31"]
    );
    assert_eq!(event(programme, "17").term.raw, "Август 2026; 2027-2029 (до 31.12.2027)");
    let remarks = shorter.rows.iter().find(|row| row.code == "17").map(|row| row.remarks.join(" "));
    assert!(remarks.is_some_and(|text| text.contains("остались 2")), "the row says it");
    let stages: Vec<_> = programme.stages.iter().map(|stage| stage.code.as_str()).collect();
    assert_eq!(stages, ["2026", "2027"]);
    assert!(programme.indicators.iter().all(|own| own.targets.keys().all(|code| code != "2028")));
    assert_eq!(shorter.warnings.iter().filter(|text| text.contains("не вошли")).count(), 2);
}

#[test]
fn the_act_of_the_past_marks_nothing_as_before_approval() {
    for (id, _) in PROGRAMMES {
        let (was, now) = (programme(id), by(id, 4));
        let before = |all: &[TermOccurrence]| all.iter().filter(|o| o.before_approval).count();
        let of_rows: usize = now.rows.iter().map(|row| before(&row.now)).sum();
        let of_source: usize =
            was.events.iter().filter(|e| !e.is_group).map(|e| before(&was.occurrences(e))).sum();
        assert!(of_rows <= of_source, "{id}");
        let back = by(id, -2).programme;
        assert!(back.act.date.is_none_or(|act| act <= back.period.from), "{id}");
    }
}

#[test]
fn months_across_new_year_and_the_end_of_february_move_well() {
    let mut source = programme("yakovlevka");
    let window = |from, to| Segment::Window { from: date(from), to: date(to), stage: None };
    let yearly = Segment::Yearly {
        months: vec![(11, 1)],
        years: vec![2024, 2025],
        stages: vec![],
        days: vec![],
        assumed: false,
    };
    let segments = vec![window("2024-02-01", "2024-02-29"), window("2024-02-29", "2024-02-29"), yearly];
    let raw = "до 29.02.2024, ноябрь 2024 – январь 2026".to_owned();
    source.events[0].term = Term { raw, segments, ambiguous: false, note: None };
    let moved = shift(&source, moved_period(&source, 1)).programme;
    let expected = [
        "2025-02-01..2025-02-28",
        "2025-02-28..2025-02-28",
        "2025-11-01..2026-01-31",
        "2026-11-01..2027-01-31",
    ];
    assert_eq!(windows(&moved.occurrences(&moved.events[0])), expected);
    assert_eq!(moved.events[0].term.raw, "до 28.02.2025, ноябрь 2025 – январь 2027");
    let back = shift(&moved, source.period).programme;
    assert_eq!(windows(&back.occurrences(&back.events[0]))[0], "2024-02-01..2024-02-29");
}

#[test]
fn a_past_programme_is_offered_the_years_that_run_now() {
    let cases = [
        ("bogotol", "2026-11-22", Some(("2026-01-01", "2029-12-31"))),
        ("zhigalovo", "2026-11-22", Some(("2026-09-01", "2028-12-30"))),
        ("zhigalovo", "2026-08-31", Some(("2025-09-01", "2027-12-30"))),
        ("yeniseysk", "2025-01-01", Some(("2025-01-01", "2029-12-31"))),
        ("yakovlevka", "2026-11-22", None),
        ("strezhevoy", "2026-11-22", None),
    ];
    for (id, today, expected) in cases {
        let expected = expected.map(|(from, to)| Period { from: date(from), to: Some(date(to)) });
        assert_eq!(suggested_period(programme(id).period, date(today)), expected, "{id} {today}");
    }
}
