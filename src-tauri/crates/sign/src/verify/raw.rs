//! The signature as bytes: found and read without a PDF parser, so that no leniency of one can be played upon.

use std::ops::Range;

use memchr::memmem;

use super::Fault;

/// What betrays a signature. One flipped byte spoils at most one of these.
const MARKS: [&[u8]; 5] =
    [b"/ByteRange", b"/ETSI.CAdES.detached", b"/adbe.pkcs7.", b"/ETSI.RFC3161", b"/TransformMethod"];
/// How many `obj` words before `/ByteRange` are tried as the head of its object.
const MAX_HEADS: usize = 16;
/// Nesting of a signature dictionary; real ones have 4.
const MAX_DEPTH: usize = 12;

/// Whether the bytes carry any trace of a signature, whole or broken.
pub(crate) fn carries_signature(pdf: &[u8]) -> bool {
    MARKS.iter().any(|mark| memmem::find(pdf, mark).is_some())
}

/// The only signature of a file, with the places of its parts.
pub(crate) struct Signature<'a> {
    pdf: &'a [u8],
    /// Object number and generation.
    pub(crate) id: (u32, u16),
    /// Where the object starts.
    pub(crate) offset: usize,
    entries: Vec<(&'a [u8], Range<usize>)>,
    /// The hex string with its angle brackets: what the signature does not cover.
    gap: Range<usize>,
    covered_end: usize,
}

/// Find the one signature and its range. Several signatures are refused: ours forbids any change after the first.
pub(crate) fn locate(pdf: &[u8]) -> Result<Signature<'_>, Fault> {
    let mut places = memmem::find_iter(pdf, b"/ByteRange");
    let Some(place) = places.next() else { return Err(no_range(pdf)) };
    let others = places.count();
    if others > 0 {
        return Err(Fault::modified(format!(
            "В файле несколько подписей ({}): после первой в документ вносились изменения. Программа признаёт одну подпись на весь файл.",
            others + 1
        )));
    }
    if !pdf.starts_with(b"%PDF-") {
        return Err(Fault::modified(
            "Начало файла повреждено: подпись внутри есть, но файл не начинается как PDF.",
        ));
    }
    let object = read_object(pdf, place).ok_or_else(|| broken_record(pdf))?;
    let range = object.entry(b"ByteRange").and_then(|at| numbers(&pdf[at]));
    let contents = object.entry(b"Contents");
    let (gap, covered_end) = check_range(pdf, range, contents)?;
    Ok(Signature { gap, covered_end, ..object })
}

fn broken_record(pdf: &[u8]) -> Fault {
    let tail = &pdf[pdf.len().saturating_sub(32)..];
    match memmem::find(tail, b"%%EOF").is_some() {
        true => Fault::modified("Запись о подписи внутри файла повреждена."),
        false => Fault::modified("Файл обрезан: нет его конца, и запись о подписи неполна."),
    }
}

fn no_range(pdf: &[u8]) -> Fault {
    if carries_signature(pdf) {
        Fault::modified("Запись о подписи внутри файла повреждена: не видно, что именно подписано.")
    } else if pdf.starts_with(b"%PDF-") {
        Fault::not_signed("В файле нет электронной подписи.")
    } else {
        Fault::not_signed("Это не файл PDF.")
    }
}

/// The four numbers must be `0 a b c`, with the gap `a..b` being exactly the string of `/Contents`.
fn check_range(
    pdf: &[u8],
    range: Option<[usize; 4]>,
    contents: Option<Range<usize>>,
) -> Result<(Range<usize>, usize), Fault> {
    let [start, gap_start, gap_end, rest] =
        range.ok_or_else(|| Fault::modified("Границы подписанной части (ByteRange) записаны неверно."))?;
    let contents =
        contents.ok_or_else(|| Fault::modified("В файле нет самой подписи (Contents): она вырезана."))?;
    if start != 0 || gap_start >= gap_end {
        return Err(Fault::modified("Границы подписанной части (ByteRange) не охватывают файл с начала."));
    }
    let end = gap_end
        .checked_add(rest)
        .ok_or_else(|| Fault::modified("Границы подписанной части (ByteRange) записаны неверно."))?;
    if end > pdf.len() {
        return Err(Fault::modified(format!(
            "Файл обрезан: не хватает {} байт из подписанных.",
            end - pdf.len()
        )));
    }
    if pdf.get(contents.start) != Some(&b'<') {
        return Err(Fault::modified("Подпись записана недопустимым образом (не шестнадцатеричной строкой)."));
    }
    if contents != (gap_start..gap_end) {
        return Err(Fault::modified(
            "Подпись охватывает не весь файл: неподписанная часть больше самой подписи.",
        ));
    }
    Ok((contents, end))
}

impl<'a> Signature<'a> {
    /// The signed bytes: before and after the gap.
    pub(crate) fn covered(&self) -> [&'a [u8]; 2] {
        [&self.pdf[..self.gap.start], &self.pdf[self.gap.end..self.covered_end]]
    }

    /// Where the signed part ends; the whole file if nothing was appended.
    pub(crate) fn covered_end(&self) -> usize {
        self.covered_end
    }

    /// How many keys the dictionary has.
    pub(crate) fn keys(&self) -> usize {
        self.entries.len()
    }

    /// The CMS: hex in one case throughout, then nothing but zeros. Both are outside the digest, so a change there
    /// would otherwise pass unseen.
    pub(crate) fn container(&self) -> Result<Vec<u8>, Fault> {
        let hex = &self.pdf[self.gap.start + 1..self.gap.end - 1];
        let length = container_length(hex)
            .ok_or_else(|| Fault::modified("Сама подпись (Contents) повреждена или пуста."))?;
        let (used, padding) = hex.split_at(2 * length);
        if !padding.iter().all(|&digit| digit == b'0') {
            return Err(Fault::modified(
                "Сама подпись (Contents) повреждена: после неё есть посторонние данные.",
            ));
        }
        decode_hex(used)
            .ok_or_else(|| Fault::modified("Сама подпись (Contents) повреждена: посторонние знаки."))
    }

    /// A string of the dictionary, decoded; `None` if absent or of another type.
    pub(crate) fn string(&self, key: &[u8]) -> Option<Vec<u8>> {
        let value = &self.pdf[self.entry(key)?];
        match value.first()? {
            b'<' if value.get(1) != Some(&b'<') => decode_hex(&value[1..value.len() - 1]),
            b'(' => Some(unescape(&value[1..value.len() - 1])),
            _ => None,
        }
    }

    /// A name of the dictionary without its slash.
    pub(crate) fn name(&self, key: &[u8]) -> Option<&'a [u8]> {
        self.pdf[self.entry(key)?].strip_prefix(b"/")
    }

    fn entry(&self, key: &[u8]) -> Option<Range<usize>> {
        self.entries.iter().find(|(name, _)| *name == key).map(|(_, range)| range.clone())
    }
}

/// The indirect object whose dictionary has `/ByteRange` at `place`.
fn read_object(pdf: &[u8], place: usize) -> Option<Signature<'_>> {
    let heads = memmem::rfind_iter(&pdf[..place], b"obj");
    heads.take(MAX_HEADS).find_map(|head| {
        let (id, offset) = object_header(pdf, head)?;
        let entries = dictionary(pdf, skip_space(pdf, head + 3), 0)?.0;
        let here = entries.iter().any(|(name, range)| {
            *name == b"ByteRange" && memmem::find(&pdf[place..range.start], b"/ByteRange") == Some(0)
        });
        let repeated = entries
            .iter()
            .enumerate()
            .any(|(i, (name, _))| entries[..i].iter().any(|(other, _)| other == name));
        (here && !repeated).then_some(Signature { pdf, id, offset, entries, gap: 0..0, covered_end: 0 })
    })
}

/// `12 0 ` before the word `obj` at `head`.
fn object_header(pdf: &[u8], head: usize) -> Option<((u32, u16), usize)> {
    let (generation, at) = number_before(pdf, head)?;
    let (number, offset) = number_before(pdf, at)?;
    Some(((u32::try_from(number).ok()?, u16::try_from(generation).ok()?), offset))
}

fn number_before(pdf: &[u8], end: usize) -> Option<(u64, usize)> {
    let spaces = pdf[..end].iter().rev().take_while(|&&byte| is_space(byte)).count();
    let end = end - spaces;
    let digits = pdf[..end].iter().rev().take_while(|byte| byte.is_ascii_digit()).take(11).count();
    let start = end - digits;
    let number = std::str::from_utf8(&pdf[start..end]).ok()?.parse().ok()?;
    (spaces > 0 || digits > 0).then_some((number, start))
}

type Entries<'a> = Vec<(&'a [u8], Range<usize>)>;

/// A dictionary at `at`: its keys with the places of their values, and the byte after it.
fn dictionary(pdf: &[u8], at: usize, depth: usize) -> Option<(Entries<'_>, usize)> {
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

fn value_end(pdf: &[u8], at: usize, depth: usize) -> Option<usize> {
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

fn regular_end(pdf: &[u8], at: usize) -> usize {
    at + pdf[at..].iter().take_while(|&&byte| !is_space(byte) && !b"()<>[]{}/%".contains(&byte)).count()
}

/// Comments are not skipped: a signature dictionary has none, and they are a place to hide things.
fn skip_space(pdf: &[u8], at: usize) -> usize {
    at + pdf.get(at..).map_or(0, |rest| rest.iter().take_while(|&&byte| is_space(byte)).count())
}

fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ')
}

/// `[0 a b c]` and nothing else: four whole numbers without signs.
fn numbers(value: &[u8]) -> Option<[usize; 4]> {
    let inside = value.strip_prefix(b"[")?.strip_suffix(b"]")?;
    let text = std::str::from_utf8(inside).ok()?;
    let parts: Option<Vec<usize>> = text
        .split_ascii_whitespace()
        .map(|part| part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse().ok()).flatten())
        .collect();
    parts?.try_into().ok()
}

fn decode_hex(hex: &[u8]) -> Option<Vec<u8>> {
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
fn unescape(literal: &[u8]) -> Vec<u8> {
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

/// Length in bytes of the DER sequence that `hex` starts with; `None` if it is not one or does not fit.
fn container_length(hex: &[u8]) -> Option<usize> {
    let head = decode_hex(hex.get(..12)?)?;
    let extra = match head[1] {
        0..=0x7f => 0,
        first @ 0x81..=0x84 => usize::from(first & 0x7f),
        _ => return None,
    };
    let body = match extra {
        0 => usize::from(head[1]),
        _ => head[2..2 + extra].iter().fold(0, |sum, &byte| sum << 8 | usize::from(byte)),
    };
    let total = body.checked_add(2 + extra)?;
    (head[0] == 0x30 && total <= hex.len() / 2).then_some(total)
}
