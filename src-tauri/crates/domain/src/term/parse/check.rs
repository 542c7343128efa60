//! Readings that cannot be right, and those that lie outside the programme.

use super::Context;
use super::notes::Notes;
use crate::term::Segment;
use chrono::{Datelike, NaiveDate};

/// Whether the dates of all segments go forward.
pub(super) fn is_sound(segments: &[Segment]) -> bool {
    let forward = |from: &Option<NaiveDate>, to: &Option<NaiveDate>| match (from, to) {
        (Some(from), Some(to)) => from <= to,
        _ => true,
    };
    segments.iter().all(|segment| match segment {
        Segment::Window { from, to, .. } => from <= to,
        Segment::Every { from, to, years, .. } => !years.is_empty() || forward(from, to),
        Segment::Continuous { from, to } => forward(from, to),
        Segment::Yearly { months, .. } => !months.is_empty(),
        _ => true,
    })
}

/// Says which dates are before the programme or after it.
///
/// A year before the programme among years of it is a deliberate look back and needs no question.
pub(super) fn outside(segments: &[Segment], context: &Context<'_>, notes: &mut Notes) {
    let windows: Vec<_> = segments.iter().flat_map(windows).collect();
    let start = context.start();
    let early = |(_, to): &&(NaiveDate, NaiveDate)| *to < start;
    let same_year = |(from, to): &(NaiveDate, NaiveDate)| to.year() >= start.year().min(from.year() + 1);
    let all_early = !windows.is_empty() && windows.iter().all(|window| early(&window));
    if let Some((from, _)) =
        windows.iter().filter(early).find(|w| all_early || same_year(w) && w.1.year() == start.year())
    {
        let day = from.format("%d.%m.%Y");
        notes.assume(format!(
            "Срок с {day} раньше начала программы ({}): просроченным не считается.",
            start.format("%d.%m.%Y")
        ));
    }
    let Some(end) = context.period.to else { return };
    let late = |(from, _): &&(NaiveDate, NaiveDate)| *from > end;
    let Some((from, _)) = windows.iter().find(late) else { return };
    let (day, end) = (from.format("%d.%m.%Y"), end.format("%d.%m.%Y"));
    let line = format!("Срок с {day} позже окончания программы ({end}).");
    if windows.iter().all(|window| late(&window)) { notes.assume(line) } else { notes.tell(line) }
}

fn windows(segment: &Segment) -> Vec<(NaiveDate, NaiveDate)> {
    let day = |year, month: u8, day: u8, last| {
        super::dates::day_of(year, (month, day), last)
            .or_else(|| super::dates::day_of(year, (month, 0), last))
    };
    match segment {
        Segment::Window { from, to, .. } => vec![(*from, *to)],
        Segment::Yearly { months, years, days, .. } => {
            let of = |year: &i32| {
                let year = *year;
                let window = move |(place, (first, last)): (usize, &(u8, u8))| {
                    let (from, to) = days.get(place).copied().unwrap_or_default();
                    let end = if last < first { year + 1 } else { year };
                    Some((day(year, *first, from, false)?, day(end, *last, to, true)?))
                };
                months.iter().enumerate().filter_map(window).collect::<Vec<_>>()
            };
            years.iter().flat_map(of).collect()
        }
        _ => Vec::new(),
    }
}
