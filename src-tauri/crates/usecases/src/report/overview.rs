use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate};
use opora_domain::issued_report::{Dispatch, IssuedReport};
use opora_domain::period::Quarter;
use opora_domain::program::Program;

use super::{QuarterCard, ReportOverview, ReportView};
use crate::{App, Result};

/// Reports are usually handed in by this day of the month after the quarter (domain document E.1).
const DUE_DAY: u32 = 10;
/// How long after a quarter it is still the one to report on, days.
const STILL_CURRENT_DAYS: u64 = 45;

/// Quarters and the journal.
pub fn overview(app: &mut App, _: ()) -> Result<ReportOverview> {
    let today = app.today();
    let issued = app.read()?.all::<IssuedReport>()?;
    let program = app.read()?.all::<Program>()?.into_iter().next();
    let quarters = program.map(|program| quarters(&program, today)).unwrap_or_default();
    let current = current(&quarters, &issued, today);
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

/// Quarters of the programme that have begun, oldest first.
fn quarters(program: &Program, today: NaiveDate) -> Vec<Quarter> {
    let last = program.period_to.map_or(today, |to| to.min(today));
    let quarters =
        std::iter::successors(Some(Quarter::of(program.period_from)), |quarter| Some(quarter.next()));
    quarters.take_while(|quarter| quarter.start() <= last).collect()
}

/// The last finished quarter while its report is still expected, else the running one.
fn current(quarters: &[Quarter], issued: &[IssuedReport], today: NaiveDate) -> Quarter {
    let running = quarters.last().copied().unwrap_or_else(|| Quarter::of(today));
    let before = running.previous();
    let expected = quarters.contains(&before)
        && today <= before.end() + Days::new(STILL_CURRENT_DAYS)
        && !issued.iter().any(|report| report.period == before.to_string());
    if expected { before } else { running }
}

fn card(quarter: Quarter, issued: &[IssuedReport]) -> QuarterCard {
    let period = quarter.to_string();
    let due = quarter.next().start().with_day(DUE_DAY).unwrap_or(quarter.end());
    QuarterCard {
        label: quarter.label(),
        issued: issued.iter().filter(|report| report.period == period).count(),
        due: format!("обычно сдаётся до {}", due.format("%d.%m.%Y")),
        period,
    }
}
