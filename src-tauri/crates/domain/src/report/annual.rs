//! The annual report on the school's programme as data: the sections of the quarterly one over the year, and what only
//! a year shows.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::quarterly::{QuarterlyReport, RoadMapTotals};
use crate::period::Quarter;

/// The version of this form, written into every snapshot.
pub const SCHEMA: &str = "opora.annual_report/1";

/// Everything that the annual report says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AnnualReport {
    /// The same sections as in a quarter's report; their schema is [`SCHEMA`], their period the year.
    #[serde(flatten)]
    pub sections: QuarterlyReport,
    /// The road map by the quarters in which the terms ended; the totals add up to those of section 2.
    pub parts: Vec<YearPart>,
    /// What is due in the next year.
    pub ahead: Vec<AheadRow>,
    /// How long the school keeps the report, in words.
    pub retention: String,
}

/// A part of the year's road map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct YearPart {
    /// The quarter; none for terms that end outside the year.
    pub quarter: Option<Quarter>,
    /// «I квартал», «С продолжением в 2025 году», «Долги прошлых лет».
    pub label: String,
    /// What became of the terms.
    pub totals: RoadMapTotals,
    /// Meetings of the working group held in the quarter.
    pub meetings: i64,
    /// The programme was in force in the quarter, and the quarter has ended: a meeting was due.
    pub meeting_due: bool,
    /// Number of the quarter's issued report; empty when none was issued.
    pub report: String,
}

/// An event of the next year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AheadRow {
    /// Number of the event as in the programme.
    pub code: String,
    /// Title of the event.
    pub title: String,
    /// First day of the term.
    pub from: Option<NaiveDate>,
    /// Last day of the term.
    pub to: Option<NaiveDate>,
}

impl AnnualReport {
    /// Quarters in which a meeting of the working group was due and none was held: «II, III».
    pub fn without_meeting(&self) -> Vec<&'static str> {
        let bare = self.parts.iter().filter(|part| part.meeting_due && part.meetings == 0);
        bare.filter_map(|part| part.quarter).map(Quarter::roman).collect()
    }
}
