//! «Лист изменений» as data: the corrections of the school's programme.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Head;

/// The version of this form, written into every snapshot.
pub const SCHEMA: &str = "opora.changes/1";

/// All corrections in order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChangeSheet {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// Who and about what.
    pub head: Head,
    /// First day of the chosen period; empty for all.
    pub from: Option<NaiveDate>,
    /// Last day of the chosen period; empty for all.
    pub to: Option<NaiveDate>,
    /// Corrections, oldest first.
    pub rows: Vec<ChangeRow>,
}

/// A correction.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChangeRow {
    /// Number within the programme.
    pub number: i64,
    /// Day on which it was made.
    pub date: NaiveDate,
    /// What was changed and what was done to it: «Мероприятие 5.10 „…“: изменён срок».
    pub what: String,
    /// Fields before and after.
    pub fields: Vec<FieldRow>,
    /// Why.
    pub reason: String,
    /// «Приказ № 45 от 02.10.2024»; empty while the programme was a draft.
    pub basis: String,
    /// The version it went into; none while it waits for an approval.
    pub version: Option<i64>,
}

/// A field before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldRow {
    /// «Срок».
    pub label: String,
    /// May be empty.
    pub before: String,
    /// May be empty.
    pub after: String,
}
