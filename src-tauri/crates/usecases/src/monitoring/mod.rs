//! Monitoring stages and frozen snapshots.

mod close;
mod compare;
mod difference;
mod list;
mod plan;
mod sheet;
mod snapshot;
mod view;

use chrono::NaiveDate;
use opora_domain::Id;
use opora_domain::indicator::ValueSource;
use opora_domain::monitoring::Stage;
use opora_domain::target::IndicatorState;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use close::close;
pub use compare::compare;
pub(crate) use compare::compare_on;
pub(crate) use list::cards;
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
    /// Where the fact comes from; empty without one, and in snapshots older than this column.
    #[serde(default)]
    pub source: Option<ValueSource>,
    /// What was counted, when the program counted it; why its value was replaced, when it was; may be empty.
    #[serde(default)]
    pub source_note: String,
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

/// Which stages to put side by side.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CompareStagesInput {
    /// Codes of the stages; none = all of the programme.
    pub stages: Vec<String>,
}

/// Stages side by side.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct StageComparison {
    /// The stages in the order of the programme.
    pub columns: Vec<CompareColumn>,
    /// Indicators that stand in one of them.
    pub rows: Vec<CompareRow>,
    /// «Между этапами „2023 год“ и „2024 год“: лучше — 5, хуже — 1, без изменений — 3».
    pub summary: Vec<String>,
}

/// One stage of a comparison.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CompareColumn {
    /// Its card.
    pub view: StageView,
    /// The values are live, the stage is open.
    pub preliminary: bool,
    /// «предварительно: этап не закрыт», «снимок от 10.01.2025, контрольная сумма совпадает».
    pub note: String,
    /// The snapshot does not match its hash: none of its values is shown.
    pub damaged: bool,
}

/// One indicator over the compared stages.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CompareRow {
    /// The indicator.
    pub indicator_id: Id,
    /// Code.
    pub code: String,
    /// Title.
    pub title: String,
    /// The municipality keeps it: the school enters nothing.
    pub municipal: bool,
    /// One per column; empty where the indicator does not stand in the stage.
    pub cells: Vec<Option<CompareCell>>,
}

/// One indicator at one of the compared stages.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CompareCell {
    /// Target in words; may be empty.
    pub target: String,
    /// Fact in words; may be empty.
    pub fact: String,
    /// State.
    pub state: IndicatorState,
    /// In words.
    pub explanation: String,
    /// Where the fact comes from; empty without one.
    pub source: Option<ValueSource>,
    /// The change since the column on the left that has this indicator.
    pub change: Option<Change>,
    /// What was recorded after the closing: «исправлено 12.02.2025: 15 из 20 = 75,0 % (не учли совместителей)».
    pub corrections: Vec<String>,
    /// How present data differ from the snapshot: «после закрытия изменилось: …»; empty when they agree.
    pub drift: String,
}

/// How a fact changed between two stages.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Change {
    /// «+12,5 п. п.», «на 3 меньше», «без изменений», «было „нет“, стало „да“».
    pub text: String,
    /// Which way.
    pub direction: ChangeDirection,
    /// For the better or for the worse; empty when the programme does not say which way is good.
    pub better: Option<bool>,
}

/// Which way a fact moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum ChangeDirection {
    Up,
    Down,
    Same,
}
