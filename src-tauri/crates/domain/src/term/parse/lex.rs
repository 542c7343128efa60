//! From clean text to meanings: words, numbers, dates and signs.

use super::lexicon::{T, glued, is_word, meaning};
use super::notes::Notes;
use super::numeral;
use crate::term::TimeUnit;
use chrono::NaiveDate;

/// A meaning and where it stands in the clean text.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) is: T,
    /// In small letters, «ё» as «е».
    pub(super) low: String,
    /// Byte range of the clean text.
    pub(super) at: (usize, usize),
}

/// Years that a plan may name.
pub(super) fn is_year(year: u32) -> bool {
    (1990..=2100).contains(&year)
}

/// The tokens; dots and quotes carry no meaning of their own.
pub(super) fn lex(text: &str, notes: &mut Notes) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let (is, len) = if c.is_ascii_digit() {
            number(&text[at..])
        } else if c.is_alphabetic() {
            word(&text[at..], notes)
        } else {
            (sign(c), c.len_utf8())
        };
        let parts = c != '\n' || tokens.last().is_some_and(|last: &Token| parts(last.is, &text[at..]));
        if let Some(is) = is.filter(|_| parts) {
            let low = text[at..at + len].to_lowercase().replace('ё', "е");
            tokens.push(Token { is, low, at: (at, at + len) });
        }
        at += len;
    }
    before_year(&mut tokens);
    tokens
}

/// «у.г.» is a school year, «т.г.» the current year, «пол года» a half-year.
fn before_year(tokens: &mut Vec<Token>) {
    for at in (1..tokens.len()).rev() {
        if tokens[at].is != T::Unit(TimeUnit::Year) {
            continue;
        }
        match tokens[at - 1].low.as_str() {
            "у" => tokens[at - 1].is = T::School,
            "т" => tokens[at - 1].is = T::Current,
            "пол" => {
                tokens[at].is = T::Unit(TimeUnit::HalfYear);
                tokens.remove(at - 1);
            }
            _ => {}
        }
    }
}

/// Whether the end of a line parts what it stands between: a line may also end within «1 раз в год».
fn parts(last: T, tail: &str) -> bool {
    let mut next = tail.trim_start().chars();
    let is_year = matches!(
        last,
        T::Date(_) | T::DayMonth(..) | T::MonthYear(..) | T::Num(_, 4) | T::Unit(TimeUnit::Year)
    );
    match (next.next(), next.next()) {
        (Some(first), _) if first.is_ascii_digit() => is_year,
        (Some(first), Some(second)) => {
            let is_sign = matches!(last, T::Comma | T::Semicolon | T::Dash | T::Open | T::And);
            first.is_uppercase() && second.is_lowercase() && !is_sign
        }
        _ => false,
    }
}

fn sign(c: char) -> Option<T> {
    Some(match c {
        '-' => T::Dash,
        ',' | '\n' | '+' | '&' => T::Comma,
        ';' => T::Semicolon,
        '/' | '\\' => T::Slash,
        '(' | '[' | '{' => T::Open,
        ')' | ']' | '}' => T::Close,
        ' ' | '.' | ':' | '«' | '»' | '"' | '\'' | '“' | '”' | '„' | '…' | '*' | '!' | '•' | '_' | '’' =>
        {
            return None;
        }
        _ => T::Unknown,
    })
}

fn word(text: &str, notes: &mut Notes) -> (Option<T>, usize) {
    let goes_on = |c: char| c.is_alphabetic() || c == '1';
    let all = text.find(|c| !goes_on(c)).unwrap_or(text.len());
    let letters = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let len = if numeral::looks_roman(&text[..all]) { all } else { letters };
    let (len, more) = if numeral::looks_roman(&text[..len]) {
        (len, ending(&text[len..]))
    } else {
        (parted(&text[..len]), 0)
    };
    let word = &text[..len];
    let low = word.to_lowercase().replace('ё', "е");
    if !is_word(&low)
        && let Some(first) = glued(&low)
    {
        return (Some(meaning(&word[..first], &low[..first]).0), first);
    }
    let (is, slip_of) = meaning(word, &low);
    if let Some(right) = slip_of.filter(|right| !is_inflection(word, right)) {
        notes.tell(format!("Опечатка: «{word}» прочитано как «{right}»."));
    }
    (Some(is), len + more)
}

/// Where «плануВШК» and «IIIкв» come apart.
fn parted(word: &str) -> usize {
    let roman = word.find(|c| !"IІVX".contains(c)).unwrap_or(0);
    if roman > 0 && is_word(&word[roman..].to_lowercase()) {
        return roman;
    }
    let small = |(at, c): (usize, char)| {
        c.is_lowercase().then(|| at + c.len_utf8()).filter(|end| word[*end..].starts_with(char::is_uppercase))
    };
    word.char_indices().find_map(small).unwrap_or(word.len())
}

/// Another case of a known word is no slip.
fn is_inflection(word: &str, right: &str) -> bool {
    let count = word.chars().count();
    let stem: String = word.chars().take(count.saturating_sub(2)).collect();
    count > 8 && right.starts_with(&stem.to_lowercase())
}

fn number(text: &str) -> (Option<T>, usize) {
    if let Some((date, len)) = date(text) {
        return (Some(date), len);
    }
    let len = digits(text);
    let minutes = text[len..]
        .strip_prefix(':')
        .or_else(|| text[len..].strip_prefix("-").filter(|t| t.starts_with("00")));
    if minutes.is_some_and(|tail| digits(tail) == 2) && len <= 2 {
        return (Some(T::Clock), len + 3);
    }
    if let Some((roman, len)) = roman_with_digits(text) {
        return (Some(T::Roman(roman)), len);
    }
    let value = text[..len].parse().unwrap_or(u32::MAX);
    let width = u8::try_from(len).unwrap_or(u8::MAX);
    (Some(T::Num(value, width)), len + ending(&text[len..]))
}

/// «1V», «1І»: a Roman number begun with a digit.
fn roman_with_digits(text: &str) -> Option<(u8, usize)> {
    let len = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    let word = &text[..len];
    let mixed = numeral::looks_roman(word) || word.ends_with('У');
    mixed.then(|| numeral::roman(word).map(|n| (n, len))).flatten()
}

/// Length of «-е», «-й», «ое» after digits.
fn ending(text: &str) -> usize {
    let (hyphen, rest) = text.strip_prefix('-').map_or((0, text), |rest| (1, rest));
    let len = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    if numeral::is_ending(&rest[..len].to_lowercase()) { hyphen + len } else { 0 }
}

fn digits(text: &str) -> usize {
    text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len())
}

/// Numbers with one kind of sign between them: up to three, and the length of all.
fn chain(text: &str, sign: char) -> (Vec<(u32, usize)>, usize) {
    let mut parts = Vec::new();
    let (mut at, mut end) = (0, 0);
    while parts.len() < 4 {
        let len = digits(&text[at..]);
        if len == 0 || len > 4 {
            break;
        }
        parts.push((text[at..at + len].parse().unwrap_or(0), len));
        end = at + len;
        let after = &text[end..];
        let Some(rest) = after.trim_start_matches(' ').strip_prefix(sign) else { break };
        let spaces = if parts.len() < 3 { rest.len() - rest.trim_start_matches(' ').len() } else { 0 };
        at = text.len() - rest.len() + spaces;
    }
    (parts, end)
}

/// A date, a day with a month or a month with a year, written in digits.
fn date(text: &str) -> Option<(T, usize)> {
    for sign in ['.', '/', ',', '-'] {
        let (parts, len) = chain(text, sign);
        let found = match *parts.as_slice() {
            [(y, 4), (m, 2), (d, 2)] if sign == '-' => Some(full(y, m, d)),
            [(d, 1 | 2), (m, 1 | 2), (y, 4)] => Some(full(y, m, d)),
            [(d, 1 | 2), (m, 1 | 2), (y, 2)] if sign == '.' || sign == '/' => Some(full(2000 + y, m, d)),
            [(_, 1 | 2), (_, 1 | 2), (_, 3)] if sign == '.' => Some(T::BadDate),
            [(m, 1 | 2), (y, 4)] if sign == '.' && is_year(y) => Some(month_of(m, y)),
            [(_, 1 | 2), (0 | 30, 2)] if sign == '.' && !text[..len].contains(' ') => Some(T::Clock),
            [(d, 1 | 2), (m, 2)] if sign == '.' && !text[..len].contains(' ') => Some(day_of(d, m)),
            _ => None,
        };
        if let Some(found) = found {
            return Some((found, len));
        }
    }
    None
}

fn full(year: u32, month: u32, day: u32) -> T {
    let date = i32::try_from(year).ok().and_then(|year| NaiveDate::from_ymd_opt(year, month, day));
    date.filter(|_| is_year(year)).map_or(T::BadDate, T::Date)
}

fn month_of(month: u32, year: u32) -> T {
    match (u8::try_from(month), i32::try_from(year)) {
        (Ok(month @ 1..=12), Ok(year)) => T::MonthYear(month, year),
        _ => T::BadDate,
    }
}

fn day_of(day: u32, month: u32) -> T {
    let exists = NaiveDate::from_ymd_opt(2024, month, day).is_some();
    match (u8::try_from(day), u8::try_from(month)) {
        (Ok(day), Ok(month)) if exists => T::DayMonth(day, month),
        _ => T::BadDate,
    }
}
