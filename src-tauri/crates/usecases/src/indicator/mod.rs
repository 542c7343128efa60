//! Indicators: targets against facts.

mod auto;
mod board;
mod breakdown;
mod clear_fact;
mod correct_fact;
mod entry;
mod override_fact;
mod read_target;
mod series;
mod set_fact;
mod sheet;
mod use_auto;

use chrono::NaiveDate;
use opora_domain::Id;
use opora_domain::auto::CountedItem;
use opora_domain::indicator::{Indicator, ValueSource};
use opora_domain::monitoring::Stage;
use opora_domain::target::{Fact, IndicatorState, Target, Unit};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub(crate) use board::{Board, runs_on};
pub use breakdown::breakdown;
pub use clear_fact::clear_fact;
pub use correct_fact::correct_fact;
pub use override_fact::override_fact;
pub use read_target::read_target;
pub use set_fact::set_fact;
pub use sheet::sheet;
pub(crate) use sheet::{sheet_of, sheet_on};
pub use use_auto::use_auto;

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
    /// What the program counts for it by itself, in words; empty for an indicator filled by hand.
    pub auto_label: String,
    /// One per stage, in order.
    pub cells: Vec<IndicatorCell>,
    /// The same as numbers, for a small chart.
    pub series: IndicatorSeries,
}

/// Facts against targets over the stages. All numbers are hundredths of the unit: 65,0 % is 6500.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IndicatorSeries {
    /// «%», «ед.», «да/нет».
    pub unit: String,
    /// The top of the chart, never below a point; its bottom is zero.
    pub top: i64,
    /// One per stage, in order.
    pub points: Vec<SeriesPoint>,
}

/// One stage of a chart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SeriesPoint {
    /// Code of the stage.
    pub stage: String,
    /// Its short name: «2024», «Стартовый».
    pub label: String,
    /// The fact may not be below this.
    pub target_min: Option<i64>,
    /// The fact may not be above this; for a range its upper end, for information.
    pub target_max: Option<i64>,
    /// The target in words; may be empty.
    pub target_text: String,
    /// The fact; a «да» is 100, a «нет» is 0.
    pub fact: Option<i64>,
    /// The fact in words; may be empty.
    pub fact_text: String,
    /// State.
    pub state: IndicatorState,
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
    /// Where the fact that counts comes from; empty without one.
    pub source: Option<ValueSource>,
    /// «авто», «внесено вручную»; empty without a fact.
    pub source_label: String,
    /// What the program counts by itself, beside the fact that counts; empty for an indicator filled by hand.
    pub auto: Option<AutoValue>,
    /// Why the value counted by the program was replaced; may be empty.
    pub override_reason: String,
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

/// What the program counts for a cell by itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct AutoValue {
    /// The fact; empty when the data do not say.
    pub fact: Option<Fact>,
    /// The fact in words; may be empty.
    pub fact_text: String,
    /// What was counted, or why nothing could be, in one sentence.
    pub explanation: String,
    /// Another fact counts: the one entered by hand or the one frozen at the closing.
    pub differs: bool,
}

/// What the counted fact is made of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Breakdown {
    /// Code and title of the indicator.
    pub title: String,
    /// Title of the stage.
    pub stage_title: String,
    /// The formula in words.
    pub auto_label: String,
    /// What was counted.
    pub auto: AutoValue,
    /// One by one: teachers, documents, meetings.
    pub items: Vec<CountedItem>,
}

/// A cell of the sheet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CellInput {
    /// The indicator.
    pub indicator_id: Id,
    /// Code of the stage.
    pub stage: String,
}

/// A fact that replaces the one counted by the program.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct OverrideInput {
    /// The indicator.
    pub indicator_id: Id,
    /// Code of the stage.
    pub stage: String,
    /// The fact.
    pub fact: Fact,
    /// Empty = today.
    pub as_of: Option<NaiveDate>,
    /// Why the counted one will not do.
    pub reason: String,
}

/// A target as typed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct TargetTextInput {
    /// The words.
    pub raw: String,
    /// Unit of the indicator.
    pub unit: Unit,
}

/// How a target is understood.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct TargetReading {
    /// The target with its words.
    pub target: Target,
    /// The reading in words: «не менее 70 %».
    pub words: String,
    /// It was not understood: it will be observed, not judged.
    pub unread: bool,
}
