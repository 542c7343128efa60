//! Small PDF matters shared by signing and verifying: opening, dates, strings.

use std::panic::{AssertUnwindSafe, catch_unwind};

use chrono::{DateTime, FixedOffset, NaiveDate, Offset, TimeZone};
use lopdf::{Document, LoadOptions, Object, StringFormat};

use crate::MAX_PDF_BYTES;

/// What all streams together may inflate to while a file is opened, in bytes; each gets its share within the limits
/// below, far above the needs of any report and far below harm.
const MAX_INFLATED_BYTES: usize = 256 * 1024 * 1024;
const MIN_STREAM_BYTES: usize = 256 * 1024;
const MAX_STREAM_BYTES: usize = 16 * 1024 * 1024;
/// A file of more streams is not opened.
const MAX_STREAMS: usize = 100_000;

/// Open a PDF as written, repairing nothing: a repaired file is not the file that was signed.
pub(crate) fn open(pdf: &[u8]) -> Option<Document> {
    if pdf.len() > MAX_PDF_BYTES {
        return None;
    }
    let streams = memchr::memmem::find_iter(pdf, b"endstream").count();
    if streams > MAX_STREAMS {
        return None;
    }
    let share = (MAX_INFLATED_BYTES / streams.max(1)).clamp(MIN_STREAM_BYTES, MAX_STREAM_BYTES);
    let options = LoadOptions { strict: true, max_decompressed_size: Some(share), ..LoadOptions::default() };
    // A stranger chooses these bytes and the parser is not ours: its panic must be a verdict, not a crash.
    let loaded = catch_unwind(AssertUnwindSafe(|| Document::load_mem_with_options(pdf, options)));
    loaded.ok()?.ok().filter(|document| !document.is_encrypted() && document.xref_recovery.is_none())
}

/// `D:20261122101500+07'00'`.
pub(crate) fn date(moment: &DateTime<FixedOffset>) -> Object {
    let minutes = moment.offset().fix().local_minus_utc() / 60;
    let sign = if minutes < 0 { '-' } else { '+' };
    let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
    let text = format!("D:{}{sign}{hours:02}'{rest:02}'", moment.format("%Y%m%d%H%M%S"));
    Object::String(text.into_bytes(), StringFormat::Literal)
}

/// Read a PDF date with seconds and a zone; anything vaguer is no proof of time.
pub(crate) fn parse_date(bytes: &[u8]) -> Option<DateTime<FixedOffset>> {
    let text = std::str::from_utf8(bytes).ok()?.strip_prefix("D:")?;
    let (digits, zone) = text.split_at_checked(14)?;
    let number = |range: std::ops::Range<usize>| digits.get(range)?.parse::<u32>().ok();
    let date = NaiveDate::from_ymd_opt(i32::try_from(number(0..4)?).ok()?, number(4..6)?, number(6..8)?)?;
    let local = date.and_hms_opt(number(8..10)?, number(10..12)?, number(12..14)?)?;
    parse_zone(zone)?.from_local_datetime(&local).single()
}

fn parse_zone(zone: &str) -> Option<FixedOffset> {
    if zone.starts_with('Z') {
        return FixedOffset::east_opt(0);
    }
    let sign = match zone.as_bytes().first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let digits: String = zone.chars().filter(char::is_ascii_digit).collect();
    let hours: i32 = digits.get(0..2)?.parse().ok()?;
    let minutes: i32 = digits.get(2..4).map_or(Some(0), |m| m.parse().ok())?;
    FixedOffset::east_opt(sign * (hours * 3600 + minutes * 60))
}

/// A text string as UTF-16BE, written in hex so that no byte of it can look like PDF syntax.
pub(crate) fn text(value: &str) -> Object {
    let bytes = [0xfe, 0xff].into_iter().chain(value.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    Object::String(bytes, StringFormat::Hexadecimal)
}

/// A text string of a PDF as a Rust string: UTF-16BE with its mark, UTF-8, or Latin letters.
pub(crate) fn decode_text(bytes: &[u8]) -> String {
    if let Some(utf16) = bytes.strip_prefix(&[0xfe, 0xff]) {
        let units: Vec<u16> =
            utf16.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
        return String::from_utf16_lossy(&units);
    }
    String::from_utf8_lossy(bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes)).into_owned()
}
