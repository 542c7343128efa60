//! Monitoring stages and frozen snapshots.

mod close;
mod list;
mod plan;
mod sheet;
mod snapshot;
mod view;

use chrono::NaiveDate;
use opora_domain::Id;
use opora_domain::monitoring::Stage;
use opora_domain::target::IndicatorState;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use close::close;
pub use list::list;
pub use plan::plan;
pub use sheet::sheet;

/// A stage on its card.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct StageView {
    /// The stage; its snapshot text is left out here.
    pub stage: Stage,
    /// Kind in words.
    pub kind_label: String,
    /// Indicators with a value.
    pub filled: usize,
    /// Indicators in all.
    pub of: usize,
    /// Indicators achieved.
    pub achieved: usize,
    /// Today lies within it.
    pub running: bool,
}

/// A stage and its values.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct StageSheet {
    /// The stage.
    pub view: StageView,
    /// Live values, or the frozen ones when closed.
    pub rows: Vec<StageRow>,
    /// Corrections recorded after the closing.
    pub corrections: Vec<CorrectionRow>,
}

/// One indicator in a stage.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct StageRow {
    /// The indicator.
    pub indicator_id: Id,
    /// Code.
    pub code: String,
    /// Title.
    pub title: String,
    /// Target in words; may be empty.
    pub target: String,
    /// Fact in words; may be empty.
    pub fact: String,
    /// State.
    pub state: IndicatorState,
    /// In words.
    pub explanation: String,
    /// The municipality keeps it: the school enters nothing.
    #[serde(default)]
    pub municipal: bool,
}

/// A correction after the closing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CorrectionRow {
    /// Code of the indicator.
    pub code: String,
    /// What the snapshot says.
    pub frozen: String,
    /// What is right.
    pub corrected: String,
    /// Why.
    pub reason: String,
    /// When recorded.
    pub date: NaiveDate,
}

/// Planned dates of a stage.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PlanInput {
    /// The stage.
    pub id: Id,
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
}
