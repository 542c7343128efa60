//! What the screen of documents asks and is answered.

use chrono::NaiveDate;
use opora_domain::Id;
use opora_domain::report::{DocumentFormat, DocumentKind, EventScope};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::report::Missing;

/// What can be made now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DocumentsView {
    /// A card for each kind, in order.
    pub documents: Vec<DocumentCard>,
    /// Periods to choose from: the whole programme, its years, its quarters.
    pub periods: Vec<PeriodChoice>,
    /// Forms of file with their words.
    pub formats: Vec<FormatChoice>,
}

/// A document on its card.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DocumentCard {
    /// Kind.
    pub kind: DocumentKind,
    /// «Дорожная карта».
    pub title: String,
    /// What is in it, in a sentence.
    pub about: String,
    /// What it would hold now: «17 мероприятий, исполнено 5 из 12».
    pub holds: String,
    /// It can be made.
    pub ready: bool,
    /// «ПРОЕКТ» will lie across its pages: the programme has not been approved by an order.
    pub draft: bool,
    /// What is missing or doubtful; with `ready == false` the first one says why.
    pub missing: Vec<Missing>,
    /// A period may be chosen for it.
    pub takes_period: bool,
    /// Whose events may be chosen for it.
    pub takes_scope: bool,
    /// The heading under which the card stands: «Программа», «Справки и отчёты».
    pub group: String,
    /// What it may be about; empty where there is nothing to choose.
    pub subjects: Vec<SubjectChoice>,
    /// Words over the choice: «Педагог»; empty where there is nothing to choose.
    pub subject_label: String,
    /// It may be made without a choice, in words: «Школа в целом»; empty when one must be chosen.
    pub without_subject: String,
    /// Names teachers and stays in the school.
    pub stays_in_school: bool,
    /// Printed and filled in with a pen: it is not signed here.
    pub is_form: bool,
}

/// Something that a document may be about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SubjectChoice {
    /// What to send as `subject`.
    pub id: String,
    /// In words.
    pub label: String,
}

/// A period to choose.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PeriodChoice {
    /// «Весь срок программы», «2024 год», «IV квартал 2024 года».
    pub label: String,
    /// First day; empty for the whole programme.
    pub from: Option<NaiveDate>,
    /// Last day; empty for the whole programme.
    pub to: Option<NaiveDate>,
    /// Today lies in it (the shortest such one is offered first).
    pub current: bool,
}

/// A form of file to choose.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct FormatChoice {
    /// The form.
    pub format: DocumentFormat,
    /// «Word (DOCX)».
    pub label: String,
    /// When it is of use: «для правки».
    pub hint: String,
}

/// Which document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DocumentInput {
    /// Kind.
    pub kind: DocumentKind,
    /// First day of the period; empty for the whole programme.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// Last day of the period; empty for the whole programme.
    #[serde(default)]
    pub to: Option<NaiveDate>,
    /// Whose events; heeded by the road map.
    #[serde(default)]
    pub scope: EventScope,
    /// What it is about where the kind asks: id of a stage, a person, a meeting.
    #[serde(default)]
    pub subject: Option<Id>,
}

/// Which document in which form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DocumentExportInput {
    /// Kind.
    pub kind: DocumentKind,
    /// First day of the period; empty for the whole programme.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// Last day of the period; empty for the whole programme.
    #[serde(default)]
    pub to: Option<NaiveDate>,
    /// Whose events; heeded by the road map.
    #[serde(default)]
    pub scope: EventScope,
    /// What it is about where the kind asks: id of a stage, a person, a meeting.
    #[serde(default)]
    pub subject: Option<Id>,
    /// Form of the file.
    pub format: DocumentFormat,
}

impl DocumentExportInput {
    /// The document without its form.
    pub fn document(&self) -> DocumentInput {
        let Self { kind, from, to, scope, ref subject, .. } = *self;
        DocumentInput { kind, from, to, scope, subject: subject.clone() }
    }
}

/// A copy written to the disk.
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
