//! Targets of indicators, facts, and the judgement of one by the other in whole numbers.

mod amount;
mod bounds;
mod change;
mod judge;
mod number;
mod parse;
mod say;

pub use bounds::Bounds;
pub use change::change;
pub use judge::{Judgement, judge, judge_counting};
pub use number::{decimal, percent, percent_tenths};
pub use parse::{parse, parse_by_year, parse_titled};
pub use say::Noun;

use crate::words::Words;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A target as the programme writes it and as it is read.
///
/// Numbers are whole: percent points, pieces or people; of `score` and `mark` hundredths.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// The exact words of the programme.
    pub raw: String,
    /// How the fact is compared.
    pub cmp: Cmp,
    /// The threshold of `gte`, `lte`, `eq`, `increase_abs_gte`, `decrease_rel_gte`.
    #[serde(default)]
    pub value: Option<i32>,
    /// Lower end of `between`.
    #[serde(default)]
    pub min: Option<i32>,
    /// Upper end of `between`, for information: more is also achieved.
    #[serde(default)]
    pub max: Option<i32>,
    /// What is added to the baseline («план работы школы +2»).
    #[serde(default)]
    pub plus: Option<i32>,
    /// What the numbers count.
    pub unit: Unit,
    /// What the fact is compared with, or for `cmp: baseline` what is entered.
    #[serde(default)]
    pub baseline: Option<Baseline>,
    /// Only respondents of at least this level are counted («не ниже среднего»): `medium`.
    #[serde(default)]
    pub level_at_least: Option<String>,
    /// The numbers are in hundredths of the unit («не менее 72,5 %» is 7250); scores and marks always are.
    #[serde(default)]
    pub hundredths: bool,
    /// The words allow another reading: listed under «Требует уточнения».
    #[serde(default)]
    pub ambiguous: bool,
    /// What was assumed or could not be read, in Russian; empty when nothing.
    #[serde(default)]
    pub note: String,
}

impl Target {
    /// The numbers of this target are hundredths of its unit.
    pub fn counts_hundredths(&self) -> bool {
        self.hundredths || matches!(self.unit, Unit::Score | Unit::Mark)
    }
}

/// How a fact is compared with its target.
#[derive(Serialize, Deserialize, TS, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the labels below say it")]
pub enum Cmp {
    Gte,
    Lte,
    Eq,
    Between,
    IsTrue,
    Increase,
    Decrease,
    IncreaseAbsGte,
    DecreaseAbsGte,
    IncreaseRelGte,
    DecreaseRelGte,
    Baseline,
    Track,
}

impl Words for Cmp {
    const ALL: &'static [Self] = &[
        Self::Gte,
        Self::Lte,
        Self::Eq,
        Self::Between,
        Self::IsTrue,
        Self::Increase,
        Self::Decrease,
        Self::IncreaseAbsGte,
        Self::DecreaseAbsGte,
        Self::IncreaseRelGte,
        Self::DecreaseRelGte,
        Self::Baseline,
        Self::Track,
    ];

    fn label(self) -> &'static str {
        match self {
            Self::Gte => "не менее",
            Self::Lte => "не более",
            Self::Eq => "равно",
            Self::Between => "диапазон",
            Self::IsTrue => "есть",
            Self::Increase => "рост",
            Self::Decrease => "снижение",
            Self::IncreaseAbsGte => "рост не менее чем на N",
            Self::DecreaseAbsGte => "снижение не менее чем на N",
            Self::IncreaseRelGte => "рост не менее чем на N % от базы",
            Self::DecreaseRelGte => "снижение не менее чем на N % от базы",
            Self::Baseline => "исходные данные",
            Self::Track => "наблюдение",
        }
    }
}

/// What a number counts.
#[derive(Serialize, Deserialize, TS, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the labels below say it")]
pub enum Unit {
    Percent,
    Count,
    People,
    Score,
    Mark,
    Bool,
    Text,
}

impl Words for Unit {
    const ALL: &'static [Self] =
        &[Self::Percent, Self::Count, Self::People, Self::Score, Self::Mark, Self::Bool, Self::Text];

    fn label(self) -> &'static str {
        match self {
            Self::Percent => "%",
            Self::Count => "ед.",
            Self::People => "чел.",
            Self::Score => "балл",
            Self::Mark => "отметка",
            Self::Bool => "да/нет",
            Self::Text => "текст",
        }
    }
}

/// What a change is counted from.
#[derive(Serialize, Deserialize, TS, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the labels below say it")]
pub enum Baseline {
    SchoolPlan,
    Actual,
    StartDiagnostics,
    Initial,
    Previous,
}

impl Words for Baseline {
    const ALL: &'static [Self] =
        &[Self::SchoolPlan, Self::Actual, Self::StartDiagnostics, Self::Initial, Self::Previous];

    fn label(self) -> &'static str {
        match self {
            Self::SchoolPlan => "план работы школы",
            Self::Actual => "фактические данные",
            Self::StartDiagnostics => "данные стартовой диагностики",
            Self::Initial => "исходные данные",
            Self::Previous => "прошлый период",
        }
    }
}

/// What was measured. A share keeps its numerator and denominator: percentages of schools cannot be added.
#[derive(Serialize, Deserialize, TS, Clone, Copy, Debug, PartialEq, Eq)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Fact {
    /// So many of so many.
    Share {
        /// Those who did.
        numerator: u32,
        /// All; zero means that there was nobody to count.
        denominator: u32,
    },
    /// A number of things or people.
    Count {
        /// The number.
        value: i32,
    },
    /// Yes or no.
    Flag {
        /// Yes.
        value: bool,
    },
    /// A score or an average mark.
    Score {
        /// In hundredths: 3,85 is 385.
        hundredths: i32,
    },
}

/// How an indicator stands.
#[derive(Serialize, Deserialize, TS, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[serde(rename_all = "snake_case")]
pub enum IndicatorState {
    /// The target is reached.
    Achieved,
    /// The term has come and the target is not reached.
    NotAchieved,
    /// The programme sets no threshold and the value is entered.
    OnTrack,
    /// Nothing to judge by.
    NoData,
    /// The term has not come.
    NotDue,
}

impl Words for IndicatorState {
    const ALL: &'static [Self] =
        &[Self::Achieved, Self::NotAchieved, Self::OnTrack, Self::NoData, Self::NotDue];

    fn label(self) -> &'static str {
        match self {
            Self::Achieved => "достигнут",
            Self::NotAchieved => "не достигнут",
            Self::OnTrack => "наблюдение",
            Self::NoData => "нет данных",
            Self::NotDue => "срок не наступил",
        }
    }
}
