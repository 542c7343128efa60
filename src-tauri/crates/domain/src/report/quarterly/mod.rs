//! The quarterly report on the school's programme as data (domain document E.1).
//!
//! Facts keep numerator and denominator; words of percentages are made only by the writer of the page.
//! Teachers do not appear by name: topics and counts only, and whatever the working group put in its decisions.

mod sections;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use sections::*;

use super::difference::Since;
use super::theme::ThemeSection;
use crate::period::ReportPeriod;

/// The version of this form, written into every snapshot.
pub const SCHEMA: &str = "opora.quarterly_report/2";

/// The earlier version: without sections 8–12 and 14; still read.
pub const SCHEMA_1: &str = "opora.quarterly_report/1";

/// Everything that the quarterly report says; the sections of the annual one are the same.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct QuarterlyReport {
    /// [`SCHEMA`], or [`SCHEMA_1`] in an earlier report: lets a reader refuse a form it does not know.
    pub schema: String,
    /// Section 0: who reports to whom, about what period.
    pub requisites: Requisites,
    /// Section 1: the school.
    pub school: SchoolFacts,
    /// Section 2: the road map.
    pub roadmap: RoadMap,
    /// Section 3: indicators against targets.
    pub indicators: Vec<IndicatorRow>,
    /// Section 4: self-diagnosis of teachers.
    pub self_diagnosis: SelfDiagnosis,
    /// Section 5: individual routes (ИОМ) and courses.
    pub development: Development,
    /// Section 6: mentoring.
    pub mentoring: Mentoring,
    /// Section 7: assessment procedures of the quarter.
    pub results: Vec<ProcedureResult>,
    /// Of section 7 also: the forecast by the rule of low results, when there is anything to judge by.
    #[serde(default)]
    pub low_results: Option<LowResults>,
    /// Sections 8–12: pupils at risk, parents, psychology, network, openness.
    #[serde(default)]
    pub themes: Vec<ThemeSection>,
    /// Section 13: meetings of the working group held in the quarter.
    pub meetings: Vec<MeetingRow>,
    /// Section 14: risks and measures.
    #[serde(default)]
    pub risks: Vec<RiskMeasure>,
    /// Section 15: conclusions and requests.
    pub conclusions: Conclusions,
    /// What changed since the report of the quarter before, if that was issued.
    #[serde(default)]
    pub since: Option<Since>,
    /// Section 16: list of supporting documents.
    pub evidence: Vec<EvidenceRow>,
    /// Who signs, in the order of the signatures.
    pub signers: Vec<Signer>,
}

/// Section 0.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Requisites {
    /// Full name of the school as in its charter.
    pub school_full: String,
    /// Short name.
    pub school_short: String,
    /// District or town with the region.
    pub territory: String,
    /// The municipal education authority.
    pub authority: String,
    /// To whom, in the dative: «Начальнику Управления образования …».
    pub addressee: String,
    /// The school's site, may be empty.
    pub site: String,
    /// Title of the programme.
    pub programme_title: String,
    /// The act that approved it («Приказ … от … № …»), may be empty.
    pub programme_act: String,
    /// Period of the report, written «2024-Q4», of an annual one «2024».
    pub period: ReportPeriod,
    /// Outgoing number; empty until it is given.
    pub number: String,
    /// Date of the report.
    pub date: NaiveDate,
    /// Full name of the one who composed it.
    pub composed_by: String,
    /// Director's full name.
    pub director: String,
    /// Deputy director's full name.
    pub deputy: String,
    /// A demonstration school: marked ДЕМО on every page.
    pub demo: bool,
}

/// Section 1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SchoolFacts {
    /// Status as words («ШНОР»), empty if there is none.
    pub status: String,
    /// Order or list on which the status rests, may be empty.
    pub status_basis: String,
    /// Pupils, if entered.
    pub pupils: Option<i64>,
    /// Teachers who work at the date of the report.
    pub teachers: i64,
    /// Changes of the quarter, a sentence each.
    pub changes: Vec<String>,
}

/// Section 2.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RoadMap {
    /// Events with an occurrence in the quarter, and those overdue from before, in programme order.
    pub rows: Vec<EventRow>,
    /// Totals over `rows`.
    pub totals: RoadMapTotals,
    /// Written by hand, a paragraph each.
    #[serde(default)]
    pub notes: Vec<String>,
}

/// One occurrence of an event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EventRow {
    /// Number of the task or direction, «1»; rows of one task stand together.
    pub task_code: String,
    /// Title of the task.
    pub task_title: String,
    /// Number of the event as in the programme.
    pub code: String,
    /// Title of the event.
    pub title: String,
    /// Term as written in the programme.
    pub raw_term: String,
    /// First day of the window, if the term gives one.
    pub window_from: Option<NaiveDate>,
    /// Last day of the window, if the term gives one.
    pub window_to: Option<NaiveDate>,
    /// What became of it.
    pub state: EventState,
    /// The words of the status shown to the reader: «Исполнено».
    pub status: String,
    /// Day on which it was done.
    pub done_on: Option<NaiveDate>,
    /// Supporting documents, «Приказ № 41 от 02.10.2024»; numbers agree with `evidence`.
    pub documents: Vec<String>,
    /// Result or reason, may be empty.
    pub note: String,
}

/// What the totals count an occurrence as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventState {
    /// Done in full.
    Done,
    /// Begun, or its term has not ended.
    InProgress,
    /// Goes on all the time: never done, never overdue.
    Continuous,
    /// The term ended, it is not done.
    Overdue,
    /// Moved to another date.
    Postponed,
    /// Cancelled or not applicable: outside the share.
    Dropped,
}

/// Totals of section 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RoadMapTotals {
    /// All that was due, without dropped ones: the denominator of the share.
    pub planned: i64,
    /// Done: the numerator of the share.
    pub done: i64,
    /// In progress.
    pub in_progress: i64,
    /// Going on all the time.
    pub continuous: i64,
    /// Overdue.
    pub overdue: i64,
    /// Postponed.
    pub postponed: i64,
}

impl RoadMapTotals {
    /// Counts the rows.
    pub fn of(rows: &[EventRow]) -> Self {
        let count = |state| rows.iter().filter(|row| row.state == state).count() as i64;
        Self {
            planned: rows.len() as i64 - count(EventState::Dropped),
            done: count(EventState::Done),
            in_progress: count(EventState::InProgress),
            continuous: count(EventState::Continuous),
            overdue: count(EventState::Overdue),
            postponed: count(EventState::Postponed),
        }
    }
}

impl RoadMap {
    /// Rows counted in the totals repeat an event: it has several terms in the quarter.
    pub fn repeats(&self) -> bool {
        let owed = self.rows.iter().filter(|row| row.state != EventState::Dropped);
        let mut seen = BTreeSet::new();
        !owed.into_iter().all(|row| seen.insert((&row.task_code, &row.code)))
    }

    /// Overdue rows whose term ended before this day: debts of earlier quarters.
    pub fn debts(&self, start: NaiveDate) -> i64 {
        let overdue = self.rows.iter().filter(|row| row.state == EventState::Overdue);
        overdue.filter(|row| row.window_to.is_some_and(|day| day < start)).count() as i64
    }
}

/// A fact as it was counted, never as a rounded percentage.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Fact {
    /// Nothing entered.
    Missing,
    /// A part of a whole.
    Share {
        /// Counted.
        numerator: i64,
        /// Out of.
        denominator: i64,
    },
    /// A number.
    Number {
        /// Hundredths: 3,75 is 375.
        hundredths: i64,
    },
    /// Words («да», «есть»).
    Text {
        /// As entered.
        text: String,
    },
}

/// A row of section 3.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IndicatorRow {
    /// Number in the programme.
    pub code: String,
    /// Title.
    pub title: String,
    /// Unit as shown: «%», «ед.».
    pub unit: String,
    /// Base value as written, may be empty.
    pub base: String,
    /// Target as written: «не менее 70».
    pub target: String,
    /// Target as a number in hundredths of the unit, if it is one.
    pub target_hundredths: Option<i64>,
    /// The fact.
    pub fact: Fact,
    /// Deviation in words or digits («+4,2 п. п.»), may be empty.
    pub deviation: String,
    /// Words of the state: «Достигнут».
    pub state: String,
    /// Whence the fact came («ВПР, апрель 2024»), may be empty.
    pub source: String,
    /// Facts over the stages in hundredths; fewer than two draw no line.
    #[serde(default)]
    pub trend: Vec<TrendPoint>,
}

/// An indicator at one stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrendPoint {
    /// Short name of the stage: «2024».
    pub label: String,
    /// Fact in hundredths of the unit.
    pub fact: Option<i64>,
    /// Threshold in hundredths of the unit.
    pub target: Option<i64>,
}
