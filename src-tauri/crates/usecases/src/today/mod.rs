//! The first screen: what burns, what is near, what needs a word.

mod due;
mod get;
mod stage;
mod unclear;

use chrono::NaiveDate;
use opora_domain::Id;
use opora_domain::occurrence::OccurrenceState;
use opora_domain::programme::Note;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use get::get;

/// The first screen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Today {
    /// The day.
    pub date: NaiveDate,
    /// «пятница, 20 декабря 2024 г.».
    pub date_label: String,
    /// A programme has been adopted.
    pub has_program: bool,
    /// Teachers who count today.
    pub teachers: usize,
    /// Overdue, oldest first.
    pub overdue: Vec<DueItem>,
    /// Due in the week of the day, Monday to Sunday.
    pub this_week: Week,
    /// Due in the week after it.
    pub next_week: Week,
    /// Due within two weeks, but after the next week.
    pub soon: Vec<DueItem>,
    /// Running now, due later.
    pub running: Vec<DueItem>,
    /// To be given a date («Требует уточнения»).
    pub undated: Vec<DueItem>,
    /// What else needs a word of the school.
    pub unclear: Unclear,
    /// Occurrences done since the quarter began.
    pub done_this_quarter: usize,
    /// Occurrences done in all.
    pub done: usize,
    /// Occurrences that must be done by some date.
    pub of: usize,
    /// Cells of past or current stages achieved.
    pub indicators_achieved: usize,
    /// Cells with a target whose stage has come.
    pub indicators_of: usize,
    /// Self-diagnosis coverage in words.
    pub coverage: String,
    /// Teachers who completed it this year.
    pub coverage_done: usize,
    /// Deficits not closed.
    pub open_deficits: usize,
    /// Active tandems.
    pub active_tandems: usize,
    /// Active tandems without a meeting for 30 days.
    pub quiet_tandems: usize,
    /// Which report is next, in words.
    pub report_hint: String,
    /// Its quarter, «2024-Q4».
    pub report_period: String,
    /// Which stage of the monitoring is next and what it waits for, in words; empty without stages.
    pub stage_hint: String,
}

/// What is due in a week.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Week {
    /// «16–22 декабря».
    pub label: String,
    /// Nearest date first.
    pub items: Vec<DueItem>,
}

/// What the text of the programme leaves open.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Unclear {
    /// Terms that allow another reading, the school's own events first.
    pub terms: Vec<UnclearTerm>,
    /// Events of the school for which nobody is named.
    pub without_responsible: usize,
    /// Irregularities of the municipal text.
    pub notes: Vec<Note>,
}

/// A term that allows another reading.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct UnclearTerm {
    /// The event.
    pub event_id: Id,
    /// Code of the event.
    pub code: String,
    /// Title of the event.
    pub title: String,
    /// The words of the plan; may be empty.
    pub raw: String,
    /// The dates it was read as.
    pub reading: String,
    /// Why it is ambiguous and what was assumed; may be empty.
    pub note: String,
    /// The school is not its executor.
    pub informative: bool,
}

/// Something to be done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DueItem {
    /// The occurrence.
    pub occurrence_id: Id,
    /// The event.
    pub event_id: Id,
    /// Code of the event.
    pub code: String,
    /// Title of the event.
    pub title: String,
    /// As written.
    pub responsible: String,
    /// The person who answers for it at the school, «Петрова А. С.»; may be empty.
    pub responsible_name: String,
    /// Window in words.
    pub when: String,
    /// Due date.
    pub due: Option<NaiveDate>,
    /// Days to the due date; negative = overdue; 0 without a date.
    pub days: i64,
    /// «просрочено на 3 дня», «через 5 дней»; empty without a date.
    pub left: String,
    /// State.
    pub state: OccurrenceState,
}
