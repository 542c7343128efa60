//! Numbers, dates and names as they are written in Russian.

use chrono::{Datelike, NaiveDate};

/// «30.12.2024».
pub(super) fn date(date: NaiveDate) -> String {
    date.format("%d.%m.%Y").to_string()
}

/// A date or nothing.
pub(super) fn date_or_empty(value: Option<NaiveDate>) -> String {
    value.map(date).unwrap_or_default()
}

/// «01.10–31.12.2024», «до 31.12.2024», «с 01.10.2024», or nothing.
pub(super) fn window(from: Option<NaiveDate>, to: Option<NaiveDate>) -> String {
    match (from, to) {
        (Some(from), Some(to)) if from == to => date(to),
        (Some(from), Some(to)) if from.year() == to.year() => {
            format!("{}–{}", from.format("%d.%m"), date(to))
        }
        (Some(from), Some(to)) => format!("{}–\n{}", date(from), date(to)),
        (Some(from), None) => format!("с {}", date(from)),
        (None, Some(to)) => format!("до {}", date(to)),
        (None, None) => String::new(),
    }
}

/// «62,5 %» by the one rule of the program; nothing of nothing is no percentage.
pub(super) fn percent(numerator: i64, denominator: i64) -> Option<String> {
    (denominator > 0).then(|| opora_domain::target::percent(numerator, denominator))
}

/// «5 из 8 (62,5 %)».
pub(super) fn share(numerator: i64, denominator: i64) -> String {
    match percent(numerator, denominator) {
        Some(percent) => format!("{numerator}\u{a0}из\u{a0}{denominator} ({percent})"),
        None => "нет данных".to_owned(),
    }
}

/// Hundredths as «3,75», without zeros at the end.
pub(super) fn hundredths(value: i64) -> String {
    let sign = if value < 0 { "−" } else { "" };
    let (whole, part) = (value.abs() / 100, value.abs() % 100);
    match part {
        0 => format!("{sign}{whole}"),
        part if part % 10 == 0 => format!("{sign}{whole},{}", part / 10),
        part => format!("{sign}{whole},{part:02}"),
    }
}

/// «Ёлкина Елена Викторовна» as «Е. В. Ёлкина».
pub fn initials(fio: &str) -> String {
    let mut words = fio.split_whitespace();
    let surname = words.next().unwrap_or_default();
    let letters = words.filter_map(|word| word.chars().next()).map(|letter| format!("{letter}. "));
    format!("{}{surname}", letters.collect::<String>())
}

/// The first letter small, unless the word is an abbreviation.
pub(super) fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    let (Some(first), second) = (chars.next(), text.chars().nth(1)) else { return String::new() };
    if second.is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    first.to_lowercase().chain(chars).collect()
}

/// The first letter large.
pub(super) fn upper_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Cut at a word with «…» if longer than so many characters; no preposition is left before it.
pub(super) fn shorten(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most).collect();
    let mut kept = cut.rsplit_once(' ').map_or(cut.as_str(), |(kept, _)| kept);
    while let Some((rest, _)) = kept.rsplit_once(' ').filter(|(_, word)| is_bare(word)) {
        kept = rest;
    }
    format!("{}…", kept.trim_end_matches([',', ';', ' ', '(', '«', '–', '—']))
}

/// A preposition, a dash, the beginning of a bracket.
fn is_bare(word: &str) -> bool {
    let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
    letters <= 3 && !word.chars().any(|letter| letter.is_ascii_digit() || letter.is_uppercase())
}

/// Ends with a full stop if it ends with no mark.
pub(super) fn sentence(text: &str) -> String {
    let text = text.trim();
    match text.chars().last() {
        Some('.' | '!' | '?' | '…' | ';' | ':') | None => text.to_owned(),
        Some(_) => format!("{text}."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_nothing_is_no_percentage() {
        assert_eq!(percent(0, 0), None);
        assert_eq!(percent(3, 8).as_deref(), Some("37,5\u{a0}%"));
    }

    #[test]
    fn hundredths_lose_their_zeros() {
        for (value, expected) in [(375, "3,75"), (350, "3,5"), (7000, "70"), (5, "0,05"), (-120, "−1,2")] {
            assert_eq!(hundredths(value), expected);
        }
    }

    #[test]
    fn initials_stand_before_the_surname() {
        assert_eq!(initials("Ёлкина Елена Викторовна"), "Е. В. Ёлкина");
        assert_eq!(initials("Ким Ли"), "Л. Ким");
        assert_eq!(initials(""), "");
    }

    #[test]
    fn a_cut_text_ends_with_a_word_that_says_something() {
        assert_eq!(
            shorten("Повышение качества образования (в том числе)", 38),
            "Повышение качества образования…"
        );
        assert_eq!(shorten("Повышение качества", 18), "Повышение качества");
    }

    #[test]
    fn first_letter_goes_down_but_abbreviations_stay() {
        assert_eq!(lower_first("Достигнут"), "достигнут");
        assert_eq!(lower_first("ВПР по математике"), "ВПР по математике");
        assert_eq!(lower_first(""), "");
    }
}
