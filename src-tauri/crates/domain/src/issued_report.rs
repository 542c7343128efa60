//! Reports: drafts kept between openings, issued ones kept for good.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Id;
use crate::evidence::FileRef;
use crate::report::quarterly::RiskMeasure;

/// What the deputy writes by hand into a quarter's report before it is issued.
///
/// Table: report_draft
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ReportDraft {
    /// UUIDv7.
    pub id: Id,
    /// The quarter, «2024-Q4».
    pub period: String,
    /// Conclusions as edited; empty = the drafted ones are used.
    pub conclusions: String,
    /// Request for help, may be empty.
    pub requests: String,
    /// Texts of sections by [`crate::report::theme::Theme::key`], «roadmap» and «corrections». Json column.
    pub notes: BTreeMap<String, String>,
    /// Risks and measures as edited; empty = the drafted ones are used. Json column.
    pub risks: Vec<RiskMeasure>,
    /// What the rule suggested when the text was edited: «conclusions», «corrections», «risks». Json column.
    pub suggested: BTreeMap<String, String>,
}

/// An issued report. Never edited; a correction is a new report that supersedes it.
///
/// Table: report
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IssuedReport {
    /// UUIDv7.
    pub id: Id,
    /// The quarter, «2024-Q4».
    pub period: String,
    /// Outgoing number.
    pub number: String,
    /// Moment of signing.
    pub issued_at: DateTime<FixedOffset>,
    /// Full name of the signer.
    pub signer: String,
    /// SHA-256 of the signer's certificate, lower hex.
    pub certificate_sha256: String,
    /// The signed PDF. Json column.
    pub file: FileRef,
    /// Pages.
    pub pages: i64,
    /// The earlier report that this one replaces.
    pub supersedes: Option<Id>,
}

/// A copy of a report handed out to a folder or a stick.
///
/// Table: dispatch
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Dispatch {
    /// UUIDv7.
    pub id: Id,
    /// The report.
    pub report_id: Id,
    /// Day of the export.
    pub date: NaiveDate,
    /// Name of the file written.
    pub file_name: String,
    /// SHA-256 read back from the medium, lower hex.
    pub sha256: String,
}
