//! Dates, months, quarters and ranges of them.

use super::item::{Bound, Days, Item, Span};
use super::lexicon::T;
use super::numbered::{edge, numbered};
use super::{within_month, years};
use crate::period::{first_of_month, last_of_month};
use crate::term::TimeUnit;
use chrono::{Datelike, NaiveDate};

type Found<X> = Option<(X, usize)>;

const REVERSED: &str = "Конец срока раньше его начала.";

/// A stretch of days at the beginning of `ts`.
pub(super) fn span(ts: &[T]) -> Found<Item> {
    let refined = || within_month::refined(ts).map(|(span, len)| (Item::Spans(vec![span]), len));
    listed(ts).or_else(refined).or_else(|| until(ts)).or_else(|| since(ts)).or_else(|| range(ts)).or_else(
        || {
            let (spans, len) = point(ts)?;
            Some((Item::Spans(spans), len))
        },
    )
}

/// Three dates and more without signs between them are no range.
fn listed(ts: &[T]) -> Found<Item> {
    let (mut spans, mut len) = (Vec::new(), 0);
    while let Some(T::Date(day)) = ts.get(len) {
        spans.push(Span::full(*day, *day));
        len += 1 + years::word(&ts[len + 1..]);
    }
    (spans.len() > 2).then_some((Item::Spans(spans), len))
}

/// «до 15 сентября», «не позднее мая», «к 1 июня», «по май».
fn until(ts: &[T]) -> Found<Item> {
    let mark = match ts {
        [T::Not, T::Later, ..] => 2,
        [T::Until | T::Toward | T::By, ..] => 1,
        _ => return None,
    };
    let exclusive = matches!(ts[0], T::Until | T::Toward);
    let (end, rest) = match &ts[mark..] {
        [T::End, rest @ ..] => (true, rest),
        rest => (false, rest),
    };
    let skip = mark + usize::from(end);
    let (spans, len) = point(rest)?;
    let [span] = spans.as_slice() else { return None };
    let mut span = Span { bound: Bound::Until, ..span.clone() };
    if let ([T::Middle, ..], Days::Yearless { last, .. }) = (rest, &mut span.days) {
        last.1 = 15;
    }
    if exclusive && !end && !names_day(&span) {
        span = Span { vague: true, days: before(&span.days)?, ..span };
    }
    Some((Item::Spans(vec![span]), skip + len))
}

/// «до мая»: till the last day of April.
fn before(days: &Days) -> Option<Days> {
    match days {
        Days::Yearless { first: (1, _), .. } => Some(Days::Yearless { first: (1, 1), last: (1, 1) }),
        Days::Yearless { first: (month, _), .. } => {
            Some(Days::Yearless { first: (month - 1, 0), last: (month - 1, 0) })
        }
        Days::Full(from, _) => from.pred_opt().map(|day| Days::Full(day, day)),
        Days::Parts(..) => None,
    }
}

fn names_day(span: &Span) -> bool {
    match span.days {
        Days::Yearless { last, .. } => last.1 != 0,
        Days::Full(from, to) => from == to,
        Days::Parts(..) => false,
    }
}

/// «с 1 сентября по 30 ноября 2024», «с сентября», «начиная с мая».
fn since(ts: &[T]) -> Found<Item> {
    let mark = match ts {
        [T::Since, T::From, ..] | [T::Not, T::Earlier, ..] => 2,
        [T::From | T::Since | T::After, ..] => 1,
        _ => return None,
    };
    let rest = &ts[mark..];
    if let [T::Num(day, 1 | 2), T::By | T::Until | T::Dash, tail @ ..] = rest
        && let Some((item, len)) = day_of_next(*day, tail)
    {
        return Some((item, mark + 2 + len));
    }
    if let Some((item, len)) = joined(rest, true) {
        return Some((item, mark + len));
    }
    let (spans, len) = point(rest)?;
    let [span] = spans.as_slice() else { return None };
    Some((Item::Spans(vec![Span { bound: Bound::Since, ..span.clone() }]), mark + len))
}

/// «с 15 по 20 октября»: the first day's month is the second's.
fn day_of_next(day: u32, tail: &[T]) -> Found<Item> {
    let (spans, len) = point(tail)?;
    let [span] = spans.as_slice() else { return None };
    let first = u8::try_from(day).ok()?;
    let item = match span.days {
        Days::Yearless { first: start, last } if start == last && last.1 != 0 => {
            if first > last.1 || first == 0 {
                Item::Refuse(REVERSED)
            } else {
                Item::Spans(vec![Span::yearless((last.0, first), last)])
            }
        }
        Days::Full(from, to) if from == to => match to.with_day(day) {
            Some(from) if from <= to => Item::Spans(vec![Span::full(from, to)]),
            _ => Item::Refuse(REVERSED),
        },
        _ => return None,
    };
    Some((item, len))
}

fn range(ts: &[T]) -> Found<Item> {
    if let [T::Num(day, 1 | 2), T::Dash, tail @ ..] = ts
        && !matches!(tail, [T::Num(..), T::Unit(_), ..])
        && let Some((item, len)) = day_of_next(*day, tail)
    {
        return Some((item, 2 + len));
    }
    joined(ts, false)
}

/// Two points with a dash, «по» or «до» between them; two dates may stand with nothing between.
fn joined(ts: &[T], with_from: bool) -> Found<Item> {
    let (first, len) = point(ts)?;
    let [first] = first.as_slice() else { return None };
    let (year, year_len) = match years::single(&ts[len..]) {
        Some((year, year_len)) if !matches!(first.days, Days::Full(..)) => (Some(year), year_len),
        _ => (None, years::word(&ts[len..])),
    };
    let after = len + year_len;
    let joint = match ts.get(after..)? {
        [T::Comma, T::By | T::Until, ..] if with_from => 2,
        [T::Dash, ..] => 1,
        [T::By | T::Until, ..] if with_from => 1,
        [T::Date(_), ..] if matches!(ts, [T::Date(_), ..]) => 0,
        _ => return None,
    };
    let (second, second_len) = point(&ts[after + joint..])?;
    let [second] = second.as_slice() else { return None };
    let end = after + joint + second_len;
    let first = year.map_or_else(|| Some(first.clone()), |year| in_year(first, year))?;
    let own = years::single(&ts[end..]);
    let (second, end) = match (own, &first.days) {
        (Some((year, len)), Days::Full(..)) if !matches!(second.days, Days::Full(..)) => {
            (in_year(second, year)?, end + len)
        }
        _ => (second.clone(), end),
    };
    Some((between(&first, &second)?, end))
}

/// From the first day of one span to the last of another.
fn between(first: &Span, second: &Span) -> Option<Item> {
    let item = match (&first.days, &second.days) {
        (Days::Full(from, _), Days::Full(_, to)) if from <= to => Span::full(*from, *to),
        (Days::Full(..), Days::Full(..)) => return Some(Item::Refuse(REVERSED)),
        (Days::Yearless { first: from, .. }, Days::Yearless { last: to, .. }) => {
            Span { season: first.season && second.season, ..Span::yearless(*from, *to) }
        }
        (Days::Yearless { first: from, .. }, Days::Full(_, to)) => {
            let of = |year| Some(day_of(year, *from, false)?.min(*to));
            let same = day_of(to.year(), *from, false)?;
            Span::full(if same <= *to { same } else { of(to.year() - 1)? }, *to)
        }
        (Days::Full(from, _), Days::Yearless { last, .. }) => {
            let same = day_of(from.year(), *last, true)?;
            Span::full(*from, if same >= *from { same } else { day_of(from.year() + 1, *last, true)? })
        }
        (Days::Parts(unit, from), Days::Parts(other, to)) if unit == other => {
            let (from, to) = (*from.first()?, *to.last()?);
            if from > to {
                return Some(Item::Refuse(REVERSED));
            }
            Span::new(Days::Parts(*unit, (from..=to).collect()))
        }
        _ => return None,
    };
    let vague = first.vague || second.vague;
    Some(Item::Spans(vec![Span { vague, ..item }]))
}

/// The span in a calendar year; a span across New Year begins in it.
pub(super) fn in_year(span: &Span, year: i32) -> Option<Span> {
    let Days::Yearless { first, last } = span.days else { return None };
    let from = day_of(year, first, false)?;
    let same = day_of(year, last, true)?;
    let to = if same < from { day_of(year + 1, last, true)? } else { same };
    Some(Span { days: Days::Full(from, to), ..span.clone() })
}

/// A month and a day of a year; day 0 is the first or the last one.
pub(super) fn day_of(year: i32, (month, day): (u8, u8), last: bool) -> Option<NaiveDate> {
    match (day, last) {
        (0, false) => Some(first_of_month(year, month.into())),
        (0, true) => Some(last_of_month(year, month.into())),
        _ => NaiveDate::from_ymd_opt(year, month.into(), day.into()),
    }
}

/// One day, month, season, quarter, or a list of quarters.
fn point(ts: &[T]) -> Found<Vec<Span>> {
    let one = |span: Span, len: usize| Some((vec![span], len));
    if let Some((span, len)) = within_month::part(ts) {
        return one(span, len);
    }
    match *ts {
        [T::Date(day), ref rest @ ..] => one(Span::full(day, day), 1 + years::word(rest)),
        [T::MonthYear(month, year), ..] => {
            one(Span::full(first_of_month(year, month.into()), last_of_month(year, month.into())), 1)
        }
        [T::DayMonth(day, month), ..] => one(Span::yearless((month, day), (month, day)), 1),
        [T::Num(day, 1 | 2), T::Month(month), ..] => {
            let day = valid_day(day, month)?;
            one(Span::yearless((month, day), (month, day)), 2 + month_word(&ts[2..]))
        }
        [T::Num(_, 1 | 2), T::And | T::Comma, T::Num(..), ..] => days(ts).or_else(|| numbered(ts)),
        [T::Month(month), ..] => one(Span::yearless((month, 0), (month, 0)), 1 + month_word(&ts[1..])),
        [T::Season(first, last), ..] => {
            one(Span { season: true, ..Span::yearless((first, 0), (last, 0)) }, 1)
        }
        [part @ (T::Begin | T::End), ref rest @ ..] => {
            let (spans, len) = numbered(rest)?;
            let edges: Option<Vec<_>> = spans.iter().map(|span| edge(span, matches!(part, T::End))).collect();
            Some((edges?, len + 1))
        }
        _ => numbered(ts),
    }
}

/// «10, 20 и 30 октября».
fn days(ts: &[T]) -> Found<Vec<Span>> {
    let (mut numbers, mut at) = (Vec::new(), 0);
    while let Some(T::Num(day, 1 | 2)) = ts.get(at) {
        numbers.push(*day);
        at += if matches!(ts.get(at + 1), Some(T::And | T::Comma)) { 2 } else { 1 };
    }
    let Some(T::Month(month)) = ts.get(at) else { return None };
    let of = |day: u32| valid_day(day, *month).map(|day| Span::yearless((*month, day), (*month, day)));
    Some((numbers.into_iter().map(of).collect::<Option<_>>()?, at + 1))
}

pub(super) fn month_word(ts: &[T]) -> usize {
    usize::from(matches!(ts, [T::Unit(TimeUnit::Month), ..]))
}

fn valid_day(day: u32, month: u8) -> Option<u8> {
    NaiveDate::from_ymd_opt(2024, month.into(), day).and_then(|_| u8::try_from(day).ok())
}
