//! What hands and programs do to a text: dashes of every length, odd spaces, Latin letters among Russian ones.

use super::{lexicon, numeral};

/// The text with one kind of dash and space, without invisible characters, with Russian letters where Latin ones
/// only look like them.
pub(super) fn clean(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    for c in raw.chars() {
        plain(c, &mut text);
    }
    let text = text.replace("п/г", "полугодие").replace("П/г", "полугодие").replace("П/Г", "полугодие");
    let text = digits(&bars(&dashes(&text)));
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

/// A dash at the end of a line cuts a word or joins two; lines that begin with dashes are a list.
fn dashes(text: &str) -> String {
    let is_list = text.trim_start().starts_with('-');
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('-') {
        let (before, tail) = rest.split_at(at);
        let after = tail.trim_start_matches(['-', ' ', '\n']);
        let broken = tail[..tail.len() - after.len()].contains('\n');
        let begins_line = before.trim_end_matches(' ').ends_with('\n');
        out.push_str(if begins_line && !is_list { before.trim_end() } else { before });
        let cut = broken && is_cut(&out, after);
        out.push_str(match (cut, broken, begins_line) {
            (true, ..) => "",
            (_, true, _) | (.., true) => " - ",
            _ if tail.starts_with("--") => "-",
            _ => &tail[..tail.len() - after.len()],
        });
        rest = after;
    }
    out + rest
}

/// Whether the last letters of one text and the first of another are one word.
fn is_cut(before: &str, after: &str) -> bool {
    let head = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let tail = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    !head.is_empty()
        && !tail.is_empty()
        && lexicon::is_word(&letters(&format!("{head}{tail}")).to_lowercase())
}

/// «|| квартал», «ll квартал»: strokes before a unit are a Roman number.
fn bars(text: &str) -> String {
    const UNITS: [&str; 5] = ["кв", "полу", "чет", "три", "дек"];
    let is_bar = |c: char| matches!(c, '|' | 'l' | 'L');
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(is_bar) {
        let (before, tail) = rest.split_at(at);
        let after = tail.trim_start_matches(is_bar);
        let low: String = after.trim_start().chars().take(4).collect::<String>().to_lowercase();
        let bars = &tail[..tail.len() - after.len()];
        let alone =
            !before.ends_with(char::is_alphanumeric) && UNITS.iter().any(|unit| low.starts_with(unit));
        out.push_str(before);
        out.push_str(&if alone { "I".repeat(bars.len()) } else { bars.to_owned() });
        rest = after;
    }
    out + rest
}

/// The letters «О» and «З» among digits are digits.
fn digits(text: &str) -> String {
    let all: Vec<char> = text.chars().collect();
    let is = |at: Option<usize>, test: fn(&char) -> bool| at.and_then(|at| all.get(at)).is_none_or(test);
    let digit = |at: usize| all.get(at).is_some_and(char::is_ascii_digit);
    let open = |c: &char| c.is_ascii_digit() || !c.is_alphanumeric();
    let mend = |(at, c): (usize, &char)| {
        let (before, after) = (at.checked_sub(1), Some(at + 1));
        let beside = before.is_some_and(digit) || digit(at + 1);
        let alone = is(before, open) && is(after, open);
        match c {
            'О' | 'о' | 'O' | 'o' if beside && alone => '0',
            'З' if beside && alone => '3',
            'l' | 'L' | '|' if is(before, open) && digit(at + 1) => '1',
            c => *c,
        }
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
        '\u{2160}'..='\u{216b}' | '\u{2170}'..='\u{217b}' => out.push_str(numeral::of_sign(c)),
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
