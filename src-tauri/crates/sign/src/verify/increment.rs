//! What was appended, read strictly from the first byte to the last: nothing may stand between the objects where one
//! reader would find an object and another would not.

use super::lexer::{dictionary, skip_space, value_end};

/// Objects appended by a person's signature are a handful.
const MAX_OBJECTS: usize = 10_000;

/// Offsets of the objects of `pdf[start..end]`, if it is nothing but objects, cross-references and their end marks.
pub(super) fn offsets(pdf: &[u8], start: usize, end: usize) -> Option<Vec<usize>> {
    let part = pdf.get(..end)?;
    let mut at = start;
    let mut found = Vec::new();
    loop {
        at = skip_comments(part, at);
        if at >= end {
            return Some(found);
        }
        at = match part[at..] {
            [b'x', b'r', b'e', b'f', ..] => table(part, at)?,
            [b's', b't', b'a', b'r', b't', ..] => start_mark(part, at)?,
            _ => {
                found.push(at);
                object(part, at)?
            }
        };
        if found.len() > MAX_OBJECTS {
            return None;
        }
    }
}

/// A second header and end marks are comments, each to the end of its line.
fn skip_comments(pdf: &[u8], mut at: usize) -> usize {
    loop {
        at = skip_space(pdf, at);
        if pdf.get(at) != Some(&b'%') {
            return at;
        }
        at += pdf[at..].iter().take_while(|&&byte| !matches!(byte, b'\r' | b'\n')).count();
    }
}

fn number(pdf: &[u8], at: usize) -> Option<(usize, usize)> {
    let count = pdf[at..].iter().take(11).take_while(|byte| byte.is_ascii_digit()).count();
    let text = std::str::from_utf8(&pdf[at..at + count]).ok()?;
    Some((text.parse().ok()?, at + count))
}

fn word(pdf: &[u8], at: usize, word: &[u8]) -> Option<usize> {
    pdf.get(at..)?.starts_with(word).then_some(at + word.len())
}

/// `12 0 obj … endobj`, with a stream whose length is stated as a number, if any.
fn object(pdf: &[u8], at: usize) -> Option<usize> {
    let (_, at) = number(pdf, at)?;
    let (_, at) = number(pdf, skip_space(pdf, at))?;
    let at = skip_space(pdf, word(pdf, skip_space(pdf, at), b"obj")?);
    let end = value_end(pdf, at, 0)?;
    let next = skip_space(pdf, end);
    let next = match word(pdf, next, b"stream") {
        Some(body) => skip_space(pdf, stream(pdf, at, body)?),
        None => next,
    };
    word(pdf, next, b"endobj")
}

fn stream(pdf: &[u8], head: usize, at: usize) -> Option<usize> {
    let (entries, _) = dictionary(pdf, head, 0)?;
    let mut lengths = entries.iter().filter(|(key, _)| *key == b"Length");
    let (_, place) = lengths.next().filter(|_| lengths.next().is_none())?;
    let (length, after) = number(pdf, place.start)?;
    let body = word(pdf, at, b"\r\n").or_else(|| word(pdf, at, b"\n"))?;
    let end = body.checked_add(length).filter(|&end| end <= pdf.len() && after == place.end)?;
    word(pdf, skip_space(pdf, end), b"endstream")
}

/// A classic table and its trailer, which must not send some readers elsewhere.
fn table(pdf: &[u8], at: usize) -> Option<usize> {
    let mut at = skip_space(pdf, word(pdf, at, b"xref")?);
    while pdf.get(at)?.is_ascii_digit() {
        let (_, after) = number(pdf, at)?;
        let (count, after) = number(pdf, skip_space(pdf, after))?;
        at = skip_space(pdf, after);
        at = skip_space(pdf, at.checked_add(count.checked_mul(20)?).filter(|&end| end <= pdf.len() + 1)?);
    }
    let at = skip_space(pdf, word(pdf, at, b"trailer")?);
    let (entries, end) = dictionary(pdf, at, 0)?;
    let hybrid = entries.iter().any(|(key, _)| *key == b"XRefStm" || *key == b"Encrypt");
    (!hybrid).then_some(end)
}

fn start_mark(pdf: &[u8], at: usize) -> Option<usize> {
    let at = skip_space(pdf, word(pdf, at, b"startxref")?);
    number(pdf, at).map(|(_, end)| end)
}
