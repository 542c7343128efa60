//! From a term to its occurrences.

use super::{OccurrenceKind, Pace, Segment, Term, TermOccurrence, TimeUnit};
use crate::period::{Period, Quarter, first_of_month, last_of_month};
use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One school quarter or trimester, the same days each school year.
#[derive(Serialize, Deserialize, TS, Clone, Copy, Debug, PartialEq, Eq)]
pub struct SchoolQuarter {
    /// Month and day it starts on.
    pub start: (u8, u8),
    /// Month and day it ends on.
    pub end: (u8, u8),
}

/// The school's own quarters (or trimesters) within 1 September – 31 August.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq, Eq)]
pub struct SchoolCalendar {
    /// In the order of the school year.
    pub quarters: Vec<SchoolQuarter>,
}

impl Default for SchoolCalendar {
    /// The usual four quarters; exact days differ from year to year and from school to school.
    fn default() -> Self {
        let quarter = |start, end| SchoolQuarter { start, end };
        Self {
            quarters: vec![
                quarter((9, 1), (10, 28)),
                quarter((11, 5), (12, 30)),
                quarter((1, 9), (3, 24)),
                quarter((4, 1), (5, 31)),
            ],
        }
    }
}

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
        Segment::Yearly { months, years, stages, assumed } => yearly(months, years, stages, *assumed),
        Segment::Every { unit, pace, years, from, to, last_days } => {
            let windows = if years.is_empty() {
                units_between(*unit, from.unwrap_or(period.from), to.or(period.to), calendar)
            } else {
                Some(units_of_years(*unit, years, calendar))
            };
            let last_days = last_days.map(u64::from);
            windows.map_or_else(
                || vec![undated(OccurrenceKind::Unspecified, None)],
                |windows| windows.iter().flat_map(|w| paced(last_part(*w, last_days), *pace)).collect(),
            )
        }
        Segment::Continuous { from, to } => {
            continuous(from.unwrap_or(period.from).max(period.from), earliest(*to, period.to))
        }
        Segment::ByPlan { plan } => vec![undated(OccurrenceKind::ByPlan, Some(plan))],
        Segment::After { condition } => vec![undated(OccurrenceKind::After, Some(condition))],
        Segment::Unspecified => vec![undated(OccurrenceKind::Unspecified, None)],
        Segment::OnDemand { .. } => Vec::new(),
    }
}

fn yearly(months: &[(u8, u8)], years: &[i32], stages: &[String], assumed: bool) -> Vec<TermOccurrence> {
    let of_year = |(index, year): (usize, &i32)| {
        let (stage, year) = (stages.get(index).cloned(), *year);
        let is_month = |month: &u8| (1..=12).contains(month);
        months.iter().filter(move |(first, last)| is_month(first) && is_month(last)).map(
            move |(first, last)| {
                let end_year = if last < first { year + 1 } else { year };
                let from = first_of_month(year, u32::from(*first));
                let to = last_of_month(end_year, u32::from(*last));
                TermOccurrence { stage: stage.clone(), assumed, ..dated(from, to) }
            },
        )
    };
    years.iter().enumerate().filter(|(_, year)| is_sane_year(**year)).flat_map(of_year).collect()
}

/// Years beyond these are refused by the file's validation; here they must not make a date overflow.
fn is_sane_year(year: i32) -> bool {
    (1..=9998).contains(&year)
}

type Window = (NaiveDate, NaiveDate);

fn paced((from, to): Window, pace: Pace) -> Vec<TermOccurrence> {
    let (times, at_least, soft) = match pace {
        Pace::Times(n) => (n, false, false),
        Pace::AtLeast(n) => (n, true, false),
        Pace::Throughout => (1, false, true),
    };
    (1..=times).map(|ordinal| TermOccurrence { ordinal, at_least, soft, ..dated(from, to) }).collect()
}

fn last_part((from, to): Window, last_days: Option<u64>) -> Window {
    let start = last_days.and_then(|days| to.checked_sub_days(Days::new(days.saturating_sub(1))));
    (start.map_or(from, |start| start.max(from)), to)
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

/// Units that touch the range, cut to it; none when the range has no end.
fn units_between(
    unit: TimeUnit,
    from: NaiveDate,
    to: Option<NaiveDate>,
    calendar: &SchoolCalendar,
) -> Option<Vec<Window>> {
    let to = to?;
    let years: Vec<i32> = (from.year() - 1..=to.year()).collect();
    let overlap = |(start, end): Window| start <= to && end >= from;
    let cut = |(start, end): Window| (start.max(from), end.min(to));
    Some(units_of_years(unit, &years, calendar).into_iter().filter(|w| overlap(*w)).map(cut).collect())
}

fn units_of_years(unit: TimeUnit, years: &[i32], calendar: &SchoolCalendar) -> Vec<Window> {
    let of_year = |year: &i32| -> Vec<Window> {
        let year = *year;
        match unit {
            TimeUnit::Month => (1..=12).map(|m| (first_of_month(year, m), last_of_month(year, m))).collect(),
            TimeUnit::Quarter => {
                (1..=4).filter_map(|n| Quarter::new(year, n)).map(|q| (q.start(), q.end())).collect()
            }
            TimeUnit::SchoolQuarter => calendar.quarters.iter().map(|q| school_window(year, *q)).collect(),
            TimeUnit::Year => vec![(first_of_month(year, 1), last_of_month(year, 12))],
            TimeUnit::SchoolYear => vec![(first_of_month(year, 9), last_of_month(year + 1, 8))],
        }
    };
    years.iter().filter(|year| is_sane_year(**year)).flat_map(of_year).collect()
}

/// Days of a school quarter in the school year that starts in `year`: months before September are next year's.
fn school_window(year: i32, quarter: SchoolQuarter) -> Window {
    let day = |(month, day): (u8, u8)| {
        let year = if month < 9 { year + 1 } else { year };
        let (month, day) = (u32::from(month).clamp(1, 12), u32::from(day).max(1));
        NaiveDate::from_ymd_opt(year, month, day).unwrap_or_else(|| last_of_month(year, month))
    };
    (day(quarter.start), day(quarter.end))
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
