use std::path::Path;

use opora_domain::issued_report::{IssuedReport, ReportFileKind};

use super::JournalEntry;
use super::kept::{self, Addition};
use crate::folder::name_of;
use crate::person::IdInput;
use crate::{ApiError, App, Code, Result, ops, roadmap};

const EXTENSIONS: [&str; 4] = ["pdf", "jpg", "jpeg", "png"];
const MAX_BYTES: u64 = 20 * 1024 * 1024;

/// Lets the user choose the scan of the paper copy and keeps it beside the document; none when she changed her mind.
///
/// # Errors
/// `Invalid` when it is empty, larger than 20 MB or neither a PDF nor a picture.
pub fn attach_scan(app: &mut App, input: IdInput) -> Result<Option<JournalEntry>> {
    let report = app.read()?.need::<IssuedReport>(&input.id)?;
    let Some(path) =
        app.host.pick_file("Скан бумажного экземпляра: PDF, JPG или PNG до 20\u{a0}МБ", &EXTENSIONS)
    else {
        return Ok(None);
    };
    let body = read(&path)?;
    let addition = Addition { kind: ReportFileKind::Scan, name: name_of(&path), note: String::new(), body };
    kept::add(app, ops::ADD_SCAN, &report, addition).map(Some)
}

fn read(path: &Path) -> Result<Vec<u8>> {
    let extension = path.extension().map(|end| end.to_string_lossy().to_lowercase()).unwrap_or_default();
    if !EXTENSIONS.contains(&extension.as_str()) {
        return Err(unfit(path, "это не PDF, JPG или PNG"));
    }
    let body = opora_exchange::read_file(path, MAX_BYTES)?;
    if body.is_empty() {
        return Err(unfit(path, "файл пуст"));
    }
    roadmap::check_file_kind(path, &body).map_err(|why| unfit(path, &why))?;
    Ok(body)
}

fn unfit(path: &Path, why: &str) -> ApiError {
    ApiError::new(
        Code::Invalid,
        format!("«{}»: {why}.", name_of(path)),
        "Ничего не изменено. Выберите скан в PDF, JPG или PNG до 20\u{a0}МБ.",
    )
}
