//! Which quarterly report is next.

use chrono::{Days, NaiveDate};
use opora_domain::issued_report::IssuedReport;
use opora_domain::period::Quarter;

use crate::dates;

/// Reports are due by this day of the month after the quarter.
const DUE_DAY: u64 = 10;

/// The next report: its quarter and what to say of it.
pub(super) struct NextReport {
    pub(super) quarter: Quarter,
    pub(super) hint: String,
}

/// The quarter that has just ended, until its report is issued or late; else the running one.
pub(super) fn next(issued: &[IssuedReport], today: NaiveDate) -> NextReport {
    let running = Quarter::of(today);
    let ended = running.previous();
    let is_issued = |quarter: Quarter| issued.iter().any(|report| report.period == quarter.to_string());
    let quarter = if today <= due(ended) && !is_issued(ended) { ended } else { running };
    let label = quarter.label();
    let hint = if is_issued(quarter) {
        format!("Отчёт за {label} выпущен")
    } else {
        format!("Отчёт за {label} — до {}", dates::day(due(quarter)))
    };
    NextReport { quarter, hint }
}

fn due(quarter: Quarter) -> NaiveDate {
    quarter.end() + Days::new(DUE_DAY)
}
