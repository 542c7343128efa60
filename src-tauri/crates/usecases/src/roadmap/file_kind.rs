//! What a file is by its first bytes: a name may say anything.

use std::path::Path;

/// The bytes are what the name says; the error is the end of a sentence about the file.
pub(crate) fn check(path: &Path, body: &[u8]) -> Result<(), String> {
    let extension = path.extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default();
    let fits = match extension.as_str() {
        // Some programs put a few bytes before the mark of a PDF, and its readers look so far.
        "pdf" => body[..body.len().min(1024)].windows(5).any(|five| five == b"%PDF-"),
        "jpg" | "jpeg" | "png" => body.starts_with(b"\xff\xd8\xff") || body.starts_with(b"\x89PNG\r\n\x1a\n"),
        "docx" | "xlsx" | "zip" => body.starts_with(b"PK\x03\x04") || body.starts_with(b"PK\x05\x06"),
        "doc" | "xls" => body.starts_with(b"\xd0\xcf\x11\xe0") || body.starts_with(b"{\\rtf"),
        _ => !body.contains(&0),
    };
    match fits {
        true => Ok(()),
        false => Err(format!("внутри файла не {}", extension.to_uppercase())),
    }
}
