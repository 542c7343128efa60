//! «Аналитическая справка по результатам оценочных процедур» as data.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Head;

/// The version of this form.
pub const SCHEMA: &str = "opora.assessment_reference/1";

/// What the assessments showed; counts only.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AssessmentReference {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// Who made it, about which programme.
    pub head: Head,
    /// «2024 год», empty for the whole programme.
    pub period: String,
    /// Results, oldest first within a procedure.
    pub rows: Vec<ResultRow>,
    /// The same procedure, subject and grade twice or more: the last two side by side.
    pub dynamics: Vec<DynamicsRow>,
    /// The rule of low results year by year.
    pub low: Vec<YearRow>,
    /// Conclusions by rule.
    pub conclusions: Vec<String>,
}

/// One procedure in one grade.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultRow {
    /// Kind in words.
    pub kind: String,
    /// Subject in words.
    pub subject: String,
    /// Grade.
    pub grade: i64,
    /// Day.
    pub date: NaiveDate,
    /// Took part.
    pub participants: i64,
    /// Got «2» or less than the minimum.
    pub failed: i64,
    /// Got «4» or «5».
    pub good: i64,
}

/// The last result beside the one before; in tenths of a per cent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DynamicsRow {
    /// «ВПР, математика, 6 класс».
    pub what: String,
    /// Day of the earlier one.
    pub before_on: NaiveDate,
    /// Day of the last one.
    pub on: NaiveDate,
    /// Who passed, before.
    pub passed_before: i64,
    /// Who passed, now.
    pub passed: i64,
    /// «4» and «5», before.
    pub good_before: i64,
    /// «4» and «5», now.
    pub good: i64,
    /// Fewer than ten took part in one of them: chance weighs much.
    pub small: bool,
}

/// Low results of a school year among ЕГЭ, ОГЭ, ВПР in Russian and mathematics.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct YearRow {
    /// «2024/25».
    pub year: String,
    /// Procedures held.
    pub held: i64,
    /// Those in which 30 % or more failed, in words.
    pub low: Vec<String>,
}
