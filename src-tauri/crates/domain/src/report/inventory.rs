//! «Опись подтверждающих документов» of a period as data.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Head;

/// The version of this form, written into every snapshot.
pub const SCHEMA: &str = "opora.inventory/1";

/// Documents of a period, and what was done without one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Inventory {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// Who and about what.
    pub head: Head,
    /// The period in words: «IV квартал 2024 года»; empty for the whole programme.
    pub period: String,
    /// First day of the chosen period.
    pub from: Option<NaiveDate>,
    /// Last day of the chosen period.
    pub to: Option<NaiveDate>,
    /// Documents in the order of the plan.
    pub rows: Vec<InventoryRow>,
    /// What was done without a document.
    pub bare: Vec<BareRow>,
}

/// A document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct InventoryRow {
    /// Number of the event as in the programme.
    pub event_code: String,
    /// Title of the event.
    pub event_title: String,
    /// Title of the document.
    pub title: String,
    /// Its kind in words.
    pub kind: String,
    /// Its number, may be empty.
    pub number: String,
    /// Its date.
    pub date: Option<NaiveDate>,
    /// Name of the attached file; empty without one.
    pub file_name: String,
    /// Bytes of the file.
    pub size: i64,
    /// SHA-256 of the file, lower hex; empty without one.
    pub sha256: String,
}

/// Something done without a document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct BareRow {
    /// Number of the event as in the programme.
    pub event_code: String,
    /// Title of the event.
    pub event_title: String,
    /// Day on which it was done.
    pub done_on: Option<NaiveDate>,
    /// Document that the programme demands; empty when it demands none.
    pub demanded: String,
    /// Why there is none; may be empty.
    pub reason: String,
}

impl Inventory {
    /// Documents that have a file.
    pub fn with_file(&self) -> i64 {
        self.rows.iter().filter(|row| !row.sha256.is_empty()).count() as i64
    }

    /// Bytes of all files; a file attached twice is counted twice.
    pub fn bytes(&self) -> i64 {
        self.rows.iter().map(|row| row.size).sum()
    }
}
