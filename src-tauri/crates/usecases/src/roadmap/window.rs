//! The check of dates that the user gives.

use chrono::NaiveDate;
use opora_domain::program::Program;

use crate::{Problems, Result, dates};

/// The window runs forward and meets the programme's period.
pub(super) fn check(program: Option<&Program>, from: NaiveDate, to: NaiveDate) -> Result<()> {
    let ends = program.and_then(|program| program.period_to);
    let starts = program.map(|program| program.period_from);
    let late = ends.filter(|end| from > *end);
    let early = starts.filter(|start| to < *start);
    let mut problems = Problems::default();
    problems.check(to < from, "to", "Последний день раньше первого.");
    if let Some(end) = late {
        problems.check(true, "from", &format!("Программа действует до {}.", dates::day(end)));
    }
    if let Some(start) = early {
        problems.check(true, "to", &format!("Программа действует с {}.", dates::day(start)));
    }
    problems.finish()
}
