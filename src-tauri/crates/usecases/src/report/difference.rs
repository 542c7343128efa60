use opora_domain::issued_report::IssuedReport;
use opora_domain::period::Quarter;
use opora_domain::report::difference::{Since, since};
use opora_domain::report::quarterly::QuarterlyReport;

use super::PeriodInput;
use super::snapshot::{quarter, snapshot};
use crate::{App, Result, verify};

/// What changed since the last issued report of the quarter before; none when there is no such report, or its file
/// does not prove intact.
pub fn difference(app: &mut App, input: PeriodInput) -> Result<Option<Since>> {
    Ok(snapshot(app, quarter(&input.period)?, "")?.since)
}

/// The same for a report that has been drawn up.
pub(super) fn of(app: &App, quarter: Quarter, report: &QuarterlyReport) -> Result<Option<Since>> {
    Ok(earlier(app, quarter.previous())?.map(|earlier| since(&earlier, report)))
}

/// The data inside the last issued report of a quarter, if its signature is intact.
fn earlier(app: &App, quarter: Quarter) -> Result<Option<QuarterlyReport>> {
    let read = app.read()?;
    let issued = read.by::<IssuedReport>("period", &quarter.to_string())?;
    let Some(body) = issued.last().map(|report| read.blob(&report.file.sha256)).transpose()?.flatten() else {
        return Ok(None);
    };
    Ok(verify::intact(app, &body)?.and_then(|data| serde_json::from_str(&data).ok()))
}
