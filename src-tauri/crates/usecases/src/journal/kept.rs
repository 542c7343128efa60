//! Documents and files as the encrypted file keeps them.

use opora_domain::evidence::FileRef;
use opora_domain::issued_report::{IssuedReport, ReportFile, ReportFileKind};
use opora_store::Op;

use super::{JournalEntry, entry};
use crate::{ApiError, App, Result};

/// An issued document and its PDF.
pub(super) fn document(app: &App, id: &str) -> Result<(IssuedReport, Vec<u8>)> {
    let report = app.read()?.need::<IssuedReport>(id)?;
    let pdf = body(app, &report.file)?;
    Ok((report, pdf))
}

/// The body of a kept file.
pub(crate) fn body(app: &App, file: &FileRef) -> Result<Vec<u8>> {
    app.read()?.blob(&file.sha256)?.ok_or_else(|| ApiError::not_found(&format!("файл «{}»", file.name)))
}

/// What lies beside a document, in the order of adding.
pub(super) fn beside(app: &App, report_id: &str) -> Result<Vec<ReportFile>> {
    Ok(app.read()?.by("report_id", report_id)?)
}

/// A file to be laid beside a document.
pub(super) struct Addition {
    /// What it is.
    pub(super) kind: ReportFileKind,
    /// Under which name.
    pub(super) name: String,
    /// Words about it.
    pub(super) note: String,
    /// Itself.
    pub(super) body: Vec<u8>,
}

/// Puts another body into a file beside a document for good: a signature with its time stamp.
pub(super) fn replace(
    app: &mut App,
    op: Op,
    report: &IssuedReport,
    file: ReportFile,
    body: &[u8],
) -> Result<JournalEntry> {
    app.transact(op, |tx| {
        tx.lasting();
        let sha256 = tx.put_blob(body)?;
        let size = i64::try_from(body.len()).map_err(ApiError::internal)?;
        let name = file.file.name.clone();
        tx.update(&ReportFile { file: FileRef { name, sha256, size }, ..file })?;
        Ok(())
    })?;
    entry(app, report)
}

/// Lays a file beside a document for good; the same file twice is kept once.
pub(super) fn add(app: &mut App, op: Op, report: &IssuedReport, addition: Addition) -> Result<JournalEntry> {
    let Addition { kind, name, note, body } = addition;
    let (id, added_on) = (app.new_id(), app.today());
    let report_id = report.id.clone();
    app.transact(op, |tx| {
        let sha256 = tx.put_blob(&body)?;
        let known = tx.by::<ReportFile>("report_id", &report_id)?;
        if known.iter().any(|other| other.kind == kind && other.file.sha256 == sha256) {
            return Ok(());
        }
        tx.lasting();
        let size = i64::try_from(body.len()).map_err(ApiError::internal)?;
        let file = FileRef { name: opora_exchange::safe_name(&name), sha256, size };
        tx.insert(&ReportFile { id, report_id, kind, note, file, added_on })?;
        Ok(())
    })?;
    entry(app, report)
}
