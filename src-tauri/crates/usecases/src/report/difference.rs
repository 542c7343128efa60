use opora_domain::issued_report::{self, IssuedReport};
use opora_domain::period::ReportPeriod;
use opora_domain::report::DocumentKind;
use opora_domain::report::difference::{Since, since};
use opora_domain::report::quarterly::QuarterlyReport;

use super::PeriodInput;
use super::snapshot::{drawn_up, period};
use crate::{App, Result, verify};

/// What changed since the last issued report of the quarter (or year) before; none when there is no such report, or its
/// file does not prove intact.
pub fn difference(app: &mut App, input: PeriodInput) -> Result<Option<Since>> {
    Ok(drawn_up(app, period(&input.period)?, "")?.0.since)
}

/// The same for a report that has been drawn up.
pub(super) fn of(app: &App, period: ReportPeriod, report: &QuarterlyReport) -> Result<Option<Since>> {
    Ok(earlier(app, period.previous())?.map(|earlier| since(&earlier, report)))
}

/// The newest report issued for a period that no later one replaced.
pub(super) fn in_force(app: &App, period: ReportPeriod) -> Result<Option<IssuedReport>> {
    let kind = if period.is_year() { DocumentKind::Annual } else { DocumentKind::Quarterly };
    let issued = app.read()?.by::<IssuedReport>("period", &period.to_string())?;
    Ok(issued_report::in_force(&issued, kind, "").cloned())
}

/// The data inside the newest report in force of a period, if its signature is intact.
fn earlier(app: &App, period: ReportPeriod) -> Result<Option<QuarterlyReport>> {
    let Some(issued) = in_force(app, period)? else { return Ok(None) };
    let Some(body) = app.read()?.blob(&issued.file.sha256)? else { return Ok(None) };
    Ok(verify::intact(app, &body)?.and_then(|data| serde_json::from_str(&data).ok()))
}
