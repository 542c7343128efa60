use super::{IssueInput, ReportView};
use crate::{App, Result};

/// Signs the report, verifies it and puts it into the journal.
pub fn issue(app: &mut App, input: IssueInput) -> Result<ReportView> {
    Err(app.unfinished("report.issue"))
}
