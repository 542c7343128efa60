//! «Паспорт ШППКО» as data (domain document E.2, A.1 B1).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Head;

/// The version of this form, written into every snapshot.
pub const SCHEMA: &str = "opora.passport/1";

/// Everything that the passport says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Passport {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// Who and about what.
    pub head: Head,
    /// The goal, may be empty.
    pub goal: String,
    /// Tasks of the programme, in order.
    pub tasks: Vec<Numbered>,
    /// Who carries it out, in words.
    pub executors: Vec<String>,
    /// Who answers for it at the school, may be empty.
    pub responsible: String,
    /// Stages of monitoring.
    pub stages: Vec<StageRow>,
    /// Rows of the municipal passport that stand nowhere else here.
    pub municipal: Vec<MunicipalRow>,
    /// Indicators with their targets, under their headings.
    pub indicators: Vec<IndicatorGroup>,
    /// Expected results; parts of one begin with a dash.
    pub expected: Vec<ExpectedRow>,
    /// Risks and how they are lessened.
    pub risks: Vec<RiskRow>,
    /// Risk factors that the programme names without a measure.
    pub risk_factors: Vec<String>,
    /// How the programme is managed and controlled.
    pub control: Vec<String>,
    /// Counts of the plan.
    pub plan: PlanCounts,
}

/// A line with its number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Numbered {
    /// Number as in the programme, may be empty.
    pub code: String,
    /// The words.
    pub text: String,
}

/// A stage of monitoring.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StageRow {
    /// Title.
    pub title: String,
    /// First day, if it is known.
    pub from: Option<NaiveDate>,
    /// Last day, if it is known.
    pub to: Option<NaiveDate>,
}

/// A row of the municipal passport.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MunicipalRow {
    /// «Разработчик программы».
    pub title: String,
    /// Its words, a paragraph each.
    pub text: Vec<String>,
}

/// Indicators under one heading.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IndicatorGroup {
    /// Heading, may be empty.
    pub title: String,
    /// Indicators in order.
    pub rows: Vec<IndicatorRow>,
}

/// An indicator with its targets.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IndicatorRow {
    /// Number as in the programme.
    pub code: String,
    /// Title.
    pub title: String,
    /// Unit in words.
    pub unit: String,
    /// Target in words by stage, in the order of `stages`; empty where there is none.
    pub targets: Vec<String>,
}

/// An expected result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExpectedRow {
    /// The result.
    pub text: String,
    /// Its parts.
    pub parts: Vec<String>,
}

/// A risk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RiskRow {
    /// The risk.
    pub text: String,
    /// How it is lessened; may be empty.
    pub mitigation: String,
}

/// Counts of the plan.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanCounts {
    /// Events, group rows left out.
    pub events: i64,
    /// Of them the school's own business.
    pub school: i64,
    /// Of them added by the school.
    pub added: i64,
    /// Indicators.
    pub indicators: i64,
}
