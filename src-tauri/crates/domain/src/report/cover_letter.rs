//! «Сопроводительное письмо» as data.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Head;

/// The version of this form.
pub const SCHEMA: &str = "opora.cover_letter/1";

/// What is sent, to whom.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CoverLetter {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// Who made it, about which programme.
    pub head: Head,
    /// The school's site, may be empty.
    pub site: String,
    /// To whom, in the dative.
    pub addressee: String,
    /// Documents sent.
    pub rows: Vec<SentRow>,
}

/// A document sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentRow {
    /// Title.
    pub title: String,
    /// Number.
    pub number: String,
    /// Date.
    pub date: NaiveDate,
    /// Pages.
    pub pages: i64,
    /// Name of the file.
    pub file_name: String,
    /// SHA-256, lower hex.
    pub sha256: String,
}
