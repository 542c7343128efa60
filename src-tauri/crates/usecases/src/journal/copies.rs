//! What leaves with a document: its PDF, signatures beside it, the stamped file.

use std::collections::BTreeSet;

use opora_domain::Id;
use opora_domain::issued_report::{IssuedReport, ReportFile, ReportFileKind};
use opora_exchange::{distinct_names, safe_name};

use super::kept;
use crate::{App, Problems, Result};

/// As many documents as are written at once.
const MAX_DOCUMENTS: usize = 500;

/// A document to be handed over.
pub(super) struct Copy {
    pub(super) report: IssuedReport,
    pub(super) pdf: Vec<u8>,
    pub(super) beside: Vec<(ReportFile, Vec<u8>)>,
}

/// The documents in the order given, each once. A scan stays in the program.
pub(super) fn of(app: &App, ids: &[Id]) -> Result<Vec<Copy>> {
    Problems::default()
        .check(ids.is_empty(), "ids", "Отметьте документы, которые нужно записать.")
        .check(ids.len() > MAX_DOCUMENTS, "ids", "За один раз записывается не больше 500 документов.")
        .finish()?;
    let mut seen = BTreeSet::new();
    ids.iter().filter(|id| seen.insert(*id)).map(|id| copy(app, id)).collect()
}

fn copy(app: &App, id: &Id) -> Result<Copy> {
    let (report, pdf) = kept::document(app, id)?;
    let leaves = |file: &ReportFile| file.kind != ReportFileKind::Scan;
    let beside = kept::beside(app, id)?.into_iter().filter(leaves);
    let beside =
        beside.map(|file| Ok((file.clone(), kept::body(app, &file.file)?))).collect::<Result<_>>()?;
    Ok(Copy { report, pdf, beside })
}

/// Names of the PDFs: no two alike, also where small and capital letters are the same.
pub(super) fn pdf_names(copies: &[Copy]) -> Vec<String> {
    let names: Vec<String> = copies.iter().map(|copy| copy.report.file.name.clone()).collect();
    distinct_names(&names)
}

/// Names of all files of a document, whose PDF has that name.
pub(super) fn file_names(copy: &Copy, pdf: &str) -> Vec<String> {
    let beside = copy.beside.iter().map(|(file, _)| beside_name(pdf, file.kind));
    std::iter::once(pdf.to_owned()).chain(beside).collect()
}

/// The name of a file beside a PDF: readers look for a signature under the name of the PDF.
pub(super) fn beside_name(pdf: &str, kind: ReportFileKind) -> String {
    match kind {
        ReportFileKind::Detached => format!("{pdf}.sig"),
        _ => safe_name(&format!("{} (с меткой времени).pdf", pdf.strip_suffix(".pdf").unwrap_or(pdf))),
    }
}
