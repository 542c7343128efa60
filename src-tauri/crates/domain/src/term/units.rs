//! Units of time within a range of days: weeks, months, quarters, school quarters, years.

use super::expand::{Window, is_sane_year};
use super::{SchoolCalendar, SchoolPart, TimeUnit};
use crate::period::{Quarter, first_of_month, last_of_month};
use chrono::{Datelike, Days, NaiveDate, Weekday};

/// Which units of a time unit are meant, and which part of each.
pub(super) struct Units<'a> {
    pub(super) unit: TimeUnit,
    pub(super) step: u16,
    pub(super) only: &'a [u8],
    pub(super) weekday: Option<u8>,
    pub(super) first_days: Option<u16>,
    pub(super) last_days: Option<u16>,
    pub(super) calendar: &'a SchoolCalendar,
}

impl Units<'_> {
    /// Units that touch the range, cut to it.
    pub(super) fn between(&self, from: NaiveDate, to: NaiveDate) -> Vec<Window> {
        let years: Vec<i32> = (from.year() - 1..=to.year()).collect();
        let touching = |(start, end): &Window| *start <= to && *end >= from;
        let whole: Vec<Window> = self.whole(&years).into_iter().filter(touching).collect();
        let cut = |(start, end): Window| (start.max(from), end.min(to));
        self.parts(&whole).filter(touching).map(cut).collect()
    }

    /// Units of the listed years; a school year is named by the year it begins in.
    pub(super) fn of_years(&self, years: &[i32]) -> Vec<Window> {
        self.parts(&self.whole(years)).collect()
    }

    fn whole(&self, years: &[i32]) -> Vec<Window> {
        let meant = |(index, window): (usize, Window)| {
            let number = u8::try_from(index + 1).unwrap_or(u8::MAX);
            (self.only.is_empty() || self.only.contains(&number)).then_some(window)
        };
        let sane = years.iter().filter(|year| is_sane_year(**year));
        sane.flat_map(|year| self.of_year(*year).into_iter().enumerate().filter_map(meant)).collect()
    }

    fn parts(&self, whole: &[Window]) -> impl Iterator<Item = Window> {
        let step = usize::from(self.step.max(1));
        let joined = whole.chunks(step).filter_map(|units| Some((units.first()?.0, units.last()?.1)));
        joined.map(|window| self.day_of_week(window)).map(|window| self.part(window))
    }

    fn day_of_week(&self, (from, to): Window) -> Window {
        let day =
            self.weekday.and_then(|day| from.checked_add_days(Days::new(u64::from(day).saturating_sub(1))));
        day.map_or((from, to), |day| (day, day))
    }

    fn part(&self, (from, to): Window) -> Window {
        let days = |days: Option<u16>| days.map(|days| Days::new(u64::from(days.max(1)) - 1));
        let start = days(self.last_days).and_then(|days| to.checked_sub_days(days));
        let end = days(self.first_days).and_then(|days| from.checked_add_days(days));
        (start.map_or(from, |start| start.max(from)), end.map_or(to, |end| end.min(to)))
    }

    fn of_year(&self, year: i32) -> Vec<Window> {
        let months = |first: u32, last: u32| (first_of_month(year, first), last_of_month(year, last));
        let windows = |parts: Vec<SchoolPart>| parts.into_iter().map(Window::from).collect();
        match self.unit {
            TimeUnit::Week => weeks(year),
            TimeUnit::Month => (1..=12).map(|month| months(month, month)).collect(),
            TimeUnit::Quarter => {
                (1..=4).filter_map(|n| Quarter::new(year, n)).map(|q| (q.start(), q.end())).collect()
            }
            TimeUnit::SchoolQuarter => windows(self.calendar.parts(year)),
            TimeUnit::Trimester => windows(self.calendar.trimesters(year)),
            TimeUnit::HalfYear => vec![months(1, 6), months(7, 12)],
            TimeUnit::SchoolHalfYear => {
                vec![months(9, 12), (first_of_month(year + 1, 1), last_of_month(year + 1, 5))]
            }
            TimeUnit::Year => vec![months(1, 12)],
            TimeUnit::SchoolYear => vec![(first_of_month(year, 9), last_of_month(year + 1, 8))],
        }
    }
}

/// Weeks whose Monday is in the year.
fn weeks(year: i32) -> Vec<Window> {
    let monday = first_of_month(year, 1).iter_days().find(|day| day.weekday() == Weekday::Mon);
    let mondays = monday.into_iter().flat_map(|monday| monday.iter_weeks());
    mondays
        .take_while(|day| day.year() == year)
        .filter_map(|day| Some((day, day.checked_add_days(Days::new(6))?)))
        .collect()
}
