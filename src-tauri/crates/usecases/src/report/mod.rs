//! Reports: what is missing, pages, signing, handing over.

mod completeness;
mod difference;
mod document;
mod draft;
mod facts;
pub(crate) mod next;
mod outline;
mod overview;
mod preview;
mod save_draft;
mod sections;
mod snapshot;
mod whole;
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
pub use overview::overview;
pub use preview::preview;
pub use save_draft::save_draft;
pub(crate) use sections::{is_yes_no, unit};
pub(crate) use whole::{final_report, on_one_sheet};
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
    /// She says that there are no risks.
    pub no_risks: bool,
    /// Texts whose suggestion has changed since they were edited; empty = none.
    pub outdated: Vec<Outdated>,
    /// Every section of the report with its state, in order.
    pub outline: Vec<SectionReadiness>,
    /// What changed since the report of the quarter before, if that was issued.
    pub since: Option<Since>,
    /// Number of the report of this quarter that a new one will replace.
    pub replaces: Option<String>,
}

/// A text of the deputy's own whose suggestion has changed since.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Outdated {
    /// Key of the text: «risks», «conclusions», «corrections».
    pub key: String,
    /// «15. Выводы».
    pub title: String,
}

/// How far a section of the report is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Readiness {
    /// Nothing is missing.
    Full,
    /// It has nothing to say, and need not have.
    Empty,
    /// Something is missing.
    Lacking,
    /// The report cannot be issued until it is mended.
    Blocked,
}

/// A section in the list that is looked through before the report is issued.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SectionReadiness {
    /// 0…16.
    pub number: u8,
    /// «2. Исполнение дорожной карты».
    pub title: String,
    /// How far it is.
    pub state: Readiness,
    /// The same in words: «полно», «не хватает: 2».
    pub state_label: String,
    /// What it says now, in short: «исполнено 2 из 4»; may be empty.
    pub says: String,
    /// Where it is entered: a route of the window.
    pub route: String,
    /// What that place is called: «Дорожная карта».
    pub place: String,
    /// What is missing.
    pub missing: Vec<Missing>,
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
    /// There are no risks; left out = as it was.
    #[serde(default)]
    #[ts(optional)]
    pub no_risks: Option<bool>,
    /// Keys of own texts that stay although the suggestion is another one now.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub reread: Vec<String>,
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
