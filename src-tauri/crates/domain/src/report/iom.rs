//! «Индивидуальный образовательный маршрут педагога» as data. Stays in the school: the teacher is named.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Head;

/// The version of this form.
pub const SCHEMA: &str = "opora.iom/1";

/// A teacher's route.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Iom {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// Who made it, about which programme.
    pub head: Head,
    /// Full name of the teacher.
    pub fio: String,
    /// Post.
    pub post: String,
    /// Subjects in words.
    pub subjects: String,
    /// Category in words.
    pub category: String,
    /// Experience, whole years.
    pub experience: Option<i64>,
    /// Deficits: topic, what is needed, when found, when closed.
    pub deficits: Vec<DeficitRow>,
    /// Steps in order of time.
    pub steps: Vec<StepRow>,
}

/// A deficit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeficitRow {
    /// Topic.
    pub topic: String,
    /// What is needed.
    pub need: String,
    /// When found.
    pub found_on: NaiveDate,
    /// When closed.
    pub closed_on: Option<NaiveDate>,
}

/// A step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepRow {
    /// Topic of the deficit, may be empty.
    pub deficit: String,
    /// Form in words.
    pub form: String,
    /// What is learnt.
    pub title: String,
    /// Where.
    pub provider: String,
    /// Hours.
    pub hours: Option<i64>,
    /// First day.
    pub from: NaiveDate,
    /// By when.
    pub to: Option<NaiveDate>,
    /// When finished.
    pub done_on: Option<NaiveDate>,
    /// Document got.
    pub document: String,
    /// When put into practice.
    pub introduced_on: Option<NaiveDate>,
}
