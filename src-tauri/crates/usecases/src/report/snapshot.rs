//! The data of the report of a quarter or a year, out of the school's data.

use std::collections::BTreeMap;

use opora_domain::issued_report::ReportDraft;
use opora_domain::period::{Quarter, ReportPeriod};
use opora_domain::report::annual::{self, AnnualReport};
use opora_domain::report::quarterly::{
    Conclusions, QuarterlyReport, RiskMeasure, RoadMap, RoadMapTotals, SCHEMA,
};

use super::facts::Facts;
use super::written::{self, paragraphs};
use super::{difference, sections, year};
use crate::indicator::Board;
use crate::{ApiError, App, Code, Result, self_diagnosis};

/// Reads «2024-Q4».
pub(super) fn quarter(text: &str) -> Result<Quarter> {
    text.parse().map_err(|error: opora_domain::period::NotAQuarter| not_read(&error))
}

/// Reads «2024-Q4» or «2024».
pub(super) fn period(text: &str) -> Result<ReportPeriod> {
    text.parse().map_err(|error: opora_domain::period::NotAPeriod| not_read(&error))
}

fn not_read(error: &impl ToString) -> ApiError {
    ApiError::new(Code::Invalid, error.to_string(), "Ничего не изменено.")
}

/// The report of a quarter as data; sections 14 and 15 as edited, or drafted by rule.
pub(super) fn snapshot(app: &mut App, quarter: Quarter, number: &str) -> Result<QuarterlyReport> {
    Ok(drawn_up(app, quarter.into(), number)?.0)
}

/// The report of a year as data.
pub(super) fn annual(app: &mut App, year: i32, number: &str) -> Result<AnnualReport> {
    let facts = Facts::read(app, ReportPeriod::Year(year))?;
    let (mut sections, _) = from_facts(app, &facts, number)?;
    sections.schema = annual::SCHEMA.to_owned();
    Ok(AnnualReport {
        parts: year::parts(app, &facts, &sections)?,
        ahead: year::ahead(&facts),
        retention: written::retention(facts.draft.as_ref()),
        sections,
    })
}

/// The report with what the rules suggest for sections 14 and 15, whatever was written.
pub(super) fn drawn_up(
    app: &mut App,
    period: ReportPeriod,
    number: &str,
) -> Result<(QuarterlyReport, Suggested)> {
    let facts = Facts::read(app, period)?;
    from_facts(app, &facts, number)
}

fn from_facts(app: &mut App, facts: &Facts, number: &str) -> Result<(QuarterlyReport, Suggested)> {
    let board = Board::load_of(app, Some(facts.program.clone()))?;
    let target = self_diagnosis::target_percent(&board, facts.year());
    let mut report = counted(facts, number, target);
    let suggested = Suggested {
        risks: sections::suggest_risks(facts, &report),
        conclusions: sections::suggest(&report),
        corrections: sections::suggest_corrections(facts),
    };
    edit(&mut report, facts.draft.as_ref(), suggested.clone());
    report.since = difference::of(app, facts.period, &report)?;
    Ok((report, suggested))
}

/// What the rules suggest.
#[derive(Debug, Clone)]
pub(super) struct Suggested {
    pub(super) risks: Vec<RiskMeasure>,
    pub(super) conclusions: Vec<String>,
    pub(super) corrections: Vec<String>,
}

impl Suggested {
    /// As the draft keeps it, to be compared later.
    pub(super) fn as_kept(&self) -> BTreeMap<String, String> {
        let risks: Vec<&str> = self.risks.iter().map(|row| row.risk.as_str()).collect();
        let kept = [
            (written::RISKS, risks.join("\n")),
            (written::CONCLUSIONS, self.conclusions.join("\n")),
            (written::CORRECTIONS, self.corrections.join("\n")),
        ];
        kept.into_iter().map(|(key, text)| (key.to_owned(), text)).collect()
    }
}

/// All that is counted from the data.
pub(super) fn counted(facts: &Facts, number: &str, target: Option<i64>) -> QuarterlyReport {
    let rows = sections::rows(facts);
    let indicators = sections::indicators(facts, facts.to);
    QuarterlyReport {
        schema: SCHEMA.into(),
        requisites: sections::requisites(facts, number, facts.today),
        school: sections::school(facts),
        themes: sections::themes(facts, &rows, &indicators),
        roadmap: RoadMap {
            totals: RoadMapTotals::of(&rows),
            rows,
            notes: written::section(facts.draft.as_ref(), written::ROADMAP),
        },
        indicators,
        self_diagnosis: sections::self_diagnosis(facts, target),
        development: sections::development(facts),
        mentoring: sections::mentoring(facts),
        results: sections::results(facts),
        low_results: sections::low_results(facts),
        meetings: sections::meetings(facts),
        risks: Vec::new(),
        conclusions: Conclusions::default(),
        since: None,
        evidence: sections::evidence(facts),
        signers: sections::signers(facts),
    }
}

/// Puts in sections 14 and 15: what was written, else what is suggested.
fn edit(report: &mut QuarterlyReport, draft: Option<&ReportDraft>, suggested: Suggested) {
    let or = |written: Vec<String>, suggested| if written.is_empty() { suggested } else { written };
    let own = |text: fn(&ReportDraft) -> &str| draft.map(|draft| paragraphs(text(draft))).unwrap_or_default();
    let risks = draft.map(|draft| draft.risks.clone()).unwrap_or_default();
    let none = draft.is_some_and(|draft| draft.no_risks);
    report.risks = if risks.is_empty() && !none { suggested.risks } else { risks };
    report.conclusions = Conclusions {
        paragraphs: or(own(|draft| &draft.conclusions), suggested.conclusions),
        corrections: or(written::section(draft, written::CORRECTIONS), suggested.corrections),
        requests: own(|draft| &draft.requests),
    };
}

/// The hand-written part kept for the period.
pub(super) fn draft_of(app: &App, period: ReportPeriod) -> Result<Option<ReportDraft>> {
    Ok(app.read()?.by::<ReportDraft>("period", &period.to_string())?.into_iter().next())
}
