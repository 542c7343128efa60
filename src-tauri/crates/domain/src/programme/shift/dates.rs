//! Days moved by whole years.

use crate::period::{Period, last_of_month};
use chrono::{Datelike, Days, NaiveDate};

/// The same day of another year; 29 February becomes the 28th where there is none.
pub(super) fn day(date: NaiveDate, years: i32) -> NaiveDate {
    let year = date.year() + years;
    date.with_year(year).unwrap_or_else(|| last_of_month(year, date.month()))
}

/// Both ends of a stretch; one that covers whole months goes on covering them (29 February and back).
pub(super) fn window(from: NaiveDate, to: NaiveDate, years: i32) -> (NaiveDate, NaiveDate) {
    let whole_months = from.day() == 1 && is_last_of_month(to);
    let end = day(to, years);
    (day(from, years), if whole_months { last_of_month(end.year(), end.month()) } else { end })
}

/// A period moved by whole years.
pub(super) fn period(period: Period, years: i32) -> Period {
    match period.to {
        Some(to) => {
            let (from, to) = window(period.from, to, years);
            Period { from, to: Some(to) }
        }
        None => Period { from: day(period.from, years), to: None },
    }
}

fn is_last_of_month(date: NaiveDate) -> bool {
    date.checked_add_days(Days::new(1)).is_some_and(|next| next.day() == 1)
}
