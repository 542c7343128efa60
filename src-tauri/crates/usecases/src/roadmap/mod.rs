//! The road map: events, their occurrences and evidence.

mod add_evidence;
mod add_occurrence;
mod delete_evidence;
mod document;
mod done;
mod file_kind;
mod get;
mod pick_file;
mod plan;
mod save_evidence_file;
mod set_status;
mod set_term;
mod settle_term;
mod window;

use chrono::NaiveDate;
use opora_domain::Id;
use opora_domain::evidence::{Evidence, EvidenceKind};
use opora_domain::occurrence::{Occurrence, OccurrenceState, OccurrenceStatus};
use opora_domain::program::{Event, Program, Task};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use add_evidence::add_evidence;
pub use add_occurrence::add_occurrence;
pub use delete_evidence::delete_evidence;
pub(crate) use document::ACCEPTS;
pub use done::done;
pub(crate) use file_kind::check as check_file_kind;
pub use get::get;
pub(crate) use get::{load, load_whole_of};
pub use pick_file::pick_file;
pub use save_evidence_file::save_evidence_file;
pub use set_status::set_status;
pub use set_term::set_term;
pub use settle_term::settle_term;

/// The whole road map.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Roadmap {
    /// The adopted programme; empty before adoption.
    pub program: Option<Program>,
    /// Tasks in order.
    pub tasks: Vec<TaskView>,
    /// Counts over all occurrences.
    pub totals: Totals,
}

/// A task and its events.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct TaskView {
    /// The task.
    pub task: Task,
    /// Events in order, group rows before their children.
    pub events: Vec<EventView>,
    /// Counts over what the school owes.
    pub totals: Totals,
}

/// An event and its occurrences.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct EventView {
    /// The event.
    pub event: Event,
    /// 0 for the top level of the tree.
    pub depth: usize,
    /// Whose event it is, in words.
    pub level_label: String,
    /// Where it comes from, in words.
    pub origin_label: String,
    /// The person who answers for it at the school, «Петрова А. С.»; may be empty.
    pub responsible_name: String,
    /// It is shown «для сведения»: the school is not its executor.
    pub informative: bool,
    /// The user may add further occurrences.
    pub takes_more: bool,
    /// The worst open state, or done; empty for a group row.
    pub state: Option<OccurrenceState>,
    /// Counts of what the school owes by it; of a group row, by all rows below it.
    pub totals: Totals,
    /// In order of time.
    pub occurrences: Vec<OccurrenceView>,
}

/// An occurrence with its documents.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct OccurrenceView {
    /// The occurrence.
    pub occurrence: Occurrence,
    /// How it stands today.
    pub state: OccurrenceState,
    /// The window in words: «май – июнь 2022 г.».
    pub when: String,
    /// How far the date is: «просрочено на 3 дня», «через 5 дней»; empty when nothing is awaited.
    pub left: String,
    /// Its dates are the user's to give.
    pub takes_term: bool,
    /// Documents.
    pub evidence: Vec<Evidence>,
}

/// Counts of occurrences by state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Totals {
    /// All that are dated or to be dated.
    pub all: usize,
    /// Done.
    pub done: usize,
    /// Overdue.
    pub overdue: usize,
    /// Due soon.
    pub soon: usize,
    /// Without a date.
    pub undated: usize,
}

impl std::ops::Add for Totals {
    type Output = Self;

    fn add(self, more: Self) -> Self {
        Self {
            all: self.all + more.all,
            done: self.done + more.done,
            overdue: self.overdue + more.overdue,
            soon: self.soon + more.soon,
            undated: self.undated + more.undated,
        }
    }
}

/// Marks an occurrence done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DoneInput {
    /// The occurrence.
    pub id: Id,
    /// When it was done.
    pub done_on: NaiveDate,
    /// What came of it, may be empty.
    pub result: String,
    /// The document.
    pub evidence: Option<EvidenceInput>,
    /// Why there is no document although one is demanded; else empty.
    pub reason: String,
}

/// A document as entered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct EvidenceInput {
    /// Kind.
    pub kind: EvidenceKind,
    /// May be empty.
    pub title: String,
    /// May be empty.
    pub number: String,
    /// Date of the document.
    pub date: Option<NaiveDate>,
    /// A file chosen by `file.pick`.
    pub file_token: Option<String>,
}

/// One more document for an occurrence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct AddEvidenceInput {
    /// The occurrence.
    pub occurrence_id: Id,
    /// The document.
    pub evidence: EvidenceInput,
}

/// Another status than done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct StatusInput {
    /// The occurrence.
    pub id: Id,
    /// Not `done`.
    pub status: OccurrenceStatus,
    /// Demanded for postponed, cancelled and not applicable.
    pub reason: String,
    /// The new date when postponed.
    pub due: Option<NaiveDate>,
}

/// Dates of an occurrence without a term.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct TermInput {
    /// The occurrence.
    pub id: Id,
    /// First day.
    pub from: NaiveDate,
    /// Last day, also the due date.
    pub to: NaiveDate,
}

/// An event whose ambiguous term is read rightly.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SettleTermInput {
    /// The event.
    pub event_id: Id,
}

/// One more occurrence of an event «по плану» or «по запросу».
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct AddOccurrenceInput {
    /// The event.
    pub event_id: Id,
    /// First day.
    pub from: NaiveDate,
    /// Last day, also the due date.
    pub to: NaiveDate,
}

/// A file chosen by the user: the window sees its name, never its path.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PickedFile {
    /// To be given back with the document.
    pub token: String,
    /// File name.
    pub name: String,
    /// Bytes.
    pub size: i64,
}
