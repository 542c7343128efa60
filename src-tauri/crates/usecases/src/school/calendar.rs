use opora_domain::term::{SchoolCalendar, SchoolYear};

use super::{CalendarView, CalendarYear};
use crate::{App, Result};

/// The school's quarters: those entered for a school year, the usual ones for the years about now.
pub fn calendar(app: &mut App, _: ()) -> Result<CalendarView> {
    let now = app.school()?.school_year;
    let calendar = calendar_of(app)?;
    let mut years: Vec<i32> = calendar.years.iter().map(|year| year.year).chain(now - 1..=now + 1).collect();
    years.sort_unstable();
    years.dedup();
    let view = |year: i32| CalendarYear {
        year,
        parts: calendar.parts(year),
        entered: calendar.years.iter().any(|known| known.year == year),
    };
    Ok(CalendarView { years: years.into_iter().map(view).collect() })
}

/// The calendar by which terms of this school become days.
pub(crate) fn calendar_of(app: &App) -> Result<SchoolCalendar> {
    Ok(SchoolCalendar::of_years(app.read()?.all::<SchoolYear>()?))
}

/// The same before any school has been created: the usual quarters.
pub(crate) fn calendar_or_usual(app: &App) -> Result<SchoolCalendar> {
    app.read().map_or_else(|_| Ok(SchoolCalendar::default()), |_| calendar_of(app))
}
