//! Sections 4–7 and 13–16 of the report.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Section 4.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SelfDiagnosis {
    /// Coverage of the whole staff.
    pub coverage: Coverage,
    /// Coverage by subject.
    pub by_subject: Vec<SubjectCoverage>,
    /// The most frequent deficits, at most five, most frequent first.
    pub top_deficits: Vec<DeficitTopic>,
    /// Deficits closed in the quarter.
    pub closed: Vec<DeficitTopic>,
}

/// How many teachers passed the self-diagnosis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    /// Passed.
    pub passed: i64,
    /// Of how many teachers.
    pub total: i64,
    /// Year of the target, if there is a target.
    pub target_year: Option<i32>,
    /// Target, whole percent.
    pub target_percent: Option<i64>,
}

impl Coverage {
    /// How many more teachers the target asks for; zero when it is reached, none without a target.
    pub fn missing(&self) -> Option<i64> {
        let percent = self.target_percent?;
        let needed = (self.total * percent + 99).div_euclid(100);
        Some((needed - self.passed).max(0))
    }
}

/// Coverage of the teachers of one subject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubjectCoverage {
    /// Subject.
    pub subject: String,
    /// Passed.
    pub passed: i64,
    /// Of how many.
    pub total: i64,
}

/// A deficit as a topic with a count of teachers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeficitTopic {
    /// Topic.
    pub topic: String,
    /// Subject or block, may be empty.
    pub subject: String,
    /// Teachers.
    pub teachers: i64,
}

/// Section 5.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Development {
    /// Individual routes opened in the quarter.
    pub routes_opened: i64,
    /// Individual routes completed in the quarter.
    pub routes_completed: i64,
    /// Courses finished in the quarter.
    pub courses: Vec<CourseRow>,
}

impl Development {
    /// Nothing happened.
    pub fn is_empty(&self) -> bool {
        self.courses.is_empty() && self.routes_opened + self.routes_completed == 0
    }
}

/// A course of section 5; no names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseRow {
    /// Title.
    pub title: String,
    /// Who taught it, may be empty.
    pub provider: String,
    /// Hours, if known.
    pub hours: Option<i64>,
    /// Last day, if known.
    pub finished_on: Option<NaiveDate>,
    /// Teachers who finished it.
    pub teachers: i64,
    /// How many of them brought it into practice with a proof.
    pub implemented: i64,
}

/// Section 6.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Mentoring {
    /// Active tandems inside the school.
    pub internal: i64,
    /// Active tandems with a mentor from another school.
    pub network: i64,
    /// Of all these, pairs.
    pub pairs: i64,
    /// Of all these, groups.
    pub groups: i64,
    /// Meetings held in the quarter.
    pub meetings_held: i64,
    /// Programme steps done in the quarter.
    pub steps_done: i64,
    /// Programme steps planned for the quarter.
    pub steps_planned: i64,
    /// Tandems closed in the quarter.
    pub closed: Vec<ClosedTandem>,
}

impl Mentoring {
    /// Nobody helps anybody, and nobody did.
    pub fn is_empty(&self) -> bool {
        self.closed.is_empty() && self.internal + self.network + self.meetings_held == 0
    }
}

/// A tandem closed in the quarter; no names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosedTandem {
    /// Topic of the work.
    pub topic: String,
    /// Words of the reason.
    pub reason: String,
    /// Day of closing.
    pub closed_on: NaiveDate,
    /// Outcome, may be empty.
    pub outcome: String,
}

/// A row of section 7: one procedure in one grade.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProcedureResult {
    /// Words of the kind: «ВПР», «КДР».
    pub kind: String,
    /// Subject.
    pub subject: String,
    /// Grade, if it is one.
    pub grade: Option<i64>,
    /// Day of the work.
    pub date: NaiveDate,
    /// Participants: the denominator of the rates.
    pub participants: i64,
    /// Marks «2», or below the minimum.
    pub below_minimum: Option<i64>,
    /// Passed: numerator of the pass rate.
    pub passed: Option<i64>,
    /// Marks «4» and «5»: numerator of the quality rate.
    pub quality: Option<i64>,
    /// The region's figure as given («успеваемость 91,4 %»), may be empty.
    pub region: String,
}

/// The forecast by the rule of low results (ШНОР), with what it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LowResults {
    /// The school would be one with low results.
    pub low: bool,
    /// The school year of the forecast: «2025/26».
    pub year: String,
    /// The verdict in a sentence.
    pub words: String,
    /// Procedures that the rule looked at.
    pub held: i64,
    /// Low results, a line each.
    pub reasons: Vec<String>,
}

/// A meeting of the working group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingRow {
    /// Number of the minutes, may be empty.
    pub number: String,
    /// Day.
    pub date: NaiveDate,
    /// Agenda, may be empty.
    pub agenda: String,
    /// Decisions.
    pub decisions: Vec<DecisionRow>,
}

/// A decision of the working group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionRow {
    /// Text as in the minutes.
    pub text: String,
    /// Who answers for it, may be empty.
    #[serde(default)]
    pub responsible: String,
    /// Term, if set.
    pub due: Option<NaiveDate>,
    /// Day of doing, if done.
    pub done_on: Option<NaiveDate>,
}

/// Section 15.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Conclusions {
    /// Conclusions, a paragraph each.
    pub paragraphs: Vec<String>,
    /// Corrections of the road map, a paragraph each.
    #[serde(default)]
    pub corrections: Vec<String>,
    /// Requests to the municipality, a paragraph each.
    pub requests: Vec<String>,
}

/// A row of section 14.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RiskMeasure {
    /// The risk.
    pub risk: String,
    /// What is done about it.
    pub measure: String,
    /// What is expected of the measure, may be empty.
    pub effect: String,
}

/// A row of the list of supporting documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceRow {
    /// Document: kind and title.
    pub title: String,
    /// Its number, may be empty.
    pub number: String,
    /// Its date, if set.
    pub date: Option<NaiveDate>,
    /// SHA-256 of the attached file, lower hex; empty when there is no file.
    pub sha256: String,
    /// Number of the event that it proves.
    pub event_code: String,
}

/// Who signs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signer {
    /// Post: «Заместитель директора по УВР».
    pub post: String,
    /// Full name, surname first.
    pub fio: String,
}
