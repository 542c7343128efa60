//! Filled questionnaires and the deficits found by them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Id;

/// A teacher's answers to one version of an instrument. Completed answers are never edited (invariant 6).
///
/// Table: response
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Response {
    /// UUIDv7.
    pub id: Id,
    /// Who answered.
    pub person_id: Id,
    /// Code of the instrument, `DX-MATH`.
    pub instrument: String,
    /// Its version: answers of different versions are not compared.
    pub version: String,
    /// When the draft was begun.
    pub started_on: NaiveDate,
    /// When it was finished; empty for a draft.
    pub completed_on: Option<NaiveDate>,
    /// Item id → 0…3, or null for «не веду». Json column.
    pub answers: BTreeMap<String, Option<u8>>,
    /// «С чем помочь в первую очередь?», may be empty.
    pub help_text: String,
    /// Ready to help colleagues as a mentor.
    pub agrees_to_help: bool,
    /// Items on which she would help; empty = any that she commands. Json column.
    pub help_topics: Vec<String>,
    /// The form of help she finds convenient, an option of the instrument; may be empty.
    pub help_form: String,
}

impl Response {
    /// She agreed to help colleagues with this item.
    pub fn helps_with(&self, item: &str) -> bool {
        self.agrees_to_help
            && (self.help_topics.is_empty() || self.help_topics.iter().any(|topic| topic == item))
    }
}

/// A professional deficit: one item on which a teacher needs help.
///
/// Table: deficit
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Deficit {
    /// UUIDv7.
    pub id: Id,
    /// Whose deficit.
    pub person_id: Id,
    /// The answers that showed it.
    pub response_id: Id,
    /// Item of the instrument.
    pub item: String,
    /// Topic of the item.
    pub topic: String,
    /// 2 = consultation needed, 3 = training needed.
    pub severity: u8,
    /// When found.
    pub found_on: NaiveDate,
    /// When closed; empty while open.
    pub closed_on: Option<NaiveDate>,
    /// How it was closed, may be empty.
    pub closed_note: String,
}

impl Deficit {
    /// What is needed, in words.
    pub fn severity_label(&self) -> &'static str {
        match self.severity {
            0 => "нет затруднений",
            1 => "справляется самостоятельно",
            2 => "нужна консультация",
            _ => "нужно обучение",
        }
    }
}
