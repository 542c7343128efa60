//! «Отчёт по наставничеству» as data: no teacher by name.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Head;

/// The version of this form.
pub const SCHEMA: &str = "opora.mentoring_report/1";

/// How mentoring went in a period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MentoringReport {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// Who made it, about which programme.
    pub head: Head,
    /// «IV квартал 2024 года», empty for the whole programme.
    pub period: String,
    /// Teachers of the school who agreed to help colleagues.
    pub willing: i64,
    /// Teachers who lead a tandem of the period.
    pub mentors: i64,
    /// Teachers who are helped in the period.
    pub mentees: i64,
    /// Teachers with an open deficit and without a tandem.
    pub waiting: i64,
    /// Deficits closed in the period.
    pub closed_deficits: i64,
    /// Tandems of the period.
    pub tandems: Vec<TandemRow>,
    /// Conclusions by rule.
    pub conclusions: Vec<String>,
}

/// A tandem.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TandemRow {
    /// Topic.
    pub topic: String,
    /// «внутришкольный».
    pub scope: String,
    /// First day.
    pub from: NaiveDate,
    /// Planned last day.
    pub to: Option<NaiveDate>,
    /// Steps of its programme done by the end of the period.
    pub steps_done: i64,
    /// Steps of its programme.
    pub steps: i64,
    /// Steps whose term passed undone.
    pub steps_late: i64,
    /// Meetings in the period.
    pub meetings: i64,
    /// Status in words.
    pub status: String,
    /// Reason and outcome of the closing; for one whose term passed, that it must be prolonged or closed.
    pub note: String,
}
