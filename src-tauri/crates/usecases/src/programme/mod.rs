//! Municipal programmes and the adoption of one.

mod adopt;
mod check;
mod export;
pub(crate) mod file;
mod import;
mod list;
mod pick_file;
mod preview_adopt;
mod records;

use chrono::NaiveDate;
use opora_domain::authoring::ProgrammeOrigin;
use opora_domain::period::Period;
use opora_domain::programme::Counts;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::program::renewal::NewPeriodInput;

pub(crate) use file::adopted as adopted_file;

pub(crate) use import::taken_ids;
pub(crate) use pick_file::pick;

pub use adopt::adopt;
pub use check::{Checked, blank, check_file};
pub use export::export;
pub use import::{add, import};
pub use list::list;
pub use pick_file::pick_file;
pub use preview_adopt::preview_adopt;

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
    /// Terms that have already passed, «12 сроков уже прошло»: would they be debts? Empty when none has.
    pub past_terms: String,
    /// Its last day has passed: it is offered to be moved to the years that run.
    pub past: bool,
    /// The period offered then.
    pub suggested_period: Option<Period>,
    /// The same in words: «1 января 2026 г. – 31 декабря 2029 г.»; empty when none is offered.
    pub suggested_label: String,
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

/// Adopts a programme, in its own period or in another one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct AdoptPeriodInput {
    /// Id of the file.
    pub id: String,
    /// The period when it is not the programme's own.
    pub period: Option<NewPeriodInput>,
    /// Terms that have passed by today are no debts: the programme binds from today.
    #[serde(default)]
    pub from_today: bool,
}

/// A programme in another period, to be looked at before the adoption.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PreviewAdoptInput {
    /// Id of the file.
    pub id: String,
    /// The period.
    pub period: NewPeriodInput,
}

/// Which programme.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct AdoptInput {
    /// Id of the file.
    pub id: String,
}
