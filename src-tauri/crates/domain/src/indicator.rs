//! Indicators of the school's programme, their targets and facts.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Id;
use crate::programme::Projection;
use crate::target::{Fact, Target, Unit};

/// An indicator.
///
/// Table: indicator
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Indicator {
    /// UUIDv7.
    pub id: Id,
    /// The programme.
    pub program_id: Id,
    /// The task it stands under.
    pub task_id: Option<Id>,
    /// Code in the programme.
    pub code: String,
    /// Title.
    pub title: String,
    /// Unit of measurement.
    pub unit: Unit,
    /// How the municipal value looks at one school.
    pub projection: Projection,
    /// A measurable result of an event rather than an indicator of the programme (Енисейск).
    pub measured_result: bool,
    /// Order.
    pub sort: i64,
}

/// A target of an indicator at a stage.
///
/// Table: indicator_target
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IndicatorTarget {
    /// UUIDv7.
    pub id: Id,
    /// The indicator.
    pub indicator_id: Id,
    /// Code of the stage, or `const` / `direction` for all stages.
    pub stage: String,
    /// The target. Json column.
    pub target: Target,
}

/// A fact entered for an indicator at a stage; the newest one that is not corrected counts.
///
/// Table: indicator_value
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IndicatorValue {
    /// UUIDv7.
    pub id: Id,
    /// The indicator.
    pub indicator_id: Id,
    /// Code of the stage.
    pub stage: String,
    /// The fact. Json column.
    pub fact: Fact,
    /// As of which day.
    pub as_of: NaiveDate,
    /// Source or remark, may be empty.
    pub comment: String,
    /// The value of a closed stage that this one corrects.
    pub corrects: Option<Id>,
}
