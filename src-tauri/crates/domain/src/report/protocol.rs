//! «Протокол заседания рабочей группы» as data.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Head;

/// The version of this form.
pub const SCHEMA: &str = "opora.protocol/1";

/// Minutes of a meeting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Protocol {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// Who made it, about which programme.
    pub head: Head,
    /// Number, may be empty.
    pub number: String,
    /// Day.
    pub date: NaiveDate,
    /// How many were present, if entered.
    pub present: Option<i64>,
    /// Questions.
    pub agenda: Vec<String>,
    /// Decisions.
    pub decisions: Vec<String>,
}
