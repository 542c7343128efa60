//! Years inside a target: left out when they only say when, parted when each has its own target.

use std::ops::Range;

use super::lex::{Number, Token};
use super::parse_titled;
use crate::target::{Target, Unit};

/// Reads «2022 – 25 %, 2023 – 27 %»: a target for each year, in the order of the text.
/// Empty when the text is not parted by years.
pub fn parse_by_year(raw: &str, unit: Unit) -> Vec<(i32, Target)> {
    let places = years(raw);
    let Some(first) = places.first() else { return Vec::new() };
    let lead = raw[..first.at.start].trim().trim_end_matches([':', '-', '–', '—']);
    let heads = places.iter().all(|place| place.opens);
    let mut targets = Vec::new();
    for (n, place) in places.iter().enumerate() {
        let next = places.get(n + 1).map_or(raw.len(), |next| next.at.start);
        let before = n.checked_sub(1).map_or(0, |n| places[n].at.end);
        let piece = if heads { &raw[place.at.end..next] } else { &raw[before..place.at.start] };
        let piece = piece.trim_matches(|c: char| c.is_whitespace() || ",;:–—-()=".contains(c));
        if piece.is_empty() {
            return Vec::new();
        }
        let text = if heads && !lead.is_empty() { format!("{lead} {piece}") } else { piece.to_owned() };
        let target = Target { raw: text.clone(), ..parse_titled(&text, unit, "") };
        targets.extend(place.years.clone().map(|year| (year, target.clone())));
    }
    targets
}

/// Years written together, and where.
struct Place {
    years: Range<i32>,
    at: Range<usize>,
    /// A value follows: «2022 – 25 %», «2022 год: да».
    opens: bool,
}

/// Years with their «год», «г.»; a school year «2022/2023» is not one of them.
fn years(raw: &str) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    let mut from = 0;
    while let Some(place) = next_year(raw, from) {
        from = place.at.end;
        places.push(place);
    }
    let starts = places.first().is_some_and(|first| {
        let before = raw[..first.at.start].trim();
        !before.chars().any(|c| c.is_ascii_digit())
    });
    for place in &mut places {
        place.opens &= starts;
    }
    if starts || places.iter().all(|place| !place.opens) { places } else { Vec::new() }
}

fn next_year(raw: &str, from: usize) -> Option<Place> {
    let mut at = from;
    loop {
        let start = at + raw[at..].find(|c: char| c.is_ascii_digit())?;
        let digits = raw[start..].chars().take_while(char::is_ascii_digit).count();
        let end = start + digits;
        at = end;
        let Some(year) = year_of(&raw[start..end]) else { continue };
        let (last, end) = range_end(raw, end).unwrap_or((year, end));
        let rest = raw[end..].trim_start();
        if rest.starts_with('/') || last < year {
            return None;
        }
        let end = raw.len() - after_word(rest).len();
        let opens =
            raw[end..].trim_start().starts_with(|c: char| "-–—:=(≥≤><+".contains(c) || c.is_alphanumeric());
        return Some(Place { years: year..last + 1, at: start..end, opens });
    }
}

/// «2022-2024»: the second year and where it ends.
fn range_end(raw: &str, at: usize) -> Option<(i32, usize)> {
    let rest = raw[at..].trim_start();
    let rest = rest.strip_prefix(['-', '–', '—'])?.trim_start();
    let last = year_of(rest.get(..4)?)?;
    let more = &rest[4..];
    let end = raw.len() - more.len();
    (!more.starts_with(|c: char| c.is_ascii_digit())).then_some((last, end))
}

fn year_of(digits: &str) -> Option<i32> {
    let year: i32 = digits.parse().ok().filter(|_| digits.len() == 4)?;
    (1990..=2100).contains(&year).then_some(year)
}

/// The text behind «год», «г.», «гг.».
fn after_word(text: &str) -> &str {
    let letters = text.char_indices().find(|(_, c)| !c.is_alphabetic()).map_or(text.len(), |(at, _)| at);
    let word = text[..letters].to_lowercase();
    if matches!(word.as_str(), "г" | "гг" | "год" | "году" | "года" | "годы" | "годах")
    {
        text[letters..].trim_start_matches('.')
    } else {
        text
    }
}

/// The tokens without «к 2025 году», «2024 г.» and dates.
pub(super) fn without_years(tokens: Vec<Token>) -> Vec<Token> {
    let year_at = |at: usize| {
        let next = tokens.get(at + 1);
        let year = matches!(tokens[at], Token::Number(number) if is_year(number));
        let said = matches!(next, Some(Token::Word(word)) if is_year_word(word));
        let after = at > 0
            && matches!(&tokens[at - 1], Token::Word(word) if matches!(word.as_str(), "к" | "в" | "за"));
        year && (said || after)
    };
    let date = |token: &Token| matches!(token, Token::Word(word) if word.matches('.').count() == 2);
    let mut kept: Vec<Token> = Vec::new();
    let mut skip_word = false;
    for (at, token) in tokens.iter().enumerate() {
        if year_at(at) || date(token) {
            drop_preposition(&mut kept);
            skip_word = true;
            continue;
        }
        let year_word = matches!(token, Token::Word(word) if is_year_word(word));
        let mark = matches!(token, Token::Sign('.' | ',' | ':' | '-' | '='));
        if skip_word && (year_word || mark) {
            continue;
        }
        skip_word = false;
        kept.push(token.clone());
    }
    kept
}

fn drop_preposition(kept: &mut Vec<Token>) {
    let preposition = |token: &Token| matches!(token, Token::Word(word) if matches!(word.as_str(), "к" | "в" | "на" | "до" | "за" | "с" | "по"));
    if kept.last().is_some_and(preposition) {
        kept.pop();
    }
}

fn is_year(number: Number) -> bool {
    number.is_whole() && (1990..=2100).contains(&(number.hundredths / 100))
}

fn is_year_word(word: &str) -> bool {
    matches!(word, "г" | "гг" | "год" | "года" | "году" | "годы" | "годом")
}
