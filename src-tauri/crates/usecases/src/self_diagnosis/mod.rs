//! Self-diagnosis: questionnaires, scores, deficits, coverage.

mod answer;
mod close_deficit;
mod complete;
mod coverage;
mod discard;
mod instruments;
mod overview;
mod records;
mod response;
mod save_note;
mod start;

use chrono::NaiveDate;
use opora_domain::Id;
use opora_domain::instrument::{Instrument, Scores};
use opora_domain::self_diagnosis::{Deficit, Response};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use answer::answer;
pub use close_deficit::close_deficit;
pub use complete::complete;
pub(crate) use coverage::{coverage, coverage_in, coverage_on, target_percent};
pub use discard::discard;
pub use instruments::instruments;
pub use overview::overview;
pub(crate) use records::last_completed;
pub use response::response;
pub use save_note::save_note;
pub use start::start;

/// A questionnaire on its card.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct InstrumentCard {
    /// Code.
    pub code: String,
    /// Version.
    pub version: String,
    /// Title.
    pub title: String,
    /// Number of items.
    pub items: usize,
    /// About how long it takes.
    pub minutes: u32,
    /// Subject in words.
    pub subject: Option<String>,
}

/// Which questionnaire.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CodeInput {
    /// Code.
    pub code: String,
}

/// Begins a questionnaire for a teacher.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct StartInput {
    /// The teacher.
    pub person_id: Id,
    /// Code of the questionnaire.
    pub instrument: String,
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct AnswerInput {
    /// The response.
    pub id: Id,
    /// Item id.
    pub item: String,
    /// 0…3, or null for «не веду».
    pub value: Option<u8>,
}

/// The open questions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct NoteInput {
    /// The response.
    pub id: Id,
    /// «С чем помочь в первую очередь?».
    pub help_text: String,
    /// Ready to help colleagues.
    pub agrees_to_help: bool,
    /// Items on which she would help; empty = any that she commands.
    #[serde(default)]
    pub help_topics: Vec<String>,
    /// The convenient form of help, an option of the questionnaire; may be empty.
    #[serde(default)]
    pub help_form: String,
}

/// A response with its scores.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ResponseView {
    /// The answers.
    pub response: Response,
    /// Who answered.
    pub fio: String,
    /// The questionnaire.
    pub instrument: Instrument,
    /// Items answered.
    pub answered: usize,
    /// Items in all.
    pub of: usize,
    /// Scores so far; final when completed.
    pub scores: Scores,
}

/// The screen of self-diagnosis.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Overview {
    /// How many took part this year.
    pub coverage: Coverage,
    /// Teachers who count today.
    pub people: Vec<PersonRow>,
    /// All deficits, open first.
    pub deficits: Vec<DeficitView>,
    /// Topics for the whole association.
    pub collective: Vec<CollectiveView>,
}

/// Coverage against the programme's target.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Coverage {
    /// Calendar year.
    pub year: i32,
    /// Teachers who completed a questionnaire in the year.
    pub done: usize,
    /// Teachers who count.
    pub total: usize,
    /// Target of the programme for the year.
    pub target_percent: Option<i64>,
    /// How many more are needed.
    pub missing: usize,
    /// «прошли 3 из 8 педагогов, цель на 2024 год — 70 %, не хватает 3 педагогов».
    pub text: String,
}

/// A teacher and her questionnaires.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PersonRow {
    /// The teacher.
    pub person_id: Id,
    /// Name.
    pub fio: String,
    /// Subjects in words.
    pub subjects: String,
    /// An unfinished response.
    pub draft: Option<Id>,
    /// Items answered in it.
    pub draft_answered: usize,
    /// The last completed response.
    pub last: Option<Id>,
    /// When it was completed.
    pub last_on: Option<NaiveDate>,
    /// Deficits not closed.
    pub open_deficits: usize,
}

/// A deficit with its owner.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DeficitView {
    /// The deficit.
    pub deficit: Deficit,
    /// Whose.
    pub fio: String,
    /// Block of the questionnaire.
    pub block: String,
    /// What the questionnaire advises.
    pub advice: String,
    /// In words.
    pub severity_label: String,
    /// An active tandem made for it.
    pub tandem_id: Option<Id>,
}

/// A topic in which many need help.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CollectiveView {
    /// Topic.
    pub topic: String,
    /// Teachers with the deficit.
    pub n: usize,
    /// Teachers who answered.
    pub of: usize,
}

/// How a deficit was closed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CloseDeficitInput {
    /// The deficit.
    pub id: Id,
    /// How.
    pub note: String,
    /// Empty = today.
    pub date: Option<NaiveDate>,
}
