//! What the window asks of the journal and what it gets.

use chrono::NaiveDate;
use opora_domain::Id;
use opora_domain::issued_report::{Channel, Dispatch, IssuedReport, ReportFile};
use opora_domain::report::DocumentKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What to look for.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct JournalInput {
    /// Words of the number, title, signer, addressee or incoming number; all must be found. Empty = everything.
    pub query: String,
    /// Only this kind.
    pub kind: Option<DocumentKind>,
    /// Only this calendar year of issue.
    pub year: Option<i32>,
    /// Only those that stand so.
    #[serde(default)]
    #[ts(optional)]
    pub state: Option<EntryState>,
    /// Only those about this period, in the words of `periods` of the answer.
    #[serde(default)]
    #[ts(optional)]
    pub period: Option<String>,
}

/// The journal of issued documents.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct JournalView {
    /// What was found, the newest first.
    pub entries: Vec<JournalEntry>,
    /// Kinds to choose from.
    pub kinds: Vec<KindChoice>,
    /// Years to choose from, the newest first.
    pub years: Vec<YearChoice>,
    /// Periods to choose from, as they come, the latest issued first.
    pub periods: Vec<JournalPeriod>,
    /// States to choose from.
    pub states: Vec<StateChoice>,
    /// Documents in the journal.
    pub total: usize,
    /// Documents that still wait for a signature.
    pub pending: usize,
}

/// A kind of which something was issued.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct KindChoice {
    /// The kind.
    pub kind: DocumentKind,
    /// In words.
    pub label: String,
    /// Documents of it.
    pub count: usize,
}

/// A year in which something was issued.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct YearChoice {
    /// The year.
    pub year: i32,
    /// Documents of it.
    pub count: usize,
}

/// A period that something issued is about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct JournalPeriod {
    /// In words.
    pub label: String,
    /// Documents of it.
    pub count: usize,
}

/// A state in which some documents stand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct StateChoice {
    /// The state.
    pub state: EntryState,
    /// «Отправлены».
    pub label: String,
    /// Documents in it.
    pub count: usize,
}

/// How an issued document stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EntryState {
    /// In force, not handed over yet.
    InForce,
    /// In force and handed over.
    Sent,
    /// A later document replaces it.
    Superseded,
}

/// An issued document with everything that lies beside it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct JournalEntry {
    /// The document.
    pub report: IssuedReport,
    /// Its title, also of what the first version of the program issued.
    pub title: String,
    /// «Отчёт за квартал».
    pub kind_label: String,
    /// «IV квартал 2024 года»; empty for the whole programme.
    pub period_label: String,
    /// Day of issue.
    pub date: NaiveDate,
    /// How it stands.
    pub state: EntryState,
    /// «действует», «отправлен 20.12.2024», «заменён № 16».
    pub state_label: String,
    /// Who signed and how, one sentence for each.
    pub signers: Vec<String>,
    /// Copies and marks, in order.
    pub dispatches: Vec<DispatchView>,
    /// Files beside it, in order.
    pub files: Vec<FileView>,
    /// Number of the document that replaces it.
    pub superseded_by: Option<String>,
    /// Number of the document that it replaces.
    pub supersedes: Option<String>,
    /// The PDF carries a signature that a time stamp may be put into.
    pub can_stamp: bool,
}

/// A document handed over.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DispatchView {
    /// The mark.
    pub dispatch: Dispatch,
    /// «Электронной почтой».
    pub channel_label: String,
    /// Made by hand: it may be deleted. What the program has written stays.
    pub by_hand: bool,
}

/// A file beside a document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct FileView {
    /// The file.
    pub file: ReportFile,
    /// «Скан бумажного экземпляра».
    pub kind_label: String,
    /// It may be deleted.
    pub can_delete: bool,
    /// A signature that a time stamp may be put into.
    pub can_stamp: bool,
}

/// Which documents to write, and how.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct JournalExportInput {
    /// The documents.
    pub ids: Vec<Id>,
    /// One archive with an index instead of the files themselves.
    pub package: bool,
    /// To a folder or to a stick: how the journal names it.
    #[serde(default)]
    #[ts(optional, as = "Option<Channel>")]
    pub channel: Channel,
    /// To whom it goes; may be empty.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub addressee: String,
    /// Token of `journal.pick_medium`; left out = the user is asked where to.
    #[serde(default)]
    #[ts(optional)]
    pub medium: Option<String>,
}

/// A folder or a stick that was chosen to write to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Medium {
    /// What stands for it in `journal.export`.
    pub token: String,
    /// Its name.
    pub name: String,
}

/// What was written and read back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PackageView {
    /// Name of the folder or stick.
    pub folder: String,
    /// Files on it.
    pub files: Vec<PackageFile>,
    /// Documents among them.
    pub documents: usize,
    /// Name of the archive, if that was asked for.
    pub archive: Option<String>,
    /// Why the rest is not there; none when all is.
    pub failed: Option<NotWritten>,
}

/// Where writing broke off.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct NotWritten {
    /// Files that are not on the medium; the first one is that which failed.
    pub names: Vec<String>,
    /// What happened.
    pub message: String,
    /// What is safe and what to do.
    pub hint: String,
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PackageFile {
    /// Its name.
    pub name: String,
    /// Read back from the medium.
    pub sha256: String,
    /// Size.
    pub bytes: u64,
}

/// The signature that a time stamp is for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct StampInput {
    /// The document.
    pub id: Id,
    /// A signature beside it; left out = the last one inside the PDF.
    #[serde(default)]
    #[ts(optional)]
    pub file_id: Option<Id>,
}

/// A mark that a document was handed over.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DispatchInput {
    /// The document.
    pub report_id: Id,
    /// How, to whom, when.
    pub mark: DispatchMark,
}

/// A mark to be corrected.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SaveDispatchInput {
    /// The mark.
    pub id: Id,
    /// How, to whom, when.
    pub mark: DispatchMark,
}

/// How a document was handed over.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DispatchMark {
    /// How.
    pub channel: Channel,
    /// To whom.
    pub addressee: String,
    /// When.
    pub date: NaiveDate,
    /// Number that the addressee gave it, may be empty.
    pub incoming_number: String,
    /// When the addressee registered it.
    pub incoming_date: Option<NaiveDate>,
    /// Anything else, may be empty.
    pub note: String,
}

/// An answer to be judged: a signature that came back, or a time stamp.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct AnswerView {
    /// The document with the file added.
    pub entry: JournalEntry,
    /// The verdict in words.
    pub verdict: String,
    /// What was checked.
    pub reasons: Vec<String>,
}
