//! The signing certificate of the school.

mod create;
mod current;
mod export;
mod get;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use create::create;
pub(crate) use create::make;
pub(crate) use current::{Current, current, words};
pub use export::export;
pub use get::get;

/// A certificate in words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CertificateView {
    /// Full name.
    pub owner: String,
    /// School.
    pub organisation: String,
    /// Serial number.
    pub serial: String,
    /// First day.
    pub valid_from: NaiveDate,
    /// Last day.
    pub valid_to: NaiveDate,
    /// Fingerprint.
    pub sha256: String,
    /// It may not sign any more.
    pub expired: bool,
}
