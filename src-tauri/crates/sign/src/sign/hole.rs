//! The hole of the last signature: the hex of `/Contents`, the only bytes it does not cover.

use std::ops::Range;

use memchr::{memchr, memmem};

use crate::SignError;
use crate::certificate::hex_lower;

/// As wide as any offset in a file of [`MAX_PDF_BYTES`](crate::MAX_PDF_BYTES) can be.
pub(super) const OFFSET: i64 = 9_999_999_999;

/// No string of a PDF/A file is longer (ISO 19005-3, 6.1.13), a signature with its zeros included.
const LONGEST_STRING: usize = 32_767;

/// Room in a hole, in bytes, for the CMS and a time stamp (about 5 000 with its certificates).
pub(super) fn room(own_certificates: usize) -> usize {
    LONGEST_STRING.min(8192 + own_certificates)
}

/// Room for what another program makes: a qualified chain, its time stamp, revocation answers.
pub(crate) const EXTERNAL_ROOM: usize = LONGEST_STRING;

/// Where the last signature of a file leaves room.
pub(crate) struct Hole {
    /// From `<` to the byte after `>`.
    gap: Range<usize>,
}

impl Hole {
    /// Write the final `/ByteRange` into bytes whose part from `appended_at` was just made with a hole of `room`.
    /// Only that part is searched: the report's own bytes may hold anything.
    pub(super) fn carve(pdf: &mut [u8], appended_at: usize, room: usize) -> Option<Hole> {
        let numbers = format!("[0 {OFFSET} {OFFSET} {OFFSET}]");
        let at = find_from(pdf, appended_at, numbers.as_bytes())?;
        let hex = format!("<{}>", "00".repeat(room));
        let start = find_from(pdf, appended_at, hex.as_bytes())?;
        let gap = start..start + hex.len();
        let real = format!("[0 {} {} {}", gap.start, gap.end, pdf.len() - gap.end);
        let padded = format!("{real:<width$}]", width = numbers.len() - 1);
        pdf[at..at + numbers.len()].copy_from_slice(padded.as_bytes());
        Some(Hole { gap })
    }

    /// The hole of the last signature, which must cover the file from its first byte to its last.
    pub(crate) fn last(pdf: &[u8]) -> Option<Hole> {
        const KEY: &[u8] = b"/ByteRange";
        let value = pdf[memmem::rfind(pdf, KEY)? + KEY.len()..].trim_ascii_start().strip_prefix(b"[")?;
        let text = std::str::from_utf8(&value[..memchr(b']', value)?]).ok()?;
        let numbers: Option<Vec<usize>> =
            text.split_ascii_whitespace().map(|part| part.parse().ok()).collect();
        let [0, start, end, rest] = numbers?[..] else { return None };
        let whole = end.checked_add(rest) == Some(pdf.len()) && start + 1 < end;
        let hex = pdf.get(start..end).filter(|_| whole)?.strip_prefix(b"<")?.strip_suffix(b">")?;
        let even = hex.len().is_multiple_of(2) && hex.iter().all(u8::is_ascii_hexdigit);
        even.then_some(Hole { gap: start..end })
    }

    /// The hole of a prepared document: nothing but zeros.
    pub(crate) fn empty(prepared: &[u8]) -> Result<Hole, SignError> {
        let hole = Hole::last(prepared).ok_or(SignError::NotPrepared)?;
        let mut digits = prepared[hole.gap.start + 1..hole.gap.end - 1].iter();
        match digits.all(|&digit| digit == b'0') {
            true => Ok(hole),
            false => Err(SignError::NotPrepared),
        }
    }

    /// What the signature covers.
    pub(crate) fn covered<'a>(&self, pdf: &'a [u8]) -> [&'a [u8]; 2] {
        [&pdf[..self.gap.start], &pdf[self.gap.end..]]
    }

    /// The bytes that stand in the hole, the zeros after the CMS included.
    pub(crate) fn content(&self, pdf: &[u8]) -> Option<Vec<u8>> {
        let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|value| u8::try_from(value).ok());
        let hex = &pdf[self.gap.start + 1..self.gap.end - 1];
        hex.chunks_exact(2).map(|pair| Some(digit(pair[0])? << 4 | digit(pair[1])?)).collect()
    }

    /// Put the CMS in, with zeros behind it.
    pub(crate) fn fill(&self, pdf: &mut [u8], cms: &[u8]) -> Result<(), SignError> {
        let hole = &mut pdf[self.gap.start + 1..self.gap.end - 1];
        let room = hole.len() / 2;
        if cms.len() > room {
            return Err(SignError::TooLong(cms.len(), room));
        }
        hole.fill(b'0');
        hole[..cms.len() * 2].copy_from_slice(hex_lower(cms).as_bytes());
        Ok(())
    }

    /// The first and the last byte of the gap, as `/ByteRange` has them.
    pub(crate) fn bounds(&self) -> (usize, usize) {
        (self.gap.start, self.gap.end)
    }
}

fn find_from(bytes: &[u8], from: usize, what: &[u8]) -> Option<usize> {
    memmem::find(bytes.get(from..)?, what).map(|at| from + at)
}
