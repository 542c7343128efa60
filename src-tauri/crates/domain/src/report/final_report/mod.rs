//! «Итоговый отчёт о реализации ШППКО» as data: the whole term of the programme, out of what the school has entered.

mod conclusions;
mod parts;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use parts::{ResultRow, TaskPart, UndoneRow, by_year};

use super::Head;
use super::annual::YearPart;
use super::passport::ExpectedRow;
use super::quarterly::{
    Coverage, Development, IndicatorRow, LowResults, Mentoring, ProcedureResult, RiskMeasure, RoadMap,
    SchoolFacts,
};

/// The version of this form, written into every snapshot.
pub const SCHEMA: &str = "opora.final_report/1";

/// Everything that the final report says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FinalReport {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// Who made it, about which programme.
    pub head: Head,
    /// The municipal education authority.
    pub authority: String,
    /// To whom, in the dative.
    pub addressee: String,
    /// The school's site, may be empty.
    pub site: String,
    /// The last day of the programme, or the day on which it is reported while it runs.
    pub day: NaiveDate,
    /// The term of the programme has ended.
    pub over: bool,
    /// The school.
    pub school: SchoolFacts,
    /// Corrections of the programme.
    pub corrections: i64,
    /// Of them not yet approved by an order.
    pub unapproved: i64,
    /// The road map of the whole term.
    pub roadmap: RoadMap,
    /// The road map by the years in which the terms ended; the totals add up to those of the whole.
    pub years: Vec<YearPart>,
    /// Indicators over the stages against the final target.
    pub indicators: Vec<FinalIndicator>,
    /// The stage by which the states are told; empty without stages.
    pub stage: String,
    /// Stages of monitoring.
    pub stages: Vec<StageState>,
    /// The first stage beside the last one that has data.
    pub compared: Option<Compared>,
    /// Self-diagnosis year by year, years without an answer left out.
    pub waves: Vec<Wave>,
    /// Blocks of the questionnaires at the first and the last answers of those who answered twice.
    pub blocks: Vec<BlockChange>,
    /// Professional deficits.
    pub deficits: DeficitTotals,
    /// Individual routes and courses.
    pub development: Development,
    /// Mentoring.
    pub mentoring: Mentoring,
    /// Assessment procedures.
    pub results: Vec<ProcedureResult>,
    /// The forecast by the rule of low results.
    pub low_results: Option<LowResults>,
    /// Meetings of the working group.
    pub meetings: i64,
    /// Reports of quarters and years in force, oldest first.
    pub reports: Vec<ReportRow>,
    /// What the programme was to bring.
    pub expected: Vec<ExpectedRow>,
    /// Risks and measures.
    pub risks: Vec<RiskMeasure>,
    /// Conclusions by rule, a paragraph each.
    pub conclusions: Vec<String>,
    /// What goes on in the next period, a point each.
    pub next: Vec<String>,
}

/// An indicator over the whole term.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FinalIndicator {
    /// The indicator at the stage by which it is told.
    pub row: IndicatorRow,
    /// Values of the stages that have begun, in order.
    pub values: Vec<StageValue>,
    /// The target of the last stage that sets one, in words; may be empty.
    pub goal: String,
    /// Why it is achieved or not: «13 из 20 = 65,0 %, цель не менее 70 %: не хватает 1».
    pub explanation: String,
}

/// An indicator at a stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StageValue {
    /// Short name of the stage: «2024».
    pub stage: String,
    /// The value in words; empty when none was entered.
    pub value: String,
}

/// A stage of monitoring and how full it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StageState {
    /// Title.
    pub title: String,
    /// Kind in words.
    pub kind: String,
    /// First planned day.
    pub from: Option<NaiveDate>,
    /// Last planned day.
    pub to: Option<NaiveDate>,
    /// When closed; empty while the values are preliminary.
    pub closed_on: Option<NaiveDate>,
    /// Its time has come.
    pub begun: bool,
    /// Indicators with a value.
    pub filled: i64,
    /// Indicators in all.
    pub of: i64,
    /// Indicators achieved.
    pub achieved: i64,
}

/// Two stages side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Compared {
    /// The first stage.
    pub first: String,
    /// The last one with data.
    pub last: String,
    /// What changed, a sentence each.
    pub summary: Vec<String>,
}

/// Self-diagnosis of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wave {
    /// Calendar year.
    pub year: i32,
    /// Who took part.
    pub coverage: Coverage,
}

/// A block of a questionnaire at the first and the last answers of the same teachers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockChange {
    /// Title of the questionnaire.
    pub instrument: String,
    /// Title of the block.
    pub title: String,
    /// Teachers who answered twice or more.
    pub teachers: i64,
    /// Tenths of a per cent at first.
    pub before: i64,
    /// Tenths of a per cent at last.
    pub after: i64,
}

/// Professional deficits of the term.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeficitTotals {
    /// Found.
    pub found: i64,
    /// Closed.
    pub closed: i64,
    /// Open at the end.
    pub open: i64,
}

/// A report of a quarter or a year in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportRow {
    /// Title.
    pub title: String,
    /// Number.
    pub number: String,
    /// Day of issue.
    pub date: NaiveDate,
}

impl FinalReport {
    /// The same with conclusions and what goes on, drafted from the data.
    pub fn concluded(mut self) -> Self {
        self.conclusions = conclusions::conclusions(&self);
        self.next = conclusions::next(&self);
        self
    }

    /// Terms that should be done by now: while the programme runs, without those still ahead.
    pub fn due(&self) -> i64 {
        let totals = self.roadmap.totals;
        if self.over { totals.planned } else { totals.done + totals.overdue + totals.postponed }
    }

    /// Indicators in a state: «Достигнут».
    pub fn with_state<'a>(&'a self, state: &'a str) -> impl Iterator<Item = &'a FinalIndicator> {
        self.indicators.iter().filter(move |one| one.row.state == state)
    }
}
