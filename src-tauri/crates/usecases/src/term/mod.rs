//! Terms as the user types them.

mod read;

use chrono::NaiveDate;
pub use opora_domain::period::Period;
use opora_domain::term::Term;
pub use opora_domain::term::{OccurrenceKind, SchoolCalendar, TermOccurrence};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use read::{read, reading};

/// The words of a term and the period of its programme.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ReadTermInput {
    /// As the plan writes them.
    pub raw: String,
    /// First day of the programme.
    pub from: NaiveDate,
    /// Its last day, if there is one.
    pub to: Option<NaiveDate>,
}

/// How the words are read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct TermReading {
    /// The formal reading.
    pub term: Term,
    /// The same in plain Russian, for the user to confirm.
    pub words: String,
    /// What comes of it within the programme.
    pub occurrences: Vec<TermOccurrence>,
    /// What the user has to decide; empty when the reading is certain.
    pub problems: Vec<String>,
}
