//! The teachers.

mod archive;
mod events;
mod list;
mod restore;
mod save;

use chrono::NaiveDate;
use opora_domain::Id;
use opora_domain::occurrence::OccurrenceState;
use opora_domain::person::{Category, Subject};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use archive::archive;
pub use events::events;
pub use list::list;
pub use restore::restore;
pub use save::save;

/// What the user enters of a teacher.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PersonInput {
    /// Empty for a new one.
    pub id: Option<Id>,
    /// Фамилия Имя Отчество.
    pub fio: String,
    /// Post.
    pub post: String,
    /// Subjects.
    pub subjects: Vec<Subject>,
    /// Category.
    pub category: Category,
    /// Whole years.
    pub experience_years: Option<i64>,
    /// Hundredths of an hour.
    pub weekly_load: Option<i64>,
}

/// A teacher and a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ArchiveInput {
    /// The teacher.
    pub id: Id,
    /// Since when; empty = today.
    pub date: Option<NaiveDate>,
}

/// Only an id.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IdInput {
    /// The record.
    pub id: Id,
}

/// An event for which a person answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PersonEvent {
    /// The event.
    pub event_id: Id,
    /// Code.
    pub code: String,
    /// Title.
    pub title: String,
    /// How it stands: the worst open state, or done.
    pub state: Option<OccurrenceState>,
}
