use std::collections::BTreeSet;

use opora_domain::Id;
use opora_domain::issued_report::{Dispatch, IssuedReport, ReportDraft};
use opora_domain::period::ReportPeriod;
use opora_domain::words::Words;

use super::{QuarterCard, ReportOverview, ReportState, ReportView, next};
use crate::{App, Result};

/// Quarters, years and the journal.
pub fn overview(app: &mut App, _: ()) -> Result<ReportOverview> {
    let today = app.today();
    let mut issued = app.read()?.all::<IssuedReport>()?;
    issued.retain(|report| report.kind.is_composed());
    let quarters = next::quarters(&app.read()?.all()?, today);
    let current = next::next(&quarters, &issued, today);
    let drafts: Vec<ReportDraft> = app.read()?.all()?;
    let sent: BTreeSet<Id> = app.read()?.all::<Dispatch>()?.into_iter().map(|one| one.report_id).collect();
    let card = |period| card(period, &issued, &drafts, &sent);
    let cards = quarters.iter().rev().map(|quarter| card(ReportPeriod::Quarter(*quarter))).collect();
    let years: BTreeSet<i32> = quarters.iter().map(|quarter| quarter.year()).collect();
    let years = years.into_iter().rev().map(|year| card(ReportPeriod::Year(year))).collect();
    let journal = issued.iter().rev().map(|report| view_of(app, report)).collect::<Result<_>>()?;
    Ok(ReportOverview { quarters: cards, years, current: current.to_string(), journal })
}

/// A report as the journal shows it.
pub(super) fn view_of(app: &App, report: &IssuedReport) -> Result<ReportView> {
    let read = app.read()?;
    Ok(ReportView {
        label: super::snapshot::period(&report.period)?.label(),
        superseded: !read.by::<IssuedReport>("supersedes", &report.id)?.is_empty(),
        dispatches: read.by::<Dispatch>("report_id", &report.id)?,
        report: report.clone(),
    })
}

fn card(
    period: ReportPeriod,
    issued: &[IssuedReport],
    drafts: &[ReportDraft],
    sent: &BTreeSet<Id>,
) -> QuarterCard {
    let key = period.to_string();
    let issued: Vec<&IssuedReport> = issued.iter().filter(|report| report.period == key).collect();
    let state = match issued.last() {
        Some(last) if sent.contains(&last.id) => ReportState::Sent,
        Some(last) if last.supersedes.is_some() => ReportState::Corrected,
        Some(_) => ReportState::Issued,
        None if drafts.iter().any(|draft| draft.period == key) => ReportState::Draft,
        None => ReportState::NotBegun,
    };
    QuarterCard {
        label: period.label(),
        issued: issued.len(),
        due: format!("обычно сдаётся до {}", next::due_of(period).format("%d.%m.%Y")),
        state,
        state_label: state.label().to_owned(),
        period: key,
    }
}
