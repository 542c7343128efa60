//! A document as entered: its check and its file.

use std::path::Path;

use opora_domain::Id;
use opora_domain::evidence::{Evidence, FileRef};
use opora_store::Tx;

use super::{EvidenceInput, file_kind};
use crate::{ApiError, App, Code, Problems, Result};

/// Extensions of files that may be attached.
pub(super) const EXTENSIONS: [&str; 10] =
    ["pdf", "jpg", "jpeg", "png", "docx", "xlsx", "doc", "xls", "txt", "zip"];
/// Largest attached file: 20 MB.
const MAX_BYTES: u64 = 20 * 1024 * 1024;
/// The same in words, for the one who chooses a file.
pub(crate) const ACCEPTS: &str = "PDF, JPG, PNG, DOCX, XLSX, DOC, XLS, TXT и ZIP до 20\u{a0}МБ";

/// What to do with a file whose name says another thing than its bytes.
const NOT_WHAT_IT_SAYS: &str = "Откройте документ в своей программе, сохраните его заново и выберите снова.";

/// A document ready to be kept.
pub(super) struct Document {
    evidence: Evidence,
    file: Option<(String, Vec<u8>)>,
}

impl Document {
    /// Reads the chosen file and makes the record; writes nothing.
    pub(super) fn of(app: &App, occurrence_id: &str, input: EvidenceInput) -> Result<Self> {
        let file = match &input.file_token {
            Some(token) => Some(read(app, token)?),
            None => None,
        };
        let evidence = Evidence {
            id: app.new_id(),
            occurrence_id: occurrence_id.to_owned(),
            kind: input.kind,
            title: input.title.trim().to_owned(),
            number: input.number.trim().to_owned(),
            date: input.date,
            file: None,
        };
        Ok(Self { evidence, file })
    }

    /// Keeps the document and the body of its file.
    pub(super) fn keep(&self, tx: &Tx<'_>) -> Result<Evidence> {
        let mut evidence = self.evidence.clone();
        if let Some((name, body)) = &self.file {
            let size = i64::try_from(body.len()).map_err(ApiError::internal)?;
            evidence.file = Some(FileRef { name: name.clone(), sha256: tx.put_blob(body)?, size });
        }
        tx.insert(&evidence)?;
        Ok(evidence)
    }
}

/// Notes what is wrong with a document.
pub(super) fn check(app: &App, input: &EvidenceInput, problems: &mut Problems) {
    let unnamed = input.title.trim().is_empty() && input.number.trim().is_empty();
    problems
        .check(
            unnamed && input.file_token.is_none(),
            "evidence",
            "Укажите название или номер документа либо приложите файл.",
        )
        .check(
            input.date.is_some_and(|date| date > app.today()),
            "evidence.date",
            "Дата документа не может быть в будущем.",
        );
}

/// The chosen file has not gone or grown since.
fn read(app: &App, token: &Id) -> Result<(String, Vec<u8>)> {
    let path = app.picked.get(token).ok_or_else(|| gone("файл"))?;
    let name = file_name(path);
    size(path)?;
    let body = opora_exchange::read_file(path, MAX_BYTES)?;
    file_kind::check(path, &body).map_err(|why| unfit(&name, &why, NOT_WHAT_IT_SAYS))?;
    Ok((name, body))
}

/// Size of a file that may be attached.
///
/// # Errors
/// `Invalid` when it is empty, larger than 20 MB or of another kind.
pub(super) fn size(path: &Path) -> Result<u64> {
    let name = file_name(path);
    let meta = std::fs::metadata(path).map_err(|_| gone(&name))?;
    let extension = path.extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default();
    if !EXTENSIONS.contains(&extension.as_str()) || !meta.is_file() {
        return Err(unfit(&name, "такие файлы не прикладываются", &format!("Подойдут {ACCEPTS}.")));
    }
    if meta.len() == 0 {
        return Err(unfit(&name, "файл пуст", "Проверьте, что документ сохранён, и выберите его снова."));
    }
    if meta.len() > MAX_BYTES {
        return Err(unfit(
            &name,
            "файл больше 20 МБ",
            "Сожмите его или приложите скан с меньшим разрешением.",
        ));
    }
    let body = opora_exchange::read_file(path, MAX_BYTES)?;
    file_kind::check(path, &body).map_err(|why| unfit(&name, &why, NOT_WHAT_IT_SAYS))?;
    Ok(meta.len())
}

/// The name without its folder.
pub(super) fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn unfit(name: &str, why: &str, advice: &str) -> ApiError {
    ApiError::new(Code::Invalid, format!("«{name}»: {why}."), format!("Ничего не изменено. {advice}"))
}

fn gone(name: &str) -> ApiError {
    ApiError::new(
        Code::NotFound,
        format!("Не удалось прочитать: {name}."),
        "Ничего не изменено. Проверьте, что файл или флешка на месте, и выберите файл снова.",
    )
}
