//! The few words of PDF syntax that are read without a PDF parser.

use std::ops::Range;

/// Nesting of a signature dictionary; real ones have 4.
const MAX_DEPTH: usize = 12;

pub(super) type Entries<'a> = Vec<(&'a [u8], Range<usize>)>;

/// A dictionary at `at`: its keys with the places of their values, and the byte after it.
pub(super) fn dictionary(pdf: &[u8], at: usize, depth: usize) -> Option<(Entries<'_>, usize)> {
    if depth > MAX_DEPTH || !pdf[at..].starts_with(b"<<") {
        return None;
    }
    let mut entries = Vec::new();
    let mut at = skip_space(pdf, at + 2);
    while !pdf[at..].starts_with(b">>") {
        let key_end = regular_end(pdf, at.checked_add(1).filter(|_| pdf.get(at) == Some(&b'/'))?);
        let key = &pdf[at + 1..key_end];
        let start = skip_space(pdf, key_end);
        let end = value_end(pdf, start, depth)?;
        // An escaped name could hide a second /Contents from a reader that does not unescape it.
        if key.is_empty() || key.contains(&b'#') {
            return None;
        }
        entries.push((key, start..end));
        at = skip_space(pdf, end);
    }
    Some((entries, at + 2))
}

pub(super) fn value_end(pdf: &[u8], at: usize, depth: usize) -> Option<usize> {
    match pdf.get(at)? {
        b'<' if pdf.get(at + 1) == Some(&b'<') => dictionary(pdf, at, depth + 1).map(|(_, end)| end),
        b'<' => memchr::memchr(b'>', &pdf[at..]).map(|end| at + end + 1),
        b'(' => literal_end(pdf, at),
        b'[' => array_end(pdf, at, depth + 1),
        b'/' => Some(regular_end(pdf, at + 1)),
        byte if byte.is_ascii_digit() => Some(reference_end(pdf, at).unwrap_or_else(|| regular_end(pdf, at))),
        _ => Some(regular_end(pdf, at)).filter(|&end| end > at),
    }
}

fn array_end(pdf: &[u8], at: usize, depth: usize) -> Option<usize> {
    if depth > MAX_DEPTH {
        return None;
    }
    let mut at = skip_space(pdf, at + 1);
    while pdf.get(at)? != &b']' {
        at = skip_space(pdf, value_end(pdf, at, depth)?);
    }
    Some(at + 1)
}

/// `12 0 R`, if that is what stands here.
fn reference_end(pdf: &[u8], at: usize) -> Option<usize> {
    let digits_end = |from: usize| from + pdf[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let generation = skip_space(pdf, digits_end(at));
    let word = skip_space(pdf, digits_end(generation));
    let end = word + 1;
    (generation > at && word > generation && pdf.get(word) == Some(&b'R') && regular_end(pdf, word) == end)
        .then_some(end)
}

fn literal_end(pdf: &[u8], at: usize) -> Option<usize> {
    let mut depth = 0;
    let mut escaped = false;
    for (index, &byte) in pdf.iter().enumerate().skip(at) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'(' => depth += 1,
            b')' if depth == 1 => return Some(index + 1),
            b')' => depth -= 1,
            _ => {}
        }
    }
    None
}

pub(super) fn regular_end(pdf: &[u8], at: usize) -> usize {
    at + pdf[at..].iter().take_while(|&&byte| !is_space(byte) && !b"()<>[]{}/%".contains(&byte)).count()
}

/// Comments are not skipped: a signature dictionary has none, and they are a place to hide things.
pub(super) fn skip_space(pdf: &[u8], at: usize) -> usize {
    at + pdf.get(at..).map_or(0, |rest| rest.iter().take_while(|&&byte| is_space(byte)).count())
}

pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ')
}

pub(super) fn decode_hex(hex: &[u8]) -> Option<Vec<u8>> {
    let lower = hex.iter().any(u8::is_ascii_lowercase);
    let upper = hex.iter().any(u8::is_ascii_uppercase);
    if !hex.len().is_multiple_of(2) || (lower && upper) {
        return None;
    }
    hex.chunks_exact(2).map(|pair| Some(nibble(pair[0])? << 4 | nibble(pair[1])?)).collect()
}

fn nibble(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

/// A literal string without its parentheses: escapes, octal codes and continued lines resolved.
pub(super) fn unescape(literal: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(literal.len());
    let mut rest = literal;
    while let Some((&byte, tail)) = rest.split_first() {
        rest = tail;
        match (byte, tail) {
            (b'\\', [b'0'..=b'7', ..]) => {
                let count = tail.iter().take(3).take_while(|digit| matches!(digit, b'0'..=b'7')).count();
                out.push(
                    tail[..count]
                        .iter()
                        .fold(0, |sum: u8, digit| sum.wrapping_mul(8).wrapping_add(digit - b'0')),
                );
                rest = &tail[count..];
            }
            (b'\\', [b'\r', b'\n', after @ ..] | [b'\r' | b'\n', after @ ..]) => rest = after,
            (b'\\', [escaped, after @ ..]) => {
                out.push(control(*escaped));
                rest = after;
            }
            _ => out.push(byte),
        }
    }
    out
}

fn control(escaped: u8) -> u8 {
    match escaped {
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        b'b' => 0x08,
        b'f' => 0x0c,
        other => other,
    }
}
