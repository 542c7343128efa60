//! The arithmetic of targets holds for any numbers that can be entered.

use crate::common::date;
use opora_domain::target::{
    Baseline, Cmp, Fact, IndicatorState as S, Judgement, Target, Unit, change, judge, parse, parse_by_year,
    percent,
};
use opora_domain::words::Words;
use proptest::prelude::*;

fn target(cmp: Cmp, unit: Unit, value: i32, hundredths: bool) -> Target {
    Target {
        raw: String::new(),
        cmp,
        value: Some(value),
        min: Some(value),
        max: Some(value),
        plus: None,
        unit,
        baseline: Some(Baseline::Initial),
        level_at_least: None,
        hundredths,
        ambiguous: false,
        note: String::new(),
    }
}

fn verdict(target: &Target, fact: Fact, before: Option<Fact>) -> Judgement {
    judge(Some(target), Some(&fact), before.as_ref(), before.as_ref(), None, date("2024-12-31"))
}

fn share(numerator: u32, denominator: u32) -> Fact {
    Fact::Share { numerator, denominator }
}

/// The number behind «не хватает» or «больше на».
fn told(explanation: &str, words: &str) -> Option<u32> {
    let rest = explanation.split(words).nth(1)?;
    rest.trim().chars().take_while(char::is_ascii_digit).collect::<String>().parse().ok()
}

/// The percentage that the explanation prints, as digits and their number after the comma.
fn printed(explanation: &str) -> (i128, u32) {
    let text = explanation.split(" = ").nth(1).unwrap().split('\u{a0}').next().unwrap();
    let (whole, part) = text.split_once(',').unwrap();
    (format!("{whole}{part}").parse().unwrap(), part.len() as u32)
}

fn any_share() -> impl Strategy<Value = (u32, u32)> {
    let small = (1_u32..60).prop_flat_map(|all| (0..=all, Just(all)));
    let large = (1_u32..=u32::MAX).prop_flat_map(|all| (0..=all, Just(all)));
    prop_oneof![small, large]
}

fn any_fact() -> impl Strategy<Value = Fact> {
    prop_oneof![
        (any::<u32>(), any::<u32>()).prop_map(|(n, d)| share(n, d)),
        any::<i32>().prop_map(|value| Fact::Count { value }),
        any::<bool>().prop_map(|value| Fact::Flag { value }),
        any::<i32>().prop_map(|hundredths| Fact::Score { hundredths }),
    ]
}

fn any_target() -> impl Strategy<Value = Target> {
    let of = |list: &'static [Cmp]| proptest::sample::select(list);
    let units = proptest::sample::select(Unit::ALL);
    let baseline = proptest::option::of(proptest::sample::select(Baseline::ALL));
    let numbers = proptest::option::of(any::<i32>());
    (of(Cmp::ALL), units, numbers.clone(), numbers.clone(), numbers.clone(), numbers, baseline, any::<bool>())
        .prop_map(|(cmp, unit, value, min, max, plus, baseline, hundredths)| Target {
            value,
            min,
            max,
            plus,
            baseline,
            ..target(cmp, unit, 0, hundredths)
        })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn nothing_overflows_and_everything_is_said(
        target in any_target(), fact in any_fact(), before in proptest::option::of(any_fact())
    ) {
        prop_assert!(!verdict(&target, fact, before).explanation.is_empty());
        prop_assert!(before.is_none_or(|before| change(&before, &fact).is_none_or(|(_, words)| !words.is_empty())));
        target.words();
        target.bounds(before.map(|_| i64::MAX));
    }

    #[test]
    fn more_never_worsens_not_less_than((n, all) in any_share(), threshold in 0..=100) {
        let target = target(Cmp::Gte, Unit::Percent, threshold, false);
        let reached = |n| verdict(&target, share(n, all), None).state == S::Achieved;
        prop_assert!(!reached(n) || n == all || reached(n + 1));
    }

    #[test]
    fn fewer_never_worsens_not_more_than((n, all) in any_share(), threshold in 0..=100) {
        let target = target(Cmp::Lte, Unit::Percent, threshold, false);
        let reached = |n| verdict(&target, share(n, all), None).state == S::Achieved;
        prop_assert!(!reached(n) || n == 0 || reached(n - 1));
    }

    #[test]
    fn the_lack_is_the_least_that_reaches((n, all) in any_share(), threshold in 0..=10_000) {
        let target = target(Cmp::Gte, Unit::Percent, threshold, true);
        let now = verdict(&target, share(n, all), None);
        if let Some(lack) = told(&now.explanation, "не хватает") {
            let state = |more: u32| verdict(&target, share(n + more, all), None).state;
            prop_assert_eq!(state(lack), S::Achieved);
            prop_assert_eq!(state(lack - 1), S::NotAchieved);
        } else {
            prop_assert_eq!(now.state, S::Achieved);
        }
    }

    #[test]
    fn the_excess_is_the_least_that_must_go((n, all) in any_share(), threshold in 0..=10_000) {
        let target = target(Cmp::Lte, Unit::Percent, threshold, true);
        let now = verdict(&target, share(n, all), None);
        if let Some(excess) = told(&now.explanation, "больше на") {
            let state = |fewer: u32| verdict(&target, share(n - fewer, all), None).state;
            prop_assert_eq!(state(excess), S::Achieved);
            prop_assert_eq!(state(excess - 1), S::NotAchieved);
        } else {
            prop_assert_eq!(now.state, S::Achieved);
        }
    }

    #[test]
    fn the_lack_of_growth_is_the_least_that_reaches(
        (n, all) in any_share(), (was, of) in any_share(), threshold in 0..=100
    ) {
        let target = target(Cmp::IncreaseAbsGte, Unit::Percent, threshold, false);
        let state = |n| verdict(&target, share(n, all), Some(share(was, of))).state;
        let now = verdict(&target, share(n, all), Some(share(was, of)));
        let lack = told(&now.explanation, "не хватает").filter(|lack| n.checked_add(*lack).is_some());
        if let Some(lack) = lack {
            prop_assert_eq!(state(n + lack), S::Achieved);
            prop_assert_eq!(state(n + lack - 1), S::NotAchieved);
        }
    }

    #[test]
    fn printed_percents_agree_with_the_state((n, all) in any_share(), threshold in 0..=10_000) {
        let gte = target(Cmp::Gte, Unit::Percent, threshold, true);
        let now = verdict(&gte, share(n, all), None);
        let (digits, decimals) = printed(&now.explanation);
        let reads_as_reached = digits * 100 >= i128::from(threshold) * 10_i128.pow(decimals);
        prop_assert_eq!(reads_as_reached, now.state == S::Achieved, "{}", now.explanation);
    }

    #[test]
    fn a_whole_percent_is_printed_of_an_exact_one_only((n, all) in any_share()) {
        let text = percent(n, all);
        let exact = u64::from(n) * 100 % u64::from(all) == 0;
        prop_assert_eq!(text.ends_with(",0\u{a0}%"), exact, "{} of {}: {}", n, all, text);
    }

    #[test]
    fn rounding_does_not_decide(n in 0_u32..=3000, all in 1_u32..=3000, threshold in 0..=100) {
        prop_assume!(n <= all);
        let target = target(Cmp::Gte, Unit::Percent, threshold, false);
        let exact = u64::from(n) * 100 >= u64::from(threshold.unsigned_abs()) * u64::from(all);
        prop_assert_eq!(verdict(&target, share(n, all), None).state == S::Achieved, exact);
    }

    #[test]
    fn a_share_of_schools_follows_the_answer(threshold in 1..=100, yes in any::<bool>()) {
        let of_schools = target(Cmp::Gte, Unit::Percent, threshold, false);
        let state = verdict(&of_schools, Fact::Flag { value: yes }, None).state;
        prop_assert_eq!(state == S::Achieved, yes);
    }

    #[test]
    fn any_text_is_read_or_kept(text in "\\PC{0,60}", unit in proptest::sample::select(Unit::ALL)) {
        let target = parse(&text, unit);
        prop_assert_eq!(target.raw, text.trim());
        parse_by_year(&text, unit);
    }

    #[test]
    fn texts_of_targets_never_give_a_number_that_is_not_there(
        lead in proptest::sample::select(&["", "не менее ", "не более ", "от ", "до ", "на ", "в ", "+", "- ", "около "][..]),
        number in 0_u32..=200,
        tail in proptest::sample::select(&["", "%", " %", " п.п.", " чел.", " раза", " и 7", " (3)", " или более"][..]),
        unit in proptest::sample::select(Unit::ALL),
    ) {
        let target = parse(&format!("{lead}{number}{tail}"), unit);
        let scale = if target.counts_hundredths() { 100 } else { 1 };
        let factor = matches!(target.cmp, Cmp::IncreaseRelGte | Cmp::DecreaseRelGte);
        for value in [target.value, target.min, target.max, target.plus].into_iter().flatten() {
            prop_assert!(factor || value == number.cast_signed() * scale, "{target:?}");
        }
    }
}
