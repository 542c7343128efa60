//! «Аналитическая справка по самодиагностике» as data: no teacher by name.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Head;

/// The version of this form.
pub const SCHEMA: &str = "opora.self_diagnosis_reference/1";

/// What the self-diagnosis showed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SelfDiagnosisReference {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// Who made it, about which programme.
    pub head: Head,
    /// «2024 год», empty for the whole programme.
    pub period: String,
    /// Coverage in words.
    pub coverage: String,
    /// Coverage by subject: subject, passed, of how many.
    pub by_subject: Vec<(String, i64, i64)>,
    /// A part for each questionnaire that was filled.
    pub parts: Vec<Part>,
    /// Conclusions by rule.
    pub conclusions: Vec<String>,
    /// Recommendations by rule.
    pub recommendations: Vec<String>,
}

/// One questionnaire.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// Title.
    pub title: String,
    /// Version.
    pub version: String,
    /// Statements.
    pub items: i64,
    /// The answers of the scale, in order.
    pub scale: Vec<String>,
    /// Levels of the index: «до 24 % — …».
    pub levels: Vec<String>,
    /// First day of completion.
    pub from: NaiveDate,
    /// Last day of completion.
    pub to: NaiveDate,
    /// Teachers who completed it.
    pub teachers: i64,
    /// Results by block.
    pub blocks: Vec<BlockRow>,
    /// Teachers who completed it twice: only they are compared.
    pub compared: i64,
    /// Needs of many: topic, teachers, of how many.
    pub collective: Vec<(String, i64, i64)>,
    /// Needs of each, without names.
    pub personal: Vec<PersonalRow>,
}

/// A block of a questionnaire; indexes in tenths of a per cent, the greater the more help is needed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockRow {
    /// Title.
    pub title: String,
    /// Index over all who answered.
    pub index: Option<i64>,
    /// Its level in words.
    pub level: String,
    /// Those who answered twice: the time before.
    pub before: Option<i64>,
    /// Those who answered twice: now.
    pub after: Option<i64>,
}

/// What one teacher needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonalRow {
    /// «Педагог 1».
    pub teacher: String,
    /// Block.
    pub block: String,
    /// Topic.
    pub topic: String,
    /// What is needed, in words.
    pub need: String,
    /// Day of closing.
    pub closed_on: Option<NaiveDate>,
}
