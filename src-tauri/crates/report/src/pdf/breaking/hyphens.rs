//! Where a Russian word may be divided.

use hypher::{Lang, hyphenate_bounded};

/// Letters before a hyphen and after it.
const BEFORE: usize = 2;
const AFTER: usize = 3;
/// Letters of the shortest word that is divided.
const SHORTEST: usize = 6;

/// Bytes of a word after which a hyphen may be put.
pub(super) fn points(word: &str) -> Vec<usize> {
    let mut points = Vec::new();
    let mut start = 0;
    for part in word.split_inclusive(|c: char| !c.is_alphabetic()) {
        let letters = part.trim_end_matches(|c: char| !c.is_alphabetic());
        if is_divisible(letters) {
            points.extend(within(letters).into_iter().map(|at| start + at));
        }
        start += part.len();
    }
    points
}

/// A Russian word that is not an abbreviation.
fn is_divisible(word: &str) -> bool {
    word.len() >= SHORTEST * 2
        && word.chars().all(|c| matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё'))
        && !word.chars().skip(1).any(char::is_uppercase)
}

fn within(word: &str) -> Vec<usize> {
    let mut at = 0;
    let mut points = Vec::new();
    for syllable in hyphenate_bounded(word, Lang::Russian, BEFORE, AFTER) {
        at += syllable.len();
        points.push(at);
    }
    points.retain(|at| allowed(&word[..*at], &word[*at..]));
    points
}

/// Neither part is without a vowel, and «ь», «ъ», «ы», «й» do not begin a line.
fn allowed(before: &str, after: &str) -> bool {
    has_vowel(before) && has_vowel(after) && !after.starts_with(['ь', 'ъ', 'ы', 'й'])
}

fn has_vowel(part: &str) -> bool {
    part.chars().any(|c| "аеёиоуыэюяАЕЁИОУЫЭЮЯ".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn divided(word: &str) -> String {
        let points = points(word);
        word.char_indices()
            .map(|(i, c)| if points.contains(&i) { format!("-{c}") } else { c.to_string() })
            .collect()
    }

    #[test]
    fn words_are_divided_by_syllables_and_abbreviations_are_not() {
        for (word, hyphens) in [
            ("самодиагностика", "са-мо-ди-а-гно-стика"),
            ("ШППКО", "ШППКО"),
            ("МБОУ", "МБОУ"),
            ("школа", "школа"),
            ("Windows", "Windows"),
            ("съезд,", "съезд,"),
        ] {
            assert_eq!(divided(word), hyphens);
        }
    }

    #[test]
    fn no_part_is_without_a_vowel() {
        for word in ["взгляд", "страна", "всплеск", "отдельность", "представительств", "педагогический"]
        {
            let mut from = 0;
            for at in points(word).into_iter().chain([word.len()]) {
                assert!(has_vowel(&word[from..at]), "{word}: {}", &word[from..at]);
                from = at;
            }
        }
    }
}
