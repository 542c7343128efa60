//! What only the annual report says: the year by quarters, and what is due in the next one.

use chrono::NaiveDate;
use opora_domain::occurrence::Occurrence;
use opora_domain::period::{Quarter, ReportPeriod};
use opora_domain::report::annual::{AheadRow, YearPart};
use opora_domain::report::quarterly::{EventRow, QuarterlyReport, RoadMapTotals};

use super::difference;
use super::facts::Facts;
use crate::{App, Result};

/// Section 2 by quarters: every row belongs to exactly one part.
pub(super) fn parts(app: &App, facts: &Facts, report: &QuarterlyReport) -> Result<Vec<YearPart>> {
    let mut parts = Vec::new();
    for quarter in facts.period.quarters() {
        let within = |day: &NaiveDate| quarter.period().contains(*day);
        parts.push(YearPart {
            quarter: Some(quarter),
            label: format!("{} квартал", quarter.roman()),
            totals: totals(report, |row| row.window_to.as_ref().is_some_and(within)),
            meetings: report.meetings.iter().filter(|held| within(&held.date)).count() as i64,
            meeting_due: in_force(facts, quarter),
            report: number(app, quarter)?,
        });
    }
    parts.push(outside(
        format!("С продолжением после {} года", facts.year()),
        totals(report, |row| row.window_to.is_none_or(|day| day > facts.to)),
    ));
    parts.push(outside(
        "Со сроком до начала года".to_owned(),
        totals(report, |row| row.window_to.is_some_and(|day| day < facts.from)),
    ));
    Ok(parts)
}

fn totals(report: &QuarterlyReport, of: impl Fn(&EventRow) -> bool) -> RoadMapTotals {
    let rows: Vec<EventRow> = report.roadmap.rows.iter().filter(|row| of(row)).cloned().collect();
    RoadMapTotals::of(&rows)
}

fn outside(label: String, totals: RoadMapTotals) -> YearPart {
    YearPart { quarter: None, label, totals, meetings: 0, meeting_due: false, report: String::new() }
}

/// The programme was in force in the whole quarter, and the quarter has ended.
fn in_force(facts: &Facts, quarter: Quarter) -> bool {
    let last = [facts.program.period_to, facts.program.ended_on].into_iter().flatten().min();
    facts.program.binding_from() <= quarter.start()
        && last.is_none_or(|last| last >= quarter.end())
        && quarter.end() < facts.today
}

/// Number of the report in force of a quarter or a year.
pub(super) fn number(app: &App, period: impl Into<ReportPeriod>) -> Result<String> {
    let issued = difference::in_force(app, period.into())?;
    Ok(issued.map(|report| report.number).unwrap_or_default())
}

/// Events with an undone term in the next year, a row each, in programme order.
pub(super) fn ahead(facts: &Facts) -> Vec<AheadRow> {
    let next = ReportPeriod::Year(facts.year() + 1);
    let events = facts.roadmap.tasks.iter().flat_map(|task| &task.events);
    let owed = events.filter(|view| !view.event.is_group && view.event.is_owed_on(facts.last_day()));
    owed.filter_map(|view| {
        let all = view.occurrences.iter().map(|view| &view.occurrence);
        let open: Vec<&Occurrence> = all.filter(|one| concerns(one, next)).collect();
        let from = open.iter().filter_map(|one| one.window_from).min()?;
        Some(AheadRow {
            code: view.event.code.clone(),
            title: view.event.title.clone(),
            from: Some(from),
            to: last(&open),
        })
    })
    .collect()
}

/// Undone, and its term meets the year.
fn concerns(one: &Occurrence, year: ReportPeriod) -> bool {
    let begins = one.window_from.is_some_and(|day| day <= year.end());
    one.done_on.is_none() && begins && one.window_to.is_none_or(|day| day >= year.start())
}

/// The last day of all; none when one of them has no end.
fn last(open: &[&Occurrence]) -> Option<NaiveDate> {
    open.iter().map(|one| one.window_to).collect::<Option<Vec<_>>>()?.into_iter().max()
}
