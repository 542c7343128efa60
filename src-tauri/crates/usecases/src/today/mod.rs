//! The first screen: what burns, what is near, what needs a word.

mod due;
mod get;

use chrono::NaiveDate;
use opora_domain::Id;
use opora_domain::occurrence::OccurrenceState;
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
    /// Due within two weeks.
    pub soon: Vec<DueItem>,
    /// Running now, due later.
    pub running: Vec<DueItem>,
    /// To be given a date («Требует уточнения»).
    pub undated: Vec<DueItem>,
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
    /// Window in words.
    pub when: String,
    /// Due date.
    pub due: Option<NaiveDate>,
    /// Days to the due date; negative = overdue; 0 without a date.
    pub days: i64,
    /// State.
    pub state: OccurrenceState,
}
