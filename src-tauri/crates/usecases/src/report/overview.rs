use super::ReportOverview;
use crate::{App, Result};

/// Quarters and the journal.
pub fn overview(app: &mut App, _: ()) -> Result<ReportOverview> {
    Err(app.unfinished("report.overview"))
}
