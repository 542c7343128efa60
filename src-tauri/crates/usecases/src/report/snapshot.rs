//! The data of a quarter's report, out of the school's data.

use opora_domain::issued_report::ReportDraft;
use opora_domain::period::Quarter;
use opora_domain::report::quarterly::{Conclusions, QuarterlyReport, RoadMap, RoadMapTotals, SCHEMA};

use super::facts::Facts;
use super::sections;
use crate::indicator::Board;
use crate::{ApiError, App, Code, Result, self_diagnosis};

/// Reads «2024-Q4».
pub(super) fn quarter(text: &str) -> Result<Quarter> {
    text.parse().map_err(|error: opora_domain::period::NotAQuarter| {
        ApiError::new(Code::Invalid, error.to_string(), "Ничего не изменено.")
    })
}

/// The report of a quarter as data; conclusions as edited, or drafted by rule.
pub(super) fn snapshot(app: &mut App, quarter: Quarter, number: &str) -> Result<QuarterlyReport> {
    let draft = draft_of(app, quarter)?;
    let facts = Facts::read(app, quarter)?;
    let board = Board::load_of(app, Some(facts.program.clone()))?;
    let target = self_diagnosis::target_percent(&board, quarter.year());
    let rows = sections::rows(&facts);
    let mut report = QuarterlyReport {
        schema: SCHEMA.into(),
        requisites: sections::requisites(&facts, number, facts.today),
        school: sections::school(&facts),
        roadmap: RoadMap { totals: RoadMapTotals::of(&rows), rows },
        indicators: sections::indicators(&facts),
        self_diagnosis: sections::self_diagnosis(&facts, target),
        development: sections::development(&facts),
        mentoring: sections::mentoring(&facts),
        results: sections::results(&facts),
        meetings: sections::meetings(&facts),
        conclusions: Conclusions::default(),
        evidence: sections::evidence(&facts),
        signers: sections::signers(&facts),
    };
    let written = draft.as_ref().map(|draft| paragraphs(&draft.conclusions)).unwrap_or_default();
    report.conclusions = Conclusions {
        paragraphs: if written.is_empty() { sections::suggest(&report) } else { written },
        requests: draft.map(|draft| paragraphs(&draft.requests)).unwrap_or_default(),
    };
    Ok(report)
}

/// The hand-written part kept for the quarter.
pub(super) fn draft_of(app: &App, quarter: Quarter) -> Result<Option<ReportDraft>> {
    Ok(app.read()?.by::<ReportDraft>("period", &quarter.to_string())?.into_iter().next())
}

fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
