//! «Протокол заседания рабочей группы» as data.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Head;
use crate::registers::Resolution;

/// The version of this form.
pub const SCHEMA: &str = "opora.protocol/2";

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
    /// Who presided, may be empty.
    pub chair: String,
    /// Who kept the minutes, may be empty.
    pub secretary: String,
    /// Names of those present, may be empty.
    pub attended: Vec<String>,
    /// Questions.
    pub agenda: Vec<String>,
    /// Who was heard about what, may be empty.
    pub heard: Vec<String>,
    /// Who spoke, may be empty.
    pub spoke: Vec<String>,
    /// Decisions.
    pub decisions: Vec<Resolution>,
}
