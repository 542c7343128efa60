//! Tables out of other people's files and clipboards: text only, nothing is run and nothing is fetched.
//!
//! What a file is, is judged by its bytes and not by its name. All sizes are limited.

mod archive;
mod docx;
mod error;
mod grid;
mod html;
mod numbering;
mod odf;
mod plain;
mod sheet;
mod xml;

use std::panic::{AssertUnwindSafe, catch_unwind};

use opora_domain::authoring::{Block, Source};

pub use error::TableError;

use archive::Archive;

/// Extensions that are offered when a file with a table is chosen.
pub const TABLE_EXTENSIONS: [&str; 8] = ["docx", "xlsx", "xls", "odt", "ods", "csv", "tsv", "html"];
/// The largest file that is read: 20 MB.
pub const MAX_TABLE_BYTES: u64 = 20 * 1024 * 1024;

const ZIP: &[u8] = b"PK\x03\x04";
const OLE: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// Reads the paragraphs and tables of a file.
///
/// # Errors
/// [`TableError`] when it is of another kind, closed by a password, damaged, too large, or holds no table.
pub fn read_table(bytes: &[u8]) -> Result<Source, TableError> {
    if bytes.len() as u64 > MAX_TABLE_BYTES {
        return Err(TableError::TooBig { limit: MAX_TABLE_BYTES });
    }
    // A reader of others' formats may stumble over a broken file: that is the file's fault, not the program's end.
    let read = catch_unwind(AssertUnwindSafe(|| by_kind(bytes)));
    with_table(read.unwrap_or_else(|_| Err(TableError::Corrupt("the reader gave up".into())))?)
}

/// Reads what was pasted: HTML when the clipboard has a table in it, else plain text.
///
/// # Errors
/// [`TableError`] when it is too large or holds no table.
pub fn read_pasted(text: &str, html: &str) -> Result<Source, TableError> {
    if (text.len() + html.len()) as u64 > MAX_TABLE_BYTES {
        return Err(TableError::TooBig { limit: MAX_TABLE_BYTES });
    }
    if html.contains("<table") || html.contains("<TABLE") {
        return with_table(html::read(html)?);
    }
    with_table(plain::read(text)?)
}

fn by_kind(bytes: &[u8]) -> Result<Source, TableError> {
    if bytes.is_empty() {
        return Err(TableError::Empty);
    }
    if bytes.starts_with(ZIP) {
        return zipped(bytes);
    }
    if bytes.starts_with(OLE) {
        return old_office(bytes);
    }
    let start = &bytes[..bytes.len().min(4096)];
    if start.starts_with(b"%PDF") {
        return Err(TableError::Pdf);
    }
    if start.starts_with(b"{\\rtf") {
        return Err(TableError::OldWord);
    }
    let text = plain::decode(bytes)?;
    let head: String = text.chars().take(2000).collect::<String>().to_lowercase();
    if head.contains("<html") || head.contains("<table") || head.contains("<!doctype html") {
        return html::read(&text);
    }
    if head.trim_start().starts_with("<?xml") {
        return Err(TableError::Unknown);
    }
    plain::read(&text)
}

fn zipped(bytes: &[u8]) -> Result<Source, TableError> {
    let mut archive = Archive::open(bytes)?;
    if archive.has("word/document.xml") {
        return docx::read(&mut archive);
    }
    if archive.has("xl/workbook.xml") {
        return sheet::read_xlsx(bytes);
    }
    if archive.has("content.xml") {
        return odf::read(&mut archive);
    }
    Err(TableError::Unknown)
}

/// The container of Word and Excel before 2007, and of any file of theirs under a password.
fn old_office(bytes: &[u8]) -> Result<Source, TableError> {
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|window| window == wide)
    };
    if has("EncryptedPackage") {
        return Err(TableError::Encrypted);
    }
    if has("WordDocument") {
        return Err(TableError::OldWord);
    }
    sheet::read_xls(bytes)
}

fn with_table(source: Source) -> Result<Source, TableError> {
    let has_table = source.blocks.iter().any(|block| matches!(block, Block::Table(_)));
    if has_table { Ok(source) } else { Err(TableError::NoTable) }
}
