use std::collections::BTreeSet;

use opora_domain::issued_report::{Dispatch, IssuedReport};
use opora_domain::period::Quarter;
use opora_domain::report::DocumentKind;

use super::{QuarterCard, ReportOverview, ReportView, next};
use crate::{App, Result};

/// Quarters and the journal.
pub fn overview(app: &mut App, _: ()) -> Result<ReportOverview> {
    let today = app.today();
    let mut issued = app.read()?.all::<IssuedReport>()?;
    issued.retain(|report| report.kind == DocumentKind::Quarterly);
    let quarters = next::quarters(&app.read()?.all()?, today);
    let current = next::next(&quarters, &issued, today);
    let cards = quarters.iter().rev().map(|quarter| card(*quarter, &issued)).collect();
    let journal = issued.iter().rev().map(|report| view_of(app, report)).collect::<Result<_>>()?;
    Ok(ReportOverview { quarters: cards, current: current.to_string(), journal })
}

/// A report as the journal shows it.
pub(super) fn view_of(app: &App, report: &IssuedReport) -> Result<ReportView> {
    let read = app.read()?;
    let later = read.by::<IssuedReport>("period", &report.period)?;
    let replaced = later.iter().filter_map(|other| other.supersedes.as_ref()).collect::<BTreeSet<_>>();
    Ok(ReportView {
        label: super::snapshot::quarter(&report.period)?.label(),
        superseded: replaced.contains(&report.id),
        dispatches: read.by::<Dispatch>("report_id", &report.id)?,
        report: report.clone(),
    })
}

fn card(quarter: Quarter, issued: &[IssuedReport]) -> QuarterCard {
    let period = quarter.to_string();
    QuarterCard {
        label: quarter.label(),
        issued: issued.iter().filter(|report| report.period == period).count(),
        due: format!("обычно сдаётся до {}", next::due(quarter).format("%d.%m.%Y")),
        period,
    }
}
