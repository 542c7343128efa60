//! Indicators of the school's programme, their targets and facts.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Id;
use crate::program::Origin;
use crate::programme::{AutoFact, Projection};
use crate::target::{Fact, Target, Unit};
use crate::words::Words;

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
    /// What the program counts for it by itself; none for an indicator filled by hand. Json column.
    #[serde(default)]
    pub auto: Option<AutoFact>,
    /// A measurable result of an event rather than an indicator of the programme (Енисейск).
    pub measured_result: bool,
    /// Order.
    pub sort: i64,
    /// Where it comes from.
    pub origin: Origin,
    /// Its code in the municipal programme; empty for the school's own.
    pub template_code: Option<String>,
    /// Since when it is left out of the programme; empty while it stands.
    pub withdrawn_on: Option<NaiveDate>,
}

impl Indicator {
    /// It stands in the programme now.
    pub fn is_in_plan(&self) -> bool {
        self.withdrawn_on.is_none()
    }
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
    /// Where it comes from: a municipal target that the school changed is its own.
    pub origin: Origin,
    /// Since when it is left out of the programme; empty while it stands.
    pub withdrawn_on: Option<NaiveDate>,
}

impl IndicatorTarget {
    /// It stands in the programme now.
    pub fn is_in_plan(&self) -> bool {
        self.withdrawn_on.is_none()
    }
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
    /// Counted by the program (only when its stage was closed) or entered by hand.
    #[serde(default)]
    pub source: ValueSource,
    /// Why the value counted by the program was replaced; empty when it was not.
    #[serde(default)]
    pub override_reason: String,
}

/// Where a value comes from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the labels below say it")]
pub enum ValueSource {
    Auto,
    #[default]
    Manual,
}

impl Words for ValueSource {
    const ALL: &'static [Self] = &[Self::Auto, Self::Manual];

    fn label(self) -> &'static str {
        match self {
            Self::Auto => "авто",
            Self::Manual => "внесено вручную",
        }
    }
}
