//! How often: «2 раза в год», «каждую пятницу», «в конце каждой четверти», «в течение года».

use super::item::{Freq, Item, Span};
use super::lexicon::T;
use super::years;
use crate::term::{Pace, TimeUnit};

type Found<X> = Option<(X, usize)>;

/// Days of «начало» and «конец» of a unit that has no months of its own.
const EDGE_DAYS: u16 = 10;

/// A pace at the beginning of `ts`.
pub(super) fn pace(ts: &[T]) -> Found<Item> {
    let of = |(freq, len)| (Item::Freq(freq), len);
    times(ts)
        .or_else(|| each(ts))
        .or_else(|| weekdays(ts))
        .or_else(|| edge(ts))
        .or_else(|| at_end(ts))
        .map(of)
        .or_else(|| first_days(ts))
        .or_else(|| edge_of_year(ts))
        .or_else(|| throughout(ts))
        .or_else(|| single(ts))
}

fn single(ts: &[T]) -> Found<Item> {
    Some(match *ts {
        [T::Freq(unit), ..] => (Item::Freq(Freq::new(unit, Pace::Times(1))), 1),
        [T::Annually, ..] => (Item::Annually, 1),
        [T::Every, T::Unit(TimeUnit::Year), ..] => (Item::Annually, 2),
        [T::Daily, ..] => (Item::Continuous, 1),
        [T::Constant, ..] => (Item::Continuous, 1),
        [T::Whole, T::Period, T::Run, T::Run, ..] => (Item::Continuous, 4),
        [T::Whole, T::Period, T::Run, ..] | [T::Period, T::Run, T::Run, ..] => (Item::Continuous, 3),
        [T::Whole, T::Period, ..] | [T::Period, T::Run, ..] => (Item::Continuous, 2),
        [T::Whole, T::School, T::Unit(TimeUnit::Year), ..] => (through(TimeUnit::SchoolYear), 3),
        [T::School, T::Unit(TimeUnit::Year), ..] => (through(TimeUnit::SchoolYear), 2),
        [T::Whole, T::Unit(TimeUnit::Year), ..] => (Item::Throughout(None), 2),
        [T::Whole, ref rest @ ..] if years::chunk(rest).is_some() => (Item::Throughout(None), 1),
        _ => return None,
    })
}

fn through(unit: TimeUnit) -> Item {
    Item::Throughout(Some(unit))
}

/// «не реже 2 раз в год», «дважды в полугодие», «раз в три года».
fn times(ts: &[T]) -> Found<Freq> {
    let (at_least, skip) = match ts {
        [T::Not, T::Less, T::Comma, T::Noise, ..] => (true, 4),
        [T::Not, T::Less, T::By | T::Noise | T::Comma, ..] => (true, 3),
        [T::Not, T::Less, ..] => (true, 2),
        [T::By, T::Num(..), T::Times, ..] => (false, 1),
        _ => (false, 0),
    };
    let (n, open, len) = count(&ts[skip..])?;
    let at = skip + len;
    let (unit, step, unit_len) = per(&ts[at..])?;
    let pace = if at_least || open { Pace::AtLeast(n) } else { Pace::Times(n) };
    Some((Freq { step, counted: true, ..Freq::new(unit, pace) }, at + unit_len))
}

/// How many times, and whether more are allowed («2-3 раза»).
fn count(ts: &[T]) -> Option<(u16, bool, usize)> {
    let small = |n: u32| u16::try_from(n).ok().filter(|n| (1..=31).contains(n));
    match *ts {
        [T::NTimes(n), ..] => Some((n, false, 1)),
        [T::Num(a, _), T::Dash, T::Num(b, _), T::Times, ..] if a < b => Some((small(a)?, true, 4)),
        [T::Num(n, _), T::Times, ..] => Some((small(n)?, false, 2)),
        [T::Times, ..] => Some((1, false, 1)),
        _ => None,
    }
}

/// «в год», «в две недели», «в каждую четверть», «за учебный год»; «/год».
fn per(ts: &[T]) -> Option<(TimeUnit, u16, usize)> {
    let mut at = match ts {
        [T::In, T::During, ..] => 2,
        [T::In | T::Slash | T::During | T::On, ..] => 1,
        [T::Every, ..] => 0,
        _ => return None,
    };
    at += usize::from(matches!(ts.get(at), Some(T::Every | T::Whole)));
    let step = match ts.get(at) {
        Some(T::Num(n @ 1..=12, _)) => u16::try_from(*n).ok()?,
        _ => 1,
    };
    at += usize::from(matches!(ts.get(at), Some(T::Num(..))));
    let (unit, len) = unit(&ts[at..])?;
    Some((unit, step, at + len))
}

/// A unit of time, with «учебный» where there is one.
fn unit(ts: &[T]) -> Found<TimeUnit> {
    Some(match *ts {
        [T::School, T::Unit(TimeUnit::Year), ..] => (TimeUnit::SchoolYear, 2),
        [T::School, T::Unit(TimeUnit::HalfYear), ..] => (TimeUnit::SchoolHalfYear, 2),
        [T::Unit(TimeUnit::HalfYear), T::School, T::Unit(TimeUnit::Year), ..] => {
            (TimeUnit::SchoolHalfYear, 3)
        }
        [T::School | T::Calendar, T::Unit(unit), ..] => (unit, 2),
        [T::Unit(unit), T::School, T::Unit(TimeUnit::Year), ..] if unit != TimeUnit::Year => (unit, 3),
        [T::Unit(unit), ..] => (unit, 1),
        _ => return None,
    })
}

/// «каждый месяц», «каждые две недели», «каждую вторую неделю», «каждую пятницу».
fn each(ts: &[T]) -> Found<Freq> {
    let [T::Every, rest @ ..] = ts else { return None };
    if let [T::Weekday(day), ..] = rest {
        return Some((weekly(*day), 2));
    }
    let (step, skip) = match rest {
        [T::Num(n @ 2..=12, _), ..] => (u16::try_from(*n).ok()?, 1),
        [T::Ordinal(n), ..] => (u16::from(*n), 1),
        _ => (1, 0),
    };
    let (unit, len) = unit(&rest[skip..])?;
    let is_year = unit == TimeUnit::Year && step == 1;
    (!is_year).then(|| (Freq { step, ..Freq::new(unit, Pace::Times(1)) }, 1 + skip + len))
}

fn weekly(day: u8) -> Freq {
    Freq { weekday: Some(day), ..Freq::new(TimeUnit::Week, Pace::Times(1)) }
}

/// «по пятницам».
fn weekdays(ts: &[T]) -> Found<Freq> {
    match ts {
        [T::By | T::And | T::Comma, T::Weekday(day), ..] => Some((weekly(*day), 2)),
        _ => None,
    }
}

/// «конец каждой четверти», «в начале месяца».
fn edge(ts: &[T]) -> Found<Freq> {
    let (part, rest) = match ts {
        [part @ (T::Begin | T::Middle | T::End), rest @ ..] => (part, rest),
        [T::Until, part @ T::End, rest @ ..] => (part, rest),
        _ => return None,
    };
    let each = usize::from(matches!(rest, [T::Every, ..]));
    let (unit, len) = unit(&rest[each..])?;
    if matches!(unit, TimeUnit::Year | TimeUnit::SchoolYear) {
        return None;
    }
    let mut freq = Freq { each: each == 1, vague: true, ..Freq::new(unit, Pace::Times(1)) };
    let days = if unit == TimeUnit::Week { 2 } else { EDGE_DAYS };
    match part {
        T::Begin => freq.first_days = Some(days),
        T::Middle if unit == TimeUnit::Month => {
            (freq.first_days, freq.last_days) = (Some(2 * days), Some(2 * days));
        }
        T::Middle => return None,
        _ if matches!(ts[0], T::Until) => freq.vague = false,
        _ => freq.last_days = Some(days),
    }
    Some((freq, ts.len() - rest.len() + each + len))
}

/// «по итогам четверти», «по окончании квартала».
fn at_end(ts: &[T]) -> Found<Freq> {
    let skip = match ts {
        [T::By, T::Results | T::Finish, T::Every, ..] => 3,
        [T::By, T::Results | T::Finish, ..] => 2,

        _ => return None,
    };
    let (unit, len) = unit(&ts[skip..])?;
    years::chunk(&ts[skip..]).is_none().then(|| (Freq::new(unit, Pace::Times(1)), skip + len))
}

/// «до 5 числа каждого месяца», «15 числа».
fn first_days(ts: &[T]) -> Found<Item> {
    let skip = match ts {
        [T::Not, T::Later, ..] => 2,
        [T::Until | T::Toward, ..] => 1,
        _ => 0,
    };
    let [T::Num(day @ 1..=31, _), T::DayOfMonth, rest @ ..] = &ts[skip..] else { return None };
    let days = u16::try_from(*day).ok()?;
    if let [T::Every, T::Unit(unit), ..] = rest {
        let freq = Freq { first_days: Some(days), ..Freq::new(*unit, Pace::Times(1)) };
        return Some((Item::Freq(freq), skip + 4));
    }
    let more = match rest {
        [T::Coming, T::Unit(TimeUnit::Month), ..] => 2,
        [T::Unit(TimeUnit::Month), ..] => 1,
        _ => 0,
    };
    Some((Item::FirstDays(days), skip + 2 + more))
}

/// «начало учебного года», «к концу года», «на начало и конец учебного года».
fn edge_of_year(ts: &[T]) -> Found<Item> {
    if let [T::Until | T::Toward, part @ (T::Begin | T::End), rest @ ..] = ts {
        let (school, len) = year_unit(rest).filter(|(_, len)| *len > 0)?;
        let span = match (part, school) {
            (T::Begin, true) => Span::yearless((8, 0), (8, 0)),
            (T::Begin, false) => Span::yearless((12, 0), (12, 0)),
            (_, true) => Span::yearless((9, 0), (8, 0)),
            (_, false) => Span::yearless((1, 0), (12, 0)),
        };
        return Some((Item::EdgeOfYear(vec![Span { vague: true, ..span }]), 2 + len));
    }
    let (parts, rest): (&[T], &[T]) = match ts {
        [T::Begin | T::End, T::And | T::Comma, T::In, T::Begin | T::End, rest @ ..] => {
            (&[T::Begin, T::End], rest)
        }
        [T::Begin | T::End, T::And | T::Comma, T::Begin | T::End, rest @ ..] => (&[T::Begin, T::End], rest),
        [T::Begin, rest @ ..] => (&[T::Begin], rest),
        [T::Middle, rest @ ..] => (&[T::Middle], rest),
        [T::End, rest @ ..] => (&[T::End], rest),
        _ => return None,
    };
    let (school, len) = year_unit(rest)?;
    let span = |part: &T| {
        let month = match (part, school) {
            (T::Begin, true) => 9,
            (T::Begin, false) => 1,
            (T::Middle, true) => 1,
            (T::Middle, false) => 6,
            (_, true) => 5,
            (_, false) => 12,
        };
        Span { vague: true, ..Span::yearless((month, 0), (month, 0)) }
    };
    let spans = Item::EdgeOfYear(parts.iter().map(span).collect());
    Some((spans, ts.len() - rest.len() + len))
}

/// A year or a school year, with its number or without.
fn year_unit(ts: &[T]) -> Found<bool> {
    if let Some((found, _)) = years::chunk(ts) {
        return Some((found.school, 0));
    }
    Some(match ts {
        [T::Every | T::Current, T::School, T::Unit(TimeUnit::Year), ..] => (true, 3),
        [T::School, T::Unit(TimeUnit::Year), ..] => (true, 2),
        [T::Every | T::Current, T::Unit(TimeUnit::Year), ..] => (false, 2),
        [T::Unit(TimeUnit::Year), ..] => (false, 1),
        _ => return None,
    })
}

/// «в течение года», «на протяжении всего срока реализации программы».
fn throughout(ts: &[T]) -> Found<Item> {
    let skip = match ts {
        [T::In | T::On, T::During, ..] => 2,
        [T::During, ..] => 1,
        _ => return None,
    };
    let whole = usize::from(matches!(ts.get(skip), Some(T::Whole | T::Every)));
    let rest = &ts[skip + whole..];
    let len = skip + whole;
    if let [T::Period, tail @ ..] = rest {
        let run = tail.iter().take_while(|t| matches!(t, T::Run)).count();
        let names_days = super::dates::span(&tail[run..]).is_some() || years::years(&tail[run..]).is_some();
        let item = if run == 0 && names_days { Item::Noise } else { Item::Continuous };
        return Some((item, len + 1 + run));
    }
    if years::chunk(rest).is_some() {
        return Some((Item::Throughout(None), len));
    }
    if let [T::Calendar, T::Unit(TimeUnit::Year), ..] = rest {
        return Some((through(TimeUnit::Year), len + 2));
    }
    if let [T::Unit(TimeUnit::Year), ..] = rest {
        return Some((Item::Throughout(None), len + 1));
    }
    if let Some((unit, unit_len)) = unit(rest) {
        return Some((Item::Throughout(Some(unit)), len + unit_len));
    }
    Some((Item::Throughout(None), len))
}
