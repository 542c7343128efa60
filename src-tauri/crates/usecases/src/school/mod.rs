//! The school card.

mod get;
mod save;

use opora_domain::school::SchoolStatus;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use get::get;
pub use save::save;
pub(crate) use save::to_school;

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
