//! Which quarters are reported on, and which one is next.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use opora_domain::issued_report::IssuedReport;
use opora_domain::period::{Quarter, ReportPeriod};
use opora_domain::program::Program;

use crate::dates;

/// Reports are usually handed in by this day of the month after the quarter (domain document E.1).
const DUE_DAY: u64 = 10;
/// How long after a quarter its report is still the next one, days.
const STILL_NEXT_DAYS: u64 = 45;

/// Quarters of all programmes that have begun, ended ones too, oldest first.
pub(crate) fn quarters(programs: &[Program], today: NaiveDate) -> Vec<Quarter> {
    let all: BTreeSet<Quarter> = programs.iter().flat_map(|program| quarters_of(program, today)).collect();
    all.into_iter().collect()
}

fn quarters_of(program: &Program, today: NaiveDate) -> impl Iterator<Item = Quarter> {
    let last = [program.period_to, program.ended_on].into_iter().flatten().fold(today, NaiveDate::min);
    let quarters =
        std::iter::successors(Some(Quarter::of(program.period_from)), |quarter| Some(quarter.next()));
    quarters.take_while(move |quarter| quarter.start() <= last)
}

/// The last finished quarter while its report is still expected, else the last that has begun.
pub(crate) fn next(quarters: &[Quarter], issued: &[IssuedReport], today: NaiveDate) -> Quarter {
    let running = quarters.last().copied().unwrap_or_else(|| Quarter::of(today));
    let before = running.previous();
    let expected = quarters.contains(&before)
        && today <= before.end() + Days::new(STILL_NEXT_DAYS)
        && !is_issued(before, issued);
    if expected { before } else { running }
}

/// By when the report of a quarter is usually handed in.
pub(crate) fn due(quarter: Quarter) -> NaiveDate {
    due_of(quarter.into())
}

/// By when the report of a period is usually handed in.
pub(super) fn due_of(period: ReportPeriod) -> NaiveDate {
    period.end() + Days::new(DUE_DAY)
}

/// «Отчёт за IV квартал 2024 года — до 10 января 2025 г.»
pub(crate) fn hint(quarter: Quarter, issued: &[IssuedReport], today: NaiveDate) -> String {
    let (label, due) = (quarter.label(), due(quarter));
    if is_issued(quarter, issued) {
        format!("Отчёт за {label} выпущен")
    } else if today > due {
        format!("Отчёт за {label} ещё не выпущен, срок был {}", dates::day(due))
    } else {
        format!("Отчёт за {label} — до {}", dates::day(due))
    }
}

fn is_issued(quarter: Quarter, issued: &[IssuedReport]) -> bool {
    issued.iter().any(|report| report.period == quarter.to_string())
}
