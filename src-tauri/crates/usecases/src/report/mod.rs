//! Reports: what is missing, pages, signing, handing over.

mod completeness;
mod difference;
mod document;
mod draft;
mod export;
mod facts;
mod issue;
pub(crate) mod next;
mod overview;
mod pdf;
mod preview;
mod save_draft;
mod sections;
mod snapshot;
mod write_quarterly;
mod written;
mod year;

use std::collections::BTreeMap;

use opora_domain::issued_report::{Dispatch, IssuedReport};
use opora_domain::report::difference::Since;
use opora_domain::report::quarterly::RiskMeasure;
use opora_domain::words::Words;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use difference::difference;
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
    /// Calendar years of the programme up to now, newest first: annual reports.
    pub years: Vec<QuarterCard>,
    /// The quarter to report on next.
    pub current: String,
    /// Issued reports, newest first.
    pub journal: Vec<ReportView>,
}

/// How far the report of a period is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the labels below say it")]
pub enum ReportState {
    NotBegun,
    Draft,
    Issued,
    Corrected,
    Sent,
}

impl Words for ReportState {
    const ALL: &'static [Self] = &[Self::NotBegun, Self::Draft, Self::Issued, Self::Corrected, Self::Sent];

    fn label(self) -> &'static str {
        match self {
            Self::NotBegun => "не начат",
            Self::Draft => "черновик",
            Self::Issued => "выпущен",
            Self::Corrected => "исправлен",
            Self::Sent => "отправлен",
        }
    }
}

/// A quarter or a year.
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
    /// How far it is.
    pub state: ReportState,
    /// The same in words: «выпущен».
    pub state_label: String,
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

/// Which quarter or year.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PeriodInput {
    /// «2024-Q4» or «2024».
    pub period: String,
}

/// The report of a quarter before it is issued.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DraftView {
    /// «2024-Q4», of an annual report «2024».
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
    /// The text of every other section that is written by hand, in the order of the report.
    pub sections: Vec<SectionText>,
    /// Risks and measures that will be printed.
    pub risks: Vec<RiskMeasure>,
    /// Risks and measures drafted from the data.
    pub suggested_risks: Vec<RiskMeasure>,
    /// They were edited by hand.
    pub risks_edited: bool,
    /// Sections whose suggested text has changed since the text was edited, in words; empty = none.
    pub outdated: Vec<String>,
    /// What changed since the report of the quarter before, if that was issued.
    pub since: Option<Since>,
    /// Number of the report of this quarter that a new one will replace.
    pub replaces: Option<String>,
}

/// The text of a section that is written by hand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SectionText {
    /// Key in the draft: «roadmap», «parents», «corrections».
    pub key: String,
    /// «9. Работа с родителями».
    pub title: String,
    /// As written; empty = nothing, or what is suggested.
    pub text: String,
    /// Drafted from the data; may be empty.
    pub suggested: String,
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
    /// «2024-Q4» or «2024».
    pub period: String,
    /// Empty = as drafted from the data.
    pub conclusions: String,
    /// May be empty.
    pub requests: String,
    /// Texts of sections by their keys; a key left out keeps what was written, an empty text takes it back.
    #[serde(default)]
    #[ts(optional, as = "Option<BTreeMap<String, String>>")]
    pub sections: BTreeMap<String, String>,
    /// Risks and measures; left out = kept as they are, empty = as drafted from the data.
    #[serde(default)]
    #[ts(optional)]
    pub risks: Option<Vec<RiskMeasure>>,
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

/// Issues the report by the school's own key.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct QuarterIssueInput {
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
