//! What hands and programs do to a text: dashes of every length, odd spaces, Latin letters among Russian ones.

use super::numeral;

/// The text with one kind of dash and space, without invisible characters, with Russian letters where Latin ones
/// only look like them.
pub(super) fn clean(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    for c in raw.chars() {
        plain(c, &mut text);
    }
    let text = text.replace("п/г", "полугодие").replace("П/г", "полугодие").replace("П/Г", "полугодие");
    let text = digits(&text);
    let mut out = String::with_capacity(text.len());
    let mut word = String::new();
    for c in text.chars().chain(['\n']) {
        if c.is_alphabetic() || (c == '1' && roman_goes_on(&word)) {
            word.push(c);
        } else {
            out.push_str(&letters(&word));
            word.clear();
            out.push(c);
        }
    }
    out.pop();
    out
}

/// The letters «О» and «З» among digits are digits.
fn digits(text: &str) -> String {
    let all: Vec<char> = text.chars().collect();
    let digit = |at: Option<usize>| at.and_then(|at| all.get(at)).is_some_and(char::is_ascii_digit);
    let mend = |(at, c): (usize, &char)| match c {
        'О' | 'о' | 'O' | 'o' if digit(at.checked_sub(1)) && digit(at.checked_add(1)) => '0',
        'З' if digit(at.checked_sub(1)) && digit(at.checked_add(1)) => '3',
        c => *c,
    };
    all.iter().enumerate().map(mend).collect()
}

/// «IV» typed as «I1» is still a Roman number.
fn roman_goes_on(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| "IІlVXХ1".contains(c))
}

fn plain(c: char, out: &mut String) {
    match c {
        '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}' => {}
        '\u{301}' | '\u{300}' => {}
        '\u{306}' if out.ends_with(['и', 'И']) => {
            let small = out.pop() == Some('и');
            out.push(if small { 'й' } else { 'Й' });
        }
        '\u{308}' if out.ends_with(['е', 'Е']) => {}
        '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push('\n'),
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' | '~' | '÷' => {
            out.push('-')
        }
        c if c.is_whitespace() => out.push(' '),
        c if c.is_control() => {}
        c => out.push(c),
    }
}

/// A word in one alphabet.
fn letters(word: &str) -> String {
    if word.is_ascii() && word.chars().all(|c| "IVXl1".contains(c)) || numeral::looks_roman(word) {
        return word.to_owned();
    }
    let turned: Option<String> = word.chars().map(|c| if c.is_ascii() { twin(c) } else { Some(c) }).collect();
    turned.unwrap_or_else(|| word.to_owned())
}

/// The Russian letter that looks like a Latin one.
fn twin(latin: char) -> Option<char> {
    const LATIN: &str = "aceopxykmtrniuACEOPXYKMTHBI";
    const TWINS: &str = "асеорхукмтгпииАСЕОРХУКМТНВІ";
    LATIN.chars().zip(TWINS.chars()).find(|(c, _)| *c == latin).map(|(_, twin)| twin)
}
