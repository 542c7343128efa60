//! Monitoring stages and their frozen snapshots.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Id;
use crate::programme::StageKind;

/// A monitoring stage of the programme. A closed one is never edited (invariant 6).
///
/// Table: stage
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Stage {
    /// UUIDv7.
    pub id: Id,
    /// The programme.
    pub program_id: Id,
    /// Code in the programme.
    pub code: String,
    /// Kind.
    pub kind: StageKind,
    /// Title.
    pub title: String,
    /// First planned day, if known.
    pub planned_from: Option<NaiveDate>,
    /// Last planned day, if known.
    pub planned_to: Option<NaiveDate>,
    /// When closed; empty while open.
    pub closed_on: Option<NaiveDate>,
    /// The frozen snapshot, canonical JSON text; empty while open.
    pub snapshot: String,
    /// SHA-256 of the snapshot text, lower hex; empty while open.
    pub snapshot_sha256: String,
    /// Order.
    pub sort: i64,
}
