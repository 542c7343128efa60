//! «Дорожная карта» with marks as data (domain document E.2).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{EventScope, Head};

/// The version of this form, written into every snapshot.
pub const SCHEMA: &str = "opora.roadmap/1";

/// The plan and what came of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RoadmapDocument {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// Who and about what.
    pub head: Head,
    /// The period in words: «2024 год»; empty for the whole programme.
    pub period: String,
    /// First day of the chosen period.
    pub from: Option<NaiveDate>,
    /// Last day of the chosen period.
    pub to: Option<NaiveDate>,
    /// Whose events.
    pub scope: EventScope,
    /// Tasks with their events.
    pub tasks: Vec<TaskRows>,
    /// What the school owes in the period, and how much of it is done.
    pub totals: Totals,
}

/// A task with its rows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TaskRows {
    /// Number.
    pub code: String,
    /// Title.
    pub title: String,
    /// Rows in the order of the plan.
    pub rows: Vec<EventRow>,
}

/// A row of the plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EventRow {
    /// Number as in the programme.
    pub code: String,
    /// Title.
    pub title: String,
    /// A heading row without execution of its own.
    pub is_group: bool,
    /// The school is not its executor.
    pub informative: bool,
    /// Planned result, may be empty.
    pub result: String,
    /// Term as written in the programme, or the school's dates.
    pub term: String,
    /// Who answers for it.
    pub responsible: String,
    /// Document that the programme demands, may be empty.
    pub demanded: String,
    /// Executions in the period.
    pub marks: Vec<Mark>,
}

/// An execution.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    /// The window in words: «май 2022 г.».
    pub when: String,
    /// The status in words: «Исполнено».
    pub status: String,
    /// Day on which it was done.
    pub done_on: Option<NaiveDate>,
    /// Documents, «Приказ № 41 от 02.10.2024».
    pub documents: Vec<String>,
    /// Result or reason, may be empty.
    pub note: String,
}

/// Counts over what the school owes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// To be done in the period.
    pub planned: i64,
    /// Done.
    pub done: i64,
    /// Overdue.
    pub overdue: i64,
}
