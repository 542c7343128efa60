use opora_domain::words::counted;

use super::gather::{gather, size};
use super::{EvidenceItem, EvidenceListInput, EvidenceListView};
use crate::documents::Span;
use crate::{App, Result, roadmap};

/// The inventory of a period.
///
/// # Errors
/// `Invalid` when the period ends before it begins.
pub fn list(app: &mut App, input: EvidenceListInput) -> Result<EvidenceListView> {
    let span = Span::of(input.from, input.to)?;
    let found = gather(app, span)?;
    Ok(EvidenceListView {
        period: span.words(),
        total: total(&found.documents),
        documents: found.documents,
        bare: found.bare,
        accepts: roadmap::ACCEPTS.to_owned(),
    })
}

fn total(documents: &[EvidenceItem]) -> String {
    let count = counted(documents.len() as i64, "документ", "документа", "документов");
    let files = documents.iter().filter(|item| !item.row.sha256.is_empty()).count();
    let bytes = documents.iter().map(|item| item.row.size).sum();
    match (documents.len(), files) {
        (0, _) => "Документов нет".to_owned(),
        (_, 0) => format!("{count}, файлов нет"),
        _ => format!("{count}, из них с файлом — {files}, всего {}", size(bytes)),
    }
}
