//! Municipal programmes and the adoption of one.

mod adopt;
mod list;
mod records;

use chrono::NaiveDate;
use opora_domain::authoring::ProgrammeOrigin;
use opora_domain::programme::Counts;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use adopt::adopt;
pub use list::list;

/// A municipal programme on its card.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ProgrammeCard {
    /// Id of the file.
    pub id: String,
    /// Title.
    pub title: String,
    /// For narrow places.
    pub short_title: String,
    /// District or town.
    pub territory: String,
    /// The act in words, may be empty.
    pub act: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: Option<NaiveDate>,
    /// Real counts of the file.
    pub counts: Counts,
    /// Irregularities of the text that are shown after adoption.
    pub notes: usize,
    /// Version of the file.
    pub version: u32,
    /// Where the file comes from.
    pub origin: ProgrammeOrigin,
}

/// A programme file chosen by `programme.pick_file`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ImportInput {
    /// Token of the file.
    pub token: String,
    /// When another file of the same id and version is already here: add this one as the next version.
    pub as_next_version: bool,
}

/// What became of an imported file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ImportView {
    /// The programme as it now stands in the list.
    pub card: ProgrammeCard,
    /// The very same file was already here: nothing has changed.
    pub already_here: bool,
}

/// Which programme.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct AdoptInput {
    /// Id of the file.
    pub id: String,
}
