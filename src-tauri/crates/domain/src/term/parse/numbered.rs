//! Numbered parts of a year: «I квартал», «2-е полугодие», «III четверть».

use super::item::{Days, Span};
use super::lexicon::T;
use super::years;
use crate::term::TimeUnit;

/// The first or last month of a quarter or a half-year.
pub(super) fn edge(span: &Span, end: bool) -> Option<Span> {
    let Days::Yearless { first, last } = span.days else {
        return Some(Span { vague: true, edge: Some(end), ..span.clone() });
    };
    let month = if end { last.0 } else { first.0 };
    Some(Span {
        vague: true,
        half: span.half,
        edge: span.half.map(|_| end),
        ..Span::yearless((month, 0), (month, 0))
    })
}

pub(super) fn ordinal(t: T) -> Option<u8> {
    match t {
        T::Roman(n) | T::Ordinal(n) => Some(n),
        T::Num(n, 0 | 1) => u8::try_from(n).ok(),
        _ => None,
    }
}

/// «I квартал», «3-4 кв.», «1, 2 и 4 четверть», «второе полугодие учебного года».
pub(super) fn numbered(ts: &[T]) -> Option<(Vec<Span>, usize)> {
    let mut ranges = vec![(ordinal(*ts.first()?)?, ordinal(*ts.first()?)?)];
    let mut at = 1;
    loop {
        let next = ts.get(at + 1).copied().and_then(ordinal);
        match (ts.get(at), next) {
            (Some(T::Dash), Some(next)) => ranges.last_mut()?.1 = next,
            (Some(T::Comma | T::And), Some(next)) => ranges.push((next, next)),
            _ => break,
        }
        at += 2;
    }
    let school = matches!(ts.get(at), Some(T::School));
    at += usize::from(school);
    let T::Unit(unit) = *ts.get(at)? else { return None };
    let of_school = matches!(ts.get(at + 1..), Some([T::School, T::Unit(TimeUnit::Year), rest @ ..]) if years::chunk(rest).is_none());
    let spans: Option<Vec<_>> =
        ranges.iter().map(|range| part_of_year(unit, *range, school || of_school)).collect();
    Some((spans?, at + 1 + if of_school { 2 } else { 0 }))
}

fn part_of_year(unit: TimeUnit, (first, last): (u8, u8), school: bool) -> Option<Span> {
    let count = match unit {
        TimeUnit::Quarter | TimeUnit::SchoolQuarter => 4,
        TimeUnit::Trimester => 3,
        TimeUnit::HalfYear => 2,
        _ => return None,
    };
    if first < 1 || last < first || last > count {
        return None;
    }
    let months = |length: u8| Span::yearless((first * length - length + 1, 0), (last * length, 0));
    Some(match unit {
        TimeUnit::Quarter => months(3),
        TimeUnit::HalfYear if school => school_half(first, last),
        TimeUnit::HalfYear => Span { half: (first == last).then_some(first), ..months(6) },
        _ => Span::new(Days::Parts(unit, (first..=last).collect())),
    })
}

/// September – December and January – May.
pub(super) fn school_half(first: u8, last: u8) -> Span {
    let start = if first == 1 { 9 } else { 1 };
    let end = if last == 1 { 12 } else { 5 };
    Span::yearless((start, 0), (end, 0))
}
