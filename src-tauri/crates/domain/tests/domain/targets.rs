//! Facts are judged by targets exactly and explained in words.

use crate::common::date;
use opora_domain::target::{
    Baseline, Cmp, Fact, IndicatorState as S, Noun, Target, Unit, decimal, judge, judge_counting, percent,
};

fn target(cmp: Cmp, unit: Unit) -> Target {
    Target {
        raw: String::new(),
        cmp,
        value: None,
        min: None,
        max: None,
        plus: None,
        unit,
        baseline: None,
        level_at_least: None,
        hundredths: false,
        ambiguous: false,
        note: String::new(),
    }
}

fn gte(value: i32, unit: Unit) -> Target {
    Target { value: Some(value), ..target(Cmp::Gte, unit) }
}

fn between(min: i32, max: i32) -> Target {
    Target { min: Some(min), max: Some(max), ..target(Cmp::Between, Unit::Percent) }
}

const fn share(numerator: u32, denominator: u32) -> Fact {
    Fact::Share { numerator, denominator }
}

const fn count(value: i32) -> Fact {
    Fact::Count { value }
}

const fn flag(value: bool) -> Fact {
    Fact::Flag { value }
}

const fn score(hundredths: i32) -> Fact {
    Fact::Score { hundredths }
}

/// Judged at once; no-break spaces are shown as spaces.
fn verdict(target: &Target, fact: Fact, previous: Option<Fact>, baseline: Option<Fact>) -> (S, String) {
    let today = date("2024-12-31");
    let j = judge(Some(target), Some(&fact), previous.as_ref(), baseline.as_ref(), None, today);
    (j.state, j.explanation.replace('\u{a0}', " "))
}

#[test]
fn percents_are_rounded_once_with_a_comma() {
    let table = [
        (13, 20, "65,0"),
        (1, 3, "33,3"),
        (2, 3, "66,7"),
        (1, 2000, "0,1"),
        (1399, 2000, "69,95"),
        (2999, 3000, "99,97"),
        (0, 5, "0,0"),
        (5, 5, "100,0"),
    ];
    for (n, d, text) in table {
        assert_eq!(percent(n, d), format!("{text}\u{a0}%"));
    }
    assert_eq!(percent(0, 0), "—");
    assert_eq!([decimal(385), decimal(400), decimal(350), decimal(-5)], ["3,85", "4", "3,5", "−0,05"]);
}

#[test]
fn thresholds_are_compared_without_rounding() {
    let at_most = Target { value: Some(10), ..target(Cmp::Lte, Unit::Percent) };
    let equal = Target { value: Some(50), ..target(Cmp::Eq, Unit::Percent) };
    let table = [
        (
            gte(70, Unit::Percent),
            share(13, 20),
            S::NotAchieved,
            "13 из 20 = 65,0 %, цель не менее 70 %: не хватает 1",
        ),
        (
            gte(70, Unit::Percent),
            share(14, 20),
            S::Achieved,
            "14 из 20 = 70,0 %, цель не менее 70 %: достигнуто",
        ),
        (
            gte(70, Unit::Percent),
            share(3, 8),
            S::NotAchieved,
            "3 из 8 = 37,5 %, цель не менее 70 %: не хватает 3",
        ),
        (
            gte(70, Unit::Percent),
            share(1399, 2000),
            S::NotAchieved,
            "1399 из 2000 = 69,95 %, цель не менее 70 %: не хватает 1",
        ),
        (gte(3, Unit::Count), count(2), S::NotAchieved, "2, цель не менее 3: не хватает 1"),
        (gte(350, Unit::Mark), score(345), S::NotAchieved, "3,45, цель не менее 3,5: не хватает 0,05"),
        (at_most.clone(), share(2, 20), S::Achieved, "2 из 20 = 10,0 %, цель не более 10 %: достигнуто"),
        (at_most, share(4, 20), S::NotAchieved, "4 из 20 = 20,0 %, цель не более 10 %: больше на 2"),
        (equal.clone(), share(4, 8), S::Achieved, "4 из 8 = 50,0 %, цель 50 %: достигнуто"),
        (equal, share(3, 7), S::NotAchieved, "3 из 7 = 42,9 %, цель 50 %: не совпадает"),
        (between(80, 100), share(8, 10), S::Achieved, "8 из 10 = 80,0 %, цель 80–100 %: достигнуто"),
        (between(20, 30), share(9, 10), S::Achieved, "9 из 10 = 90,0 %, цель 20–30 %: достигнуто"),
        (between(80, 100), share(7, 10), S::NotAchieved, "7 из 10 = 70,0 %, цель 80–100 %: не хватает 1"),
    ];
    for (target, fact, state, text) in table {
        assert_eq!(verdict(&target, fact, None, None), (state, text.to_owned()));
    }
}

#[test]
fn the_lack_is_counted_in_people() {
    let of = |noun, fact| {
        let target = gte(70, Unit::Percent);
        judge_counting(noun, Some(&target), Some(&fact), None, None, None, date("2024-12-31")).explanation
    };
    assert!(of(Noun::TEACHERS, share(13, 20)).ends_with("не хватает 1\u{a0}педагога"));
    assert!(of(Noun::TEACHERS, share(9, 20)).ends_with("не хватает 5\u{a0}педагогов"));
    assert!(of(Noun::PARENTS, share(49, 100)).ends_with("не хватает 21\u{a0}родителя"));
    assert!(of(Noun::PUPILS, share(59, 100)).ends_with("не хватает 11\u{a0}обучающихся"));
}

#[test]
fn a_yes_is_the_schools_part_of_a_municipal_share() {
    let share_of_schools = gte(25, Unit::Percent);
    let yes = verdict(&share_of_schools, flag(true), None, None);
    assert_eq!(
        yes,
        (S::Achieved, "по школе — да, цель не менее 25 % по всем школам муниципалитета".to_owned())
    );
    assert_eq!(verdict(&share_of_schools, flag(false), None, None).0, S::NotAchieved);
    let own = target(Cmp::IsTrue, Unit::Bool);
    assert_eq!(
        verdict(&own, flag(false), None, None),
        (S::NotAchieved, "по школе — нет, цель — да".to_owned())
    );
}

#[test]
fn zero_percent_means_not_expected_yet() {
    assert_eq!(verdict(&between(0, 0), flag(false), None, None).0, S::NotDue);
    assert_eq!(verdict(&between(0, 0), flag(true), None, None).0, S::Achieved);
}

#[test]
fn growth_and_fall_are_strict() {
    let up = target(Cmp::Increase, Unit::Percent);
    let down = target(Cmp::Decrease, Unit::Percent);
    let table = [
        (
            &up,
            share(7, 10),
            share(13, 20),
            S::Achieved,
            "было 13 из 20 = 65,0 %, стало 7 из 10 = 70,0 %: рост, цель — рост",
        ),
        (
            &up,
            share(10, 20),
            share(5, 10),
            S::NotAchieved,
            "было 5 из 10 = 50,0 %, стало 10 из 20 = 50,0 %: без изменений, цель — рост",
        ),
        (&down, count(3), count(5), S::Achieved, "было 5, стало 3: снижение, цель — снижение"),
        (&down, count(6), count(5), S::NotAchieved, "было 5, стало 6: рост, цель — снижение"),
        (&up, score(390), score(385), S::Achieved, "было 3,85, стало 3,9: рост, цель — рост"),
    ];
    for (target, now, before, state, text) in table {
        assert_eq!(verdict(target, now, Some(before), None), (state, text.to_owned()));
    }
    assert_eq!(verdict(&up, share(1, 2), None, None).0, S::NoData, "nothing to compare with");
    assert_eq!(verdict(&up, share(1, 2), Some(count(1)), None).0, S::NoData, "other kind of fact");
}

#[test]
fn a_fall_is_counted_from_the_start() {
    let by_30 = Target {
        value: Some(30),
        baseline: Some(Baseline::StartDiagnostics),
        ..target(Cmp::DecreaseRelGte, Unit::Percent)
    };
    let of = |now, start| verdict(&by_30, count(now), None, Some(count(start)));
    assert_eq!(of(7, 10).0, S::Achieved);
    let (state, text) = of(8, 10);
    assert_eq!(
        (state, text.as_str()),
        (S::NotAchieved, "было 10, стало 8: снижение на 20,0 %, цель — снижение не менее чем на 30 %")
    );
    assert_eq!(of(0, 0).0, S::Achieved, "nobody at the start");
    let grown =
        "было 0, стало 3: снижать было нечего, с тех пор рост с нуля, цель — снижение не менее чем на 30 %";
    assert_eq!(of(3, 0), (S::Achieved, grown.to_owned()), "nothing to lower is achieved, the growth is told");
    assert_eq!(of(12, 10).1, "было 10, стало 12: рост на 20,0 %, цель — снижение не менее чем на 30 %");
    assert_eq!(verdict(&by_30, share(1, 10), None, Some(share(2, 10))).0, S::Achieved);
    let (state, text) = verdict(&by_30, count(1), None, None);
    assert!(state == S::NoData && text.contains("данные стартовой диагностики"), "{text}");
}

#[test]
fn more_than_the_plan_is_counted_from_the_plan() {
    let plan_plus_2 =
        Target { plus: Some(2), baseline: Some(Baseline::SchoolPlan), ..target(Cmp::Gte, Unit::Count) };
    assert_eq!(verdict(&plan_plus_2, count(8), None, Some(count(6))).0, S::Achieved);
    let (state, text) = verdict(&plan_plus_2, count(7), None, Some(count(6)));
    assert_eq!(
        (state, text.as_str()),
        (S::NotAchieved, "7, цель не менее «план работы школы + 2»: нужно 8, не хватает 1")
    );
    assert_eq!(verdict(&plan_plus_2, count(7), None, None).0, S::NoData);
    let more_by_2 = Target {
        value: Some(2),
        baseline: Some(Baseline::Initial),
        ..target(Cmp::IncreaseAbsGte, Unit::Count)
    };
    assert_eq!(verdict(&more_by_2, count(2), None, None).0, S::Achieved, "without initial data from zero");
    assert_eq!(verdict(&more_by_2, count(4), None, Some(count(3))).0, S::NotAchieved);
}

#[test]
fn observation_and_baselines_are_not_judged() {
    assert_eq!(verdict(&target(Cmp::Track, Unit::Percent), share(1, 2), None, None).0, S::OnTrack);
    assert_eq!(verdict(&target(Cmp::Baseline, Unit::Count), count(4), None, None).0, S::OnTrack);
}

#[test]
fn the_state_waits_for_its_day() {
    let due = Some(date("2024-12-31"));
    let target = gte(70, Unit::Percent);
    let state = |fact: Option<Fact>, today: &str| {
        judge(Some(&target), fact.as_ref(), None, None, due, date(today)).state
    };
    assert_eq!(state(Some(share(20, 20)), "2024-12-30"), S::NotDue);
    assert_eq!(state(Some(share(20, 20)), "2024-12-31"), S::Achieved);
    assert_eq!(state(None, "2024-12-30"), S::NotDue);
    assert_eq!(state(None, "2025-01-01"), S::NoData);
}

#[test]
fn nobody_to_count_and_a_wrong_kind_are_no_data() {
    assert_eq!(verdict(&gte(70, Unit::Percent), share(0, 0), None, None).0, S::NoData);
    let (state, text) = verdict(&gte(70, Unit::Percent), count(5), None, None);
    assert!(state == S::NoData && text.contains("сколько из скольких"), "{text}");
}

#[test]
fn changes_are_told_from_what_to_what() {
    let by = |cmp, value, unit, baseline| Target {
        value: Some(value),
        baseline: Some(baseline),
        ..target(cmp, unit)
    };
    let table = [
        (
            by(Cmp::IncreaseAbsGte, 10, Unit::Percent, Baseline::Initial),
            share(13, 20),
            share(12, 20),
            S::NotAchieved,
            "было 12 из 20 = 60,0 %, стало 13 из 20 = 65,0 %, цель — рост не менее чем на 10 п. п.: не хватает 1",
        ),
        (
            by(Cmp::DecreaseAbsGte, 3, Unit::People, Baseline::Previous),
            count(4),
            count(8),
            S::Achieved,
            "было 8, стало 4, цель — снижение не менее чем на 3 к прошлому периоду: достигнуто",
        ),
        (
            by(Cmp::IncreaseRelGte, 100, Unit::Percent, Baseline::Initial),
            count(9),
            count(5),
            S::NotAchieved,
            "было 5, стало 9: рост на 80,0 %, цель — рост не менее чем на 100 %",
        ),
        (
            by(Cmp::IncreaseAbsGte, 0, Unit::Percent, Baseline::Previous),
            share(1, 2),
            share(1, 2),
            S::Achieved,
            "было 1 из 2 = 50,0 %, стало 1 из 2 = 50,0 %, цель — не ниже, чем в прошлом периоде: достигнуто",
        ),
    ];
    for (target, now, before, state, text) in table {
        assert_eq!(verdict(&target, now, None, Some(before)), (state, text.to_owned()));
    }
    let half = Target { hundredths: true, ..gte(7250, Unit::Percent) };
    let (state, text) = verdict(&half, share(2899, 4000), None, None);
    assert_eq!(
        (state, text.as_str()),
        (S::NotAchieved, "2899 из 4000 = 72,48 %, цель не менее 72,5 %: не хватает 1")
    );
}
