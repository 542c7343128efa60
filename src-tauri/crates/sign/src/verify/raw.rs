//! The signature as bytes: found and read without a PDF parser, so that no leniency of one can be played upon.

use std::ops::Range;

use memchr::memmem;

use super::Fault;
use super::lexer::{decode_hex, dictionary, is_space, skip_space, unescape};
use crate::ber;

/// What betrays a signature. One flipped byte spoils at most one of these.
const MARKS: [&[u8]; 5] =
    [b"/ByteRange", b"/ETSI.CAdES.detached", b"/adbe.pkcs7.", b"/ETSI.RFC3161", b"/TransformMethod"];
/// How many `obj` words before `/ByteRange` are tried as the head of its object.
const MAX_HEADS: usize = 16;
/// More signatures than any document of a school can have.
const MAX_SIGNATURES: usize = 16;

/// Whether the bytes carry any trace of a signature, whole or broken.
pub(crate) fn carries_signature(pdf: &[u8]) -> bool {
    MARKS.iter().any(|mark| memmem::find(pdf, mark).is_some())
}

/// A signature of a file, with the places of its parts.
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

/// Find every signature and its range, in the order of signing. Each must lie wholly behind what the one before it
/// covers: the revisions of a file follow one another.
pub(crate) fn locate(pdf: &[u8]) -> Result<Vec<Signature<'_>>, Fault> {
    let places: Vec<usize> = memmem::find_iter(pdf, b"/ByteRange").take(MAX_SIGNATURES + 1).collect();
    if places.is_empty() {
        return Err(no_range(pdf));
    }
    if places.len() > MAX_SIGNATURES {
        return Err(Fault::modified(
            "В файле больше шестнадцати подписей: такие файлы программа не разбирает.",
        ));
    }
    if !pdf.starts_with(b"%PDF-") {
        return Err(Fault::modified(
            "Начало файла повреждено: подпись внутри есть, но файл не начинается как PDF.",
        ));
    }
    let several = places.len();
    let found = places.iter().enumerate();
    let found = found.map(|(index, place)| {
        locate_one(pdf, *place)
            .map_err(|fault| if several > 1 { fault.of(index + 1, several) } else { fault })
    });
    let found = found.collect::<Result<Vec<_>, Fault>>()?;
    match found.windows(2).all(|pair| pair[1].offset >= pair[0].covered_end) {
        true => Ok(found),
        false => Err(Fault::modified(format!(
            "В файле {several} подписи, и подписанные ими части перекрывают друг друга: так бывает только при подделке."
        ))),
    }
}

fn locate_one(pdf: &[u8], place: usize) -> Result<Signature<'_>, Fault> {
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

    /// A time stamp of the whole document rather than a person's signature (PAdES B-LTA).
    pub(crate) fn is_time_stamp(&self) -> bool {
        self.name(b"SubFilter") == Some(b"ETSI.RFC3161")
    }

    /// How many keys the dictionary has.
    pub(crate) fn keys(&self) -> usize {
        self.entries.len()
    }

    /// The CMS: hex in one case throughout, then nothing but zeros. Both are outside the digest, so a change there
    /// would otherwise pass unseen.
    pub(crate) fn container(&self) -> Result<Vec<u8>, Fault> {
        let hex = &self.pdf[self.gap.start + 1..self.gap.end - 1];
        if hex.starts_with(b"3080") {
            return open_container(hex);
        }
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
            *name == b"ByteRange"
                && range.start > place
                && memmem::find(&pdf[place..range.start], b"/ByteRange") == Some(0)
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

/// A container of open length, as NSS writes it (LibreOffice, poppler): its end is where its parts end.
fn open_container(hex: &[u8]) -> Result<Vec<u8>, Fault> {
    let bytes = decode_hex(hex)
        .ok_or_else(|| Fault::modified("Сама подпись (Contents) повреждена: посторонние знаки."))?;
    let (der, length) =
        ber::first(&bytes).ok_or_else(|| Fault::modified("Сама подпись (Contents) повреждена или пуста."))?;
    match bytes[length..].iter().all(|&byte| byte == 0) {
        true => Ok(der),
        false => {
            Err(Fault::modified("Сама подпись (Contents) повреждена: после неё есть посторонние данные."))
        }
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
