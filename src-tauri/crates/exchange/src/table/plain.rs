//! Plain text: .csv, .tsv and what Word and Excel put on the clipboard as text.

use encoding_rs::{Encoding, IBM866, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251};
use opora_domain::authoring::Source;

use super::TableError;
use super::grid::{Collected, Grid};

/// The text of a file: by its mark, else UTF-8, else what Windows or DOS wrote in Russian.
pub(super) fn decode(bytes: &[u8]) -> Result<String, TableError> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, broken) = encoding.decode_without_bom_handling(&bytes[mark..]);
        let sure = encoding == UTF_8 || encoding == UTF_16LE || encoding == UTF_16BE;
        return if broken || !sure { Err(not_text()) } else { Ok(text.into_owned()) };
    }
    if bytes.contains(&0) {
        return Err(TableError::Unknown);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(text.to_owned());
    }
    let (windows, dos) = (WINDOWS_1251.decode(bytes).0, IBM866.decode(bytes).0);
    Ok(if russian(&dos) > russian(&windows) { dos } else { windows }.into_owned())
}

fn not_text() -> TableError {
    TableError::Corrupt("not text".into())
}

/// Small letters of the alphabet: in a wrong encoding they turn into capitals and frames.
fn russian(text: &str) -> usize {
    text.chars().filter(|c| matches!(c, 'а'..='я' | 'ё')).count()
}

/// Reads one table; lines before it without a separator are paragraphs.
pub(super) fn read(text: &str) -> Result<Source, TableError> {
    let text = text.strip_prefix("sep=;").map_or(text, str::trim_start);
    let mut collected = Collected::default();
    let Some(separator) = separator(text) else {
        text.lines().for_each(|line| collected.text(line));
        return Ok(collected.source());
    };
    let mut grid = Grid::table(1);
    for record in records(text, separator) {
        grid.start_row()?;
        record.iter().try_for_each(|cell| grid.cell(cell, 1, 1))?;
    }
    collected.table(grid)?;
    Ok(collected.source())
}

/// The character that parts the columns: the one that most lines have.
fn separator(text: &str) -> Option<char> {
    let lines = || text.lines().filter(|line| !line.trim().is_empty()).take(200);
    let with = |c: char| lines().filter(|line| line.contains(c)).count();
    if with('\t') > 0 {
        return Some('\t');
    }
    let (semicolons, commas) = (with(';'), with(','));
    let regular = |c: char| {
        let counts = lines().map(|line| line.matches(c).count()).filter(|n| *n > 0);
        counts.max().unwrap_or(0) >= 2
    };
    if semicolons > 0 && (semicolons * 2 >= commas || regular(';')) && regular(';') {
        return Some(';');
    }
    (commas > 0 && regular(',')).then_some(',')
}

/// Records of fields. A quote opens a field only where its pair closes it: in the text of a cell
/// that Word copied, `"Точка роста` is just a word.
fn records(text: &str, separator: char) -> Vec<Vec<String>> {
    let mut records = Vec::new();
    let mut record = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (field, taken) = quoted(rest, separator).unwrap_or_else(|| bare(rest, separator));
        record.push(field);
        rest = &rest[taken..];
        if let Some(after) = rest.strip_prefix(separator) {
            rest = after;
            if after.is_empty() {
                record.push(String::new());
            }
            continue;
        }
        rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r'])).unwrap_or(rest);
        records.push(std::mem::take(&mut record));
    }
    if !record.is_empty() {
        records.push(record);
    }
    records
}

fn bare(text: &str, separator: char) -> (String, usize) {
    let end = text.find([separator, '\n', '\r']).unwrap_or(text.len());
    (text[..end].to_owned(), end)
}

fn quoted(text: &str, separator: char) -> Option<(String, usize)> {
    let inner = text.strip_prefix('"')?;
    let mut field = String::new();
    let mut at = 0;
    loop {
        let quote = at + inner[at..].find('"')?;
        field.push_str(&inner[at..quote]);
        let after = &inner[quote + 1..];
        if after.starts_with('"') {
            field.push('"');
            at = quote + 2;
        } else if after.is_empty() || after.starts_with([separator, '\n', '\r']) {
            return Some((field, quote + 2));
        } else {
            return None;
        }
    }
}
