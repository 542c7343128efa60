//! Whatever is typed, the reading is whole: no panic, no date that goes backwards, the words kept.
#![allow(clippy::unwrap_used)]

use crate::common::date;
use opora_domain::period::Period;
use opora_domain::term::{Segment, expand, parse};
use proptest::prelude::*;

const WORDS: [&str; 60] = [
    "май",
    "сентябрь",
    "декабря",
    "2024",
    "2025",
    "2022-2025",
    "2024-2025 уч. год",
    "ежегодно",
    "ежемесячно",
    "1",
    "15",
    "31",
    "до",
    "с",
    "по",
    "не позднее",
    "конец",
    "начало",
    "квартал",
    "IV",
    "II",
    "полугодие",
    "четверть",
    "в течение",
    "года",
    "учебного года",
    "раз",
    "2 раза в год",
    "раз в",
    "каждый",
    "вторник",
    "далее",
    "постоянно",
    "весь период",
    "01.09.24",
    "31.05.2025",
    "09.2024",
    "01.09",
    ";",
    ",",
    "-",
    "–",
    "(",
    ")",
    ".",
    "/",
    "и",
    "после утверждения",
    "по плану",
    "по мере",
    "по запросу",
    "зима",
    "каникулы",
    "кроме",
    "декада",
    "не реже",
    "числа",
    "недели",
    "входной",
    "мониторинг",
];

fn periods() -> impl Strategy<Value = Period> {
    let ends = [("2022-01-01", Some("2025-12-31")), ("2020-09-01", Some("2022-12-30")), ("2024-02-29", None)];
    prop::sample::select(ends.to_vec()).prop_map(|(from, to)| Period { from: date(from), to: to.map(date) })
}

fn check(text: &str, period: Period) {
    let term = parse(text, period);
    assert_eq!(term.raw, text);
    assert!(!term.segments.is_empty(), "{text:?} gives nothing");
    assert!(!term.ambiguous || term.note.is_some(), "{text:?} is asked about without a word");
    for segment in &term.segments {
        match segment {
            Segment::Window { from, to, .. } => assert!(from <= to, "{text:?}"),
            Segment::Yearly { months, years, days, .. } => {
                assert!(!months.is_empty() && years.is_sorted_by(|a, b| a < b), "{text:?}");
                assert!(days.is_empty() || days.len() == months.len(), "{text:?}");
            }
            _ => {}
        }
    }
    for occurrence in expand(&term, period) {
        assert!(occurrence.from <= occurrence.to, "{text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_characters(text in "\\PC{0,80}", period in periods()) {
        check(&text, period);
    }

    #[test]
    fn letters_of_terms(text in "[а-яА-ЯёIVXaceopx0-9 .,;:()/№«»\\-–\n\u{a0}]{0,60}", period in periods()) {
        check(&text, period);
    }

    #[test]
    fn words_of_terms_in_any_order(words in prop::collection::vec(prop::sample::select(WORDS.to_vec()), 1..9), period in periods()) {
        check(&words.join(" "), period);
        check(&words.concat(), period);
    }

    #[test]
    fn a_good_text_with_a_letter_changed(row in 0_usize..1000, at in 0_usize..80, letter in any::<char>(), period in periods()) {
        let rows: Vec<&str> = include_str!("fixtures/term_texts.txt").lines().filter(|line| !line.starts_with('#')).collect();
        let text = rows[row % rows.len()].split(" | ").nth(1).unwrap();
        let mut letters: Vec<char> = text.chars().collect();
        let at = at % letters.len().max(1);
        letters.splice(at..(at + 1).min(letters.len()), [letter]);
        check(&letters.into_iter().collect::<String>(), period);
    }
}

#[test]
fn a_huge_text_is_not_read() {
    let period = Period { from: date("2022-01-01"), to: Some(date("2025-12-31")) };
    let term = parse(&"май 2024; ".repeat(100_000), period);
    assert_eq!(term.segments, [Segment::Unspecified]);
    assert!(term.ambiguous && term.note.unwrap().contains("длиннее"));
    check(&"май 2024, ".repeat(99), period);
    check(&"(".repeat(1000), period);
    check(&"1-".repeat(500), period);
    check(&"ю".repeat(1000), period);
}
