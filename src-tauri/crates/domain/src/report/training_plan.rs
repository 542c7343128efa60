//! «План-график повышения квалификации» as data. Stays in the school: teachers are named.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Head;
use super::iom::StepRow;

/// The version of this form.
pub const SCHEMA: &str = "opora.training_plan/1";

/// Who learns what and when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TrainingPlan {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// Who made it, about which programme.
    pub head: Head,
    /// «2024 год», empty for the whole programme.
    pub period: String,
    /// First day of the period.
    pub from: Option<NaiveDate>,
    /// Last day of the period.
    pub to: Option<NaiveDate>,
    /// Courses by date.
    pub rows: Vec<TrainingRow>,
    /// Teachers with open deficits and no course ahead: name and topics.
    pub without: Vec<(String, String)>,
}

/// A teacher's course.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrainingRow {
    /// «Ким Л. А.».
    pub teacher: String,
    /// The course.
    #[serde(flatten)]
    pub step: StepRow,
}
