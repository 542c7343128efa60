//! The school card.

mod calendar;
mod get;
mod paper;
mod save;
mod save_calendar;

use opora_domain::school::SchoolStatus;
use opora_domain::term::SchoolPart;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use calendar::calendar;
pub(crate) use calendar::{calendar_of, calendar_or_usual};
pub use get::get;
pub(crate) use paper::settings;
pub use paper::{paper, save_paper};
pub use save::save;
pub(crate) use save::to_school;
pub use save_calendar::save_calendar;

/// What the user enters of the school.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SchoolInput {
    /// Full name as in the charter.
    pub full_name: String,
    /// Short name.
    pub short_name: String,
    /// District or town with the region.
    pub territory: String,
    /// Municipal education authority.
    pub authority: String,
    /// To whom reports go, in the dative.
    pub addressee: String,
    /// Full name.
    pub director: String,
    /// Full name.
    pub deputy: String,
    /// Year in which the school year began.
    pub school_year: i32,
    /// May be empty.
    pub site: String,
    /// Status given by the municipality.
    pub status: SchoolStatus,
    /// May be empty.
    pub status_basis: String,
    /// Number of pupils.
    pub pupils: Option<i64>,
}

/// How the school's papers look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaperInput {
    /// Type of the text, points.
    pub type_size: u8,
    /// Left margin, millimetres.
    pub left_margin: u8,
    /// Line spacing, hundredths.
    pub spacing: u16,
    /// A QR code on the first sheet.
    pub code: bool,
}

/// How the school's papers look and what may be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaperView {
    /// Chosen now.
    pub paper: PaperInput,
    /// Types of the text.
    pub type_sizes: Vec<PaperChoice>,
    /// Left margins.
    pub left_margins: Vec<PaperChoice>,
    /// Line spacings.
    pub spacings: Vec<PaperChoice>,
    /// What the choice changes and what it does not, in sentences.
    pub about: String,
    /// What the QR code holds, in a sentence.
    pub code_hint: String,
}

/// A value with its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaperChoice {
    /// What to send.
    pub value: u16,
    /// «12 пт».
    pub label: String,
}

/// Quarters or trimesters of the school years about now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CalendarView {
    /// In order.
    pub years: Vec<CalendarYear>,
}

/// One school year.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CalendarYear {
    /// Year in which it begins.
    pub year: i32,
    /// Its quarters or trimesters.
    pub parts: Vec<SchoolPart>,
    /// The school has entered them; otherwise these are the usual days.
    pub entered: bool,
}

/// The quarters of a school year, as entered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CalendarInput {
    /// Year in which it begins.
    pub year: i32,
    /// Its quarters or trimesters, in order.
    pub parts: Vec<SchoolPart>,
}
