//! Versions of the programme: what an order has approved, frozen.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Id;

/// A version. Never edited. Number 0 is the programme as it was adopted, before its first correction.
///
/// Table: program_version
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ProgramVersion {
    /// UUIDv7.
    pub id: Id,
    /// The programme.
    pub program_id: Id,
    /// 0, 1, 2…
    pub number: i64,
    /// The day on which it was fixed.
    pub fixed_on: NaiveDate,
    /// Number of the order; empty for version 0.
    pub order_no: String,
    /// Date of the order; empty for version 0.
    pub order_date: Option<NaiveDate>,
    /// Who approved it, «директор МБОУ …»; empty for version 0.
    pub authority: String,
    /// Note, may be empty.
    pub note: String,
    /// The whole programme as it was, canonical JSON text.
    pub snapshot: String,
    /// SHA-256 of the snapshot text, lower hex.
    pub snapshot_sha256: String,
}
