use opora_domain::issued_report::IssuedReport;

use super::completeness::completeness;
use super::snapshot::{draft_of, quarter, snapshot};
use super::{DraftView, PeriodInput, issue, sections};
use crate::{App, Result, identity};

/// What the report of a quarter will say and what is missing.
pub fn draft(app: &mut App, input: PeriodInput) -> Result<DraftView> {
    let quarter = quarter(&input.period)?;
    let report = snapshot(app, quarter, "")?;
    let kept = draft_of(app, quarter)?;
    let suggested = sections::suggest(&report).join("\n");
    let issued = app.read()?.by::<IssuedReport>("period", &quarter.to_string())?;
    Ok(DraftView {
        period: quarter.to_string(),
        label: quarter.label(),
        missing: completeness(app, quarter, &report)?,
        conclusions: report.conclusions.paragraphs.join("\n"),
        suggested,
        requests: kept.map(|kept| kept.requests).unwrap_or_default(),
        next_number: issue::next_number(app)?,
        signer: identity::current(app)?.map(|current| current.certificate.subject),
        replaces: issued.last().map(|earlier| earlier.number.clone()),
    })
}
