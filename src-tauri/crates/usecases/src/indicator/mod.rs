//! Indicators: targets against facts.

mod board;
mod clear_fact;
mod correct_fact;
mod entry;
mod set_fact;
mod sheet;

use chrono::NaiveDate;
use opora_domain::Id;
use opora_domain::indicator::Indicator;
use opora_domain::monitoring::Stage;
use opora_domain::target::{Fact, IndicatorState};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub(crate) use board::{Board, runs_on};
pub use clear_fact::clear_fact;
pub use correct_fact::correct_fact;
pub use set_fact::set_fact;
pub use sheet::sheet;

/// All indicators of the programme by stage.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IndicatorSheet {
    /// Columns.
    pub stages: Vec<Stage>,
    /// Code of the stage running today.
    pub current_stage: Option<String>,
    /// Rows by task.
    pub groups: Vec<IndicatorGroup>,
}

/// Indicators of one task.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IndicatorGroup {
    /// Title of the task.
    pub title: String,
    /// Indicators.
    pub rows: Vec<IndicatorRow>,
}

/// One indicator over the stages.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IndicatorRow {
    /// The indicator.
    pub indicator: Indicator,
    /// How the municipal share looks at one school, in words; may be empty.
    pub projection_label: String,
    /// One per stage, in order.
    pub cells: Vec<IndicatorCell>,
}

/// Target against fact at one stage.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IndicatorCell {
    /// Code of the stage.
    pub stage: String,
    /// The target in words; empty when there is none.
    pub target: Option<String>,
    /// The target in per cent when it is a share, for a chart.
    pub target_share: Option<i64>,
    /// The fact that counts.
    pub fact: Option<Fact>,
    /// The fact in words; empty without one.
    pub fact_text: String,
    /// The fact in tenths of a per cent when it is a share, for a chart.
    pub fact_share: Option<i64>,
    /// State.
    pub state: IndicatorState,
    /// «13 из 20 = 65,0 %, цель не менее 70 %: не хватает 1».
    pub explanation: String,
    /// The value that counts.
    pub value_id: Option<Id>,
    /// As of which day.
    pub as_of: Option<NaiveDate>,
    /// Source or remark.
    pub comment: String,
    /// The stage is closed.
    pub frozen: bool,
    /// The value corrects one of a closed stage.
    pub corrected: bool,
}

/// A fact as entered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct FactInput {
    /// The indicator.
    pub indicator_id: Id,
    /// Code of the stage.
    pub stage: String,
    /// The fact.
    pub fact: Fact,
    /// Empty = today.
    pub as_of: Option<NaiveDate>,
    /// Source or, for a correction, the reason.
    pub comment: String,
}
