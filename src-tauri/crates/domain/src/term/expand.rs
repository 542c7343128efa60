//! From a term to its occurrences.

use super::units::Units;
use super::{OccurrenceKind, Pace, SchoolCalendar, Segment, Term, TermOccurrence};
use crate::period::{Period, Quarter, last_of_month};
use chrono::{Datelike, NaiveDate};

/// Occurrences of a term within the programme's period, with the usual school quarters.
pub fn expand(term: &Term, period: Period) -> Vec<TermOccurrence> {
    expand_with(term, period, &SchoolCalendar::default())
}

/// Occurrences of a term, earliest first, undated ones last.
///
/// What starts after the period's end is left out and a window is cut at that end. Days before its start are
/// kept when the text names them (and marked `before_approval`); what the text leaves open starts with the period.
pub fn expand_with(term: &Term, period: Period, calendar: &SchoolCalendar) -> Vec<TermOccurrence> {
    let mut all: Vec<_> = term
        .segments
        .iter()
        .flat_map(|segment| segment_occurrences(segment, period, calendar))
        .filter_map(|occurrence| clip(occurrence, period))
        .collect();
    all.sort_by_key(|o| (o.from.is_none(), o.from, o.to, o.ordinal));
    all
}

fn clip(mut occurrence: TermOccurrence, period: Period) -> Option<TermOccurrence> {
    if let Some(end) = period.to {
        if occurrence.from.is_some_and(|from| from > end) {
            return None;
        }
        occurrence.to = occurrence.to.map(|to| to.min(end));
        occurrence.due = occurrence.due.map(|due| due.min(end));
    }
    occurrence.before_approval = occurrence.to.is_some_and(|to| to < period.from);
    Some(occurrence)
}

fn segment_occurrences(segment: &Segment, period: Period, calendar: &SchoolCalendar) -> Vec<TermOccurrence> {
    match segment {
        Segment::Window { from, to, stage } => {
            vec![TermOccurrence { stage: stage.clone(), ..dated(*from, *to) }]
        }
        Segment::Yearly { months, years, stages, assumed, days } => match listed(years, period) {
            Some(years) => {
                let marked =
                    |(from, to, stage)| TermOccurrence { stage, assumed: *assumed, ..dated(from, to) };
                yearly(months, days, &years, stages).into_iter().map(marked).collect()
            }
            None => vec![undated(OccurrenceKind::Unspecified, None)],
        },
        Segment::Every { unit, pace, years, from, to, last_days, first_days, step, only, weekday } => {
            let (step, weekday, first_days, last_days) = (*step, *weekday, *first_days, *last_days);
            let units = Units { unit: *unit, step, only, weekday, first_days, last_days, calendar };
            every(&units, *pace, years, from.unwrap_or(period.from), to.or(period.to))
        }
        Segment::Continuous { from, to } => {
            continuous(from.unwrap_or(period.from).max(period.from), earliest(*to, period.to))
        }
        Segment::ByPlan { plan } => vec![undated(OccurrenceKind::ByPlan, Some(plan))],
        Segment::After { condition, .. } => vec![undated(OccurrenceKind::After, Some(condition))],
        Segment::Unspecified => vec![undated(OccurrenceKind::Unspecified, None)],
        Segment::OnDemand { .. } => Vec::new(),
    }
}

/// The years of a yearly term; none when they have no end.
fn listed(years: &[i32], period: Period) -> Option<Vec<i32>> {
    if years.is_empty() {
        return Some((period.from.year()..=period.to?.year()).collect());
    }
    Some(years.to_vec())
}

type Staged = (NaiveDate, NaiveDate, Option<String>);

fn yearly(months: &[(u8, u8)], days: &[(u8, u8)], years: &[i32], stages: &[String]) -> Vec<Staged> {
    let sane = years.iter().enumerate().filter(|(_, year)| is_sane_year(**year));
    let of_year = |(index, year): (usize, &i32)| {
        let (stage, year) = (stages.get(index).cloned(), *year);
        let window = move |(place, months)| yearly_window(year, months, days.get(place).copied());
        months.iter().enumerate().filter_map(window).map(move |(from, to)| (from, to, stage.clone()))
    };
    sane.flat_map(of_year).collect()
}

fn yearly_window(year: i32, (first, last): &(u8, u8), days: Option<(u8, u8)>) -> Option<Window> {
    let ((first, last), (from, to)) = ((*first, *last), days.unwrap_or_default());
    if ![first, last].iter().all(|month| (1..=12).contains(month)) {
        return None;
    }
    let crosses = last < first || (last == first && to != 0 && to < from);
    let end_year = if crosses { year + 1 } else { year };
    let last_day = if to == 0 { None } else { NaiveDate::from_ymd_opt(end_year, last.into(), to.into()) };
    let start = NaiveDate::from_ymd_opt(year, first.into(), u32::from(from.max(1)));
    let start = start.unwrap_or_else(|| last_of_month(year, first.into()));
    Some((start, last_day.unwrap_or_else(|| last_of_month(end_year, last.into()))))
}

/// Years beyond these are refused by the file's validation; here they must not make a date overflow.
pub(super) fn is_sane_year(year: i32) -> bool {
    (1..=9998).contains(&year)
}

/// First and last day.
pub(super) type Window = (NaiveDate, NaiveDate);

fn every(
    units: &Units<'_>,
    pace: Pace,
    years: &[i32],
    from: NaiveDate,
    to: Option<NaiveDate>,
) -> Vec<TermOccurrence> {
    let windows = match to {
        _ if !years.is_empty() => units.of_years(years),
        Some(to) => units.between(from, to),
        None => return vec![undated(OccurrenceKind::Unspecified, None)],
    };
    windows.into_iter().flat_map(|window| paced(window, pace)).collect()
}

fn paced((from, to): Window, pace: Pace) -> Vec<TermOccurrence> {
    let (times, at_least, soft) = match pace {
        Pace::Times(n) => (n, false, false),
        Pace::AtLeast(n) => (n, true, false),
        Pace::Throughout => (1, false, true),
    };
    (1..=times).map(|ordinal| TermOccurrence { ordinal, at_least, soft, ..dated(from, to) }).collect()
}

fn continuous(from: NaiveDate, to: Option<NaiveDate>) -> Vec<TermOccurrence> {
    let Some(to) = to else { return vec![undated(OccurrenceKind::Continuous, None)] };
    quarters_between(from, to)
        .map(|quarter| TermOccurrence {
            kind: OccurrenceKind::Continuous,
            due: None,
            soft: true,
            ..dated(quarter.start().max(from), quarter.end().min(to))
        })
        .collect()
}

fn quarters_between(from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = Quarter> {
    std::iter::successors(Some(Quarter::of(from)), |quarter| Some(quarter.next()))
        .take_while(move |quarter| quarter.start() <= to)
}

fn earliest(one: Option<NaiveDate>, other: Option<NaiveDate>) -> Option<NaiveDate> {
    one.into_iter().chain(other).min()
}

fn dated(from: NaiveDate, to: NaiveDate) -> TermOccurrence {
    TermOccurrence { from: Some(from), to: Some(to), due: Some(to), ..undated(OccurrenceKind::Dated, None) }
}

fn undated(kind: OccurrenceKind, waits_for: Option<&String>) -> TermOccurrence {
    TermOccurrence {
        kind,
        from: None,
        to: None,
        due: None,
        ordinal: 1,
        stage: None,
        soft: false,
        assumed: false,
        at_least: false,
        before_approval: false,
        waits_for: waits_for.cloned(),
    }
}
