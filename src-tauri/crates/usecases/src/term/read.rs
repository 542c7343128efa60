use opora_domain::period::Period;
use opora_domain::term::{SchoolCalendar, expand_with, parse};

use super::{ReadTermInput, TermReading};
use crate::{App, Problems, Result, school};

/// Longest period in which a term is expanded.
const MAX_YEARS: u32 = 50;

/// Reads a term while the user types it; the file need not be open.
///
/// # Errors
/// `Invalid` when the period ends before it begins or is longer than any programme.
pub fn read(app: &mut App, input: ReadTermInput) -> Result<TermReading> {
    let period = Period { from: input.from, to: input.to };
    reading(&input.raw, period, &school::calendar_or_usual(app)?)
}

/// The reading of a term within a period.
///
/// # Errors
/// As [`read`].
pub fn reading(raw: &str, period: Period, calendar: &SchoolCalendar) -> Result<TermReading> {
    let reversed = period.to.is_some_and(|to| to < period.from);
    let long = period.to.and_then(|to| to.years_since(period.from)).is_some_and(|years| years > MAX_YEARS);
    Problems::default()
        .check(reversed, "to", "Программа заканчивается раньше, чем начинается.")
        .check(long, "to", "Программа длиннее 50 лет: проверьте годы.")
        .finish()?;
    let term = parse(raw, period);
    let problems = term.ambiguous.then(|| term.note.clone()).flatten().into_iter().collect();
    let occurrences = expand_with(&term, period, calendar);
    Ok(TermReading { words: term.words(), occurrences, problems, term })
}
