//! Text made ready for breaking: cleaned, and glued where a line may not end.

use crate::document::Run;

/// Characters, each with its weight.
#[derive(Debug, Clone, Default)]
pub(crate) struct Text {
    /// The characters as one string.
    pub(crate) string: String,
    /// Weight of each byte of the string.
    bold: Vec<bool>,
}

const NBSP: char = '\u{a0}';

impl Text {
    /// Cleans and glues.
    pub(crate) fn new(runs: &[Run]) -> Self {
        let mut chars: Vec<(char, bool)> = Vec::new();
        for run in runs {
            run.text.chars().for_each(|c| push_clean(&mut chars, c, run.bold));
        }
        glue(&mut chars);
        let mut text = Self::default();
        for (c, bold) in chars {
            text.string.push(c);
            text.bold.resize(text.string.len(), bold);
        }
        text
    }

    /// Text of one weight.
    pub(crate) fn of(text: &str, bold: bool) -> Self {
        Self::new(&[Run { text: text.to_owned(), bold, footnote: None }])
    }

    /// Weight at a byte.
    pub(crate) fn is_bold(&self, at: usize) -> bool {
        self.bold.get(at).copied().unwrap_or(false)
    }

    /// Pieces of a byte range that have one weight each.
    pub(crate) fn runs(&self, from: usize, to: usize) -> Vec<(&str, bool)> {
        let mut pieces = Vec::new();
        let mut start = from;
        while start < to {
            let bold = self.is_bold(start);
            let end = (start..to).find(|at| self.is_bold(*at) != bold).unwrap_or(to);
            pieces.push((&self.string[start..end], bold));
            start = end;
        }
        pieces
    }
}

/// Appends a character, or what stands for it on paper; control and direction marks vanish.
fn push_clean(chars: &mut Vec<(char, bool)>, c: char, bold: bool) {
    let c = match c {
        '\t' | '\u{2000}'..='\u{200a}' | '\u{3000}' => ' ',
        '\u{202f}' => NBSP,
        '\u{2010}' => '-',
        '\u{2028}' | '\u{2029}' | '\r' => '\n',
        '\u{306}' | '\u{308}' => return compose(chars, c),
        '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}' => return,
        c if c.is_control() && c != '\n' => return,
        c => c,
    };
    let doubled = c == ' ' && matches!(chars.last(), None | Some((' ' | '\n', _)));
    if !doubled {
        chars.push((c, bold));
    }
}

/// Joins a breve or diaeresis to its letter: Mac files write «й» as two characters.
fn compose(chars: &mut [(char, bool)], mark: char) {
    let Some((last, _)) = chars.last_mut() else { return };
    *last = match (*last, mark) {
        ('и', '\u{306}') => 'й',
        ('И', '\u{306}') => 'Й',
        ('е', '\u{308}') => 'ё',
        ('Е', '\u{308}') => 'Ё',
        (other, _) => other,
    };
}

/// Turns into NBSP each space at which a line may not end.
fn glue(chars: &mut [(char, bool)]) {
    for i in 0..chars.len() {
        if chars[i].0 == ' ' && sticks(&token_before(chars, i), &token_after(chars, i)) {
            chars[i].0 = NBSP;
        }
    }
}

fn token_before(chars: &[(char, bool)], i: usize) -> String {
    let start = chars[..i].iter().rposition(|(c, _)| c.is_whitespace()).map_or(0, |p| p + 1);
    chars[start..i].iter().map(|(c, _)| *c).collect()
}

fn token_after(chars: &[(char, bool)], i: usize) -> String {
    chars[i + 1..].iter().map(|(c, _)| *c).take_while(|c| !c.is_whitespace()).collect()
}

fn sticks(before: &str, after: &str) -> bool {
    let before = before.trim_start_matches(['«', '(', '„']);
    let first = after.chars().next().unwrap_or(' ');
    matches!(first, '—' | '–' | '%' | '₽')
        || (before == "—" && first.is_ascii_digit())
        || before == "№"
        || is_initial(before)
        || (is_initial(after) && before.chars().next().is_some_and(char::is_uppercase))
        || (is_number(before) && is_counted(after))
        || (matches!(before, "от" | "до" | "по") && is_date(after))
        || (before == "п." && after.starts_with("п."))
        || (before.chars().count() == 1 && before.chars().all(char::is_lowercase))
}

/// «Е.»: a capital letter with a full stop.
fn is_initial(token: &str) -> bool {
    let token = token.trim_end_matches([',', ';', ')']);
    let mut chars = token.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next() == Some('.') && chars.next().is_none()
}

/// A noun or a unit, not «из» or «от».
fn is_counted(token: &str) -> bool {
    let lower = token.chars().next().is_some_and(char::is_lowercase);
    lower && (token.contains('.') || token.chars().count() >= 3)
}

/// «05.05.2022», perhaps with a mark after it.
fn is_date(token: &str) -> bool {
    let day = token.trim_end_matches([',', ';', ')', '.']);
    day.len() == 10 && day.split('.').map(str::len).eq([2, 2, 4]) && !day.contains(char::is_alphabetic)
}

/// Digits up to five characters, or a Roman number.
fn is_number(token: &str) -> bool {
    let arabic = token.chars().all(|c| c.is_ascii_digit() || c == ',' || c == '-' || c == '–');
    let roman = token.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    !token.is_empty() && token.chars().count() <= 5 && (arabic || roman)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_where_a_line_may_not_end_are_glued() {
        for (plain, glued) in [
            ("директор Е. В. Ёлкина", "директор Е.~В.~Ёлкина"),
            ("Ёлкина Е. В.", "Ёлкина~Е.~В."),
            ("приказ № 5 от", "приказ №~5 от"),
            ("в 2024 г. и 70 % школ", "в~2024~г. и~70~% школ"),
            ("IV квартал", "IV~квартал"),
            ("итог — да", "итог~— да"),
            ("приказ от 05.05.2022, копия", "приказ от~05.05.2022, копия"),
            ("парных — 2", "парных~—~2"),
        ] {
            assert_eq!(Text::of(plain, false).string.replace(NBSP, "~"), glued);
        }
    }

    #[test]
    fn hidden_characters_do_not_reach_paper() {
        assert_eq!(Text::of("и\u{306}од\u{202e}\u{7}  а\u{ad}б", false).string, "йод аб");
    }
}
