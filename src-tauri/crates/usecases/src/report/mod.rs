//! Reports: what is missing, pages, signing, handing over.

mod completeness;
mod document;
mod draft;
mod export;
mod facts;
mod issue;
pub(crate) mod next;
mod overview;
mod pages;
mod pdf;
mod preview;
mod save_draft;
mod sections;
mod snapshot;
mod write_quarterly;

use opora_domain::issued_report::{Dispatch, IssuedReport};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub(crate) use document::document;
pub use draft::draft;
pub use export::export;
pub use issue::issue;
pub use overview::overview;
pub use pdf::pdf;
pub use preview::preview;
pub use save_draft::save_draft;
pub use write_quarterly::write_quarterly;

/// The screen of reports.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ReportOverview {
    /// Quarters of the programme up to now, newest first.
    pub quarters: Vec<QuarterCard>,
    /// The quarter to report on next.
    pub current: String,
    /// Issued reports, newest first.
    pub journal: Vec<ReportView>,
}

/// A quarter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct QuarterCard {
    /// «2024-Q4».
    pub period: String,
    /// «IV квартал 2024 года».
    pub label: String,
    /// Reports issued for it.
    pub issued: usize,
    /// By when it is usually handed in, in words.
    pub due: String,
}

/// An issued report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ReportView {
    /// The report.
    pub report: IssuedReport,
    /// Its quarter in words.
    pub label: String,
    /// A later report replaces it.
    pub superseded: bool,
    /// Copies handed out.
    pub dispatches: Vec<Dispatch>,
}

/// Which quarter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PeriodInput {
    /// «2024-Q4».
    pub period: String,
}

/// The report of a quarter before it is issued.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DraftView {
    /// «2024-Q4».
    pub period: String,
    /// In words.
    pub label: String,
    /// What is missing or doubtful.
    pub missing: Vec<Missing>,
    /// Conclusions that will be printed.
    pub conclusions: String,
    /// Conclusions drafted from the data.
    pub suggested: String,
    /// Request for help.
    pub requests: String,
    /// Outgoing number offered.
    pub next_number: String,
    /// Owner of the signing certificate, if there is one.
    pub signer: Option<String>,
    /// Number of the report of this quarter that a new one will replace.
    pub replaces: Option<String>,
}

/// Something missing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Missing {
    /// In words.
    pub text: String,
    /// Where to mend it: a route of the window, `#/indicators`.
    pub route: String,
    /// The report cannot be issued without it.
    pub blocking: bool,
}

/// The hand-written part.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DraftInput {
    /// «2024-Q4».
    pub period: String,
    /// Empty = as drafted from the data.
    pub conclusions: String,
    /// May be empty.
    pub requests: String,
}

/// Pages to look at.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PdfView {
    /// The PDF.
    pub base64: String,
    /// Pages.
    pub pages: usize,
    /// Name for a copy.
    pub file_name: String,
}

/// Issues the report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IssueInput {
    /// «2024-Q4».
    pub period: String,
    /// Outgoing number.
    pub number: String,
}

/// A copy handed out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ExportView {
    /// Name of the file written.
    pub file_name: String,
    /// Name of the folder or stick.
    pub folder: String,
    /// Read back from the medium.
    pub sha256: String,
    /// Size.
    pub bytes: u64,
}
