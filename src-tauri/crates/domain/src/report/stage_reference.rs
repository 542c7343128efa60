//! «Справка по этапу мониторинга» as data.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Head;

/// The version of this form.
pub const SCHEMA: &str = "opora.stage_reference/1";

/// What a stage showed, beside the stage before it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StageReference {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// Who made it, about which programme.
    pub head: Head,
    /// Title of the stage.
    pub stage: String,
    /// Kind of the stage in words.
    pub kind: String,
    /// First planned day.
    pub from: Option<NaiveDate>,
    /// Last planned day.
    pub to: Option<NaiveDate>,
    /// When closed; empty while the values are preliminary.
    pub closed_on: Option<NaiveDate>,
    /// SHA-256 of the frozen snapshot, lower hex; empty while open.
    pub sha256: String,
    /// Title of the stage before, may be empty.
    pub before: String,
    /// The indicators by the parts of the programme.
    pub areas: Vec<Area>,
    /// Indicators of the stage by state, in words, then of the stage before.
    pub states: Vec<StateCount>,
    /// What was corrected after the closing.
    pub corrections: Vec<String>,
    /// Conclusions by rule.
    pub conclusions: Vec<String>,
}

/// A part of the programme with its indicators.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    /// Title, may be empty.
    pub title: String,
    /// Indicators.
    pub rows: Vec<StageRow>,
}

/// An indicator at the stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StageRow {
    /// Code.
    pub code: String,
    /// Title.
    pub title: String,
    /// Unit in words, may be empty.
    #[serde(default)]
    pub unit: String,
    /// Target in words.
    pub target: String,
    /// Fact of the stage before.
    pub before: String,
    /// Fact of this stage.
    pub fact: String,
    /// How it changed.
    pub change: String,
    /// State in words.
    pub state: String,
}

/// How many indicators stand in a state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StateCount {
    /// State in words.
    pub state: String,
    /// At this stage.
    pub now: u32,
    /// At the stage before.
    pub before: u32,
}
