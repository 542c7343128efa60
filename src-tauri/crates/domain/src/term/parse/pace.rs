//! How often: «2 раза в год», «каждую пятницу», «в конце каждой четверти», «в течение года».

use super::edges::edge_of_year;
use super::item::{Freq, Item};
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
        .or_else(|| week_of(ts))
        .or_else(|| at_end(ts))
        .map(of)
        .or_else(|| first_days(ts))
        .or_else(|| edge_of_year(ts))
        .or_else(|| throughout(ts))
        .or_else(|| single(ts))
}

fn single(ts: &[T]) -> Found<Item> {
    Some(match *ts {
        [T::By, T::Freq(unit), ..] => (Item::Freq(Freq::new(unit, Pace::Times(1))), 2),
        [T::Freq(unit), ..] => (Item::Freq(Freq::new(unit, Pace::Times(1))), 1),
        [T::Annually, ..] => (Item::Annually, 1),
        [T::Every, T::Unit(TimeUnit::Year), ..] => (Item::Annually, 2),
        [T::Every, T::Working | T::School, T::Day, ..] => (Item::Continuous, 3),
        [T::Every, T::Day, ..] => (Item::Continuous, 2),
        [T::Every, ref rest @ ..] if super::dates::span(rest).is_some() => (Item::Annually, 1),
        [T::Daily, ..] => (Item::Continuous, 1),
        [T::Constant, ..] => (Item::Continuous, 1),
        [T::Whole, T::Period, ref rest @ ..] => (Item::Continuous, 2 + run(rest)),
        [T::Period, ref rest @ ..] if run(rest) > 0 => (Item::Continuous, 1 + run(rest)),
        [T::Whole, T::School, T::Unit(TimeUnit::Year), ..] => (through(TimeUnit::SchoolYear), 3),
        [T::School, T::Unit(TimeUnit::Year), ..] => (through(TimeUnit::SchoolYear), 2),
        [T::Whole, T::Unit(TimeUnit::Year), ..] => (Item::Throughout(None), 2),
        [T::Whole, ref rest @ ..] if years::chunk(rest).is_some() => (Item::Throughout(None), 1),
        _ => return None,
    })
}

/// Length of «реализации программы».
fn run(ts: &[T]) -> usize {
    ts.iter().take_while(|t| matches!(t, T::Run)).count()
}

fn through(unit: TimeUnit) -> Item {
    Item::Throughout(Some(unit))
}

/// «не реже 2 раз в год», «дважды в полугодие», «раз в три года».
fn times(ts: &[T]) -> Found<Freq> {
    let (at_least, skip) = match ts {
        [T::Not, T::Less, T::Comma, T::Noise, ..] => (true, 4),
        [T::Not, T::Less, T::By | T::Noise | T::Comma, ..] => (true, 3),
        [T::Not, T::Less, ..] | [T::Noise, T::Minimum, ..] => (true, 2),
        [T::Minimum, ..] => (true, 1),
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

/// «последняя неделя каждого месяца», «первая неделя четверти».
fn week_of(ts: &[T]) -> Found<Freq> {
    let [part @ (T::Last | T::Ordinal(1)), T::Unit(TimeUnit::Week), rest @ ..] = ts else { return None };
    let each = usize::from(matches!(rest, [T::Every, ..]));
    let (unit, len) = unit(&rest[each..])?;
    let mut freq = Freq { each: each == 1, vague: true, ..Freq::new(unit, Pace::Times(1)) };
    if matches!(part, T::Last) {
        freq.last_days = Some(7);
    } else {
        freq.first_days = Some(7);
    }
    Some((freq, 2 + each + len))
}

/// «по итогам четверти», «по окончании квартала».
fn at_end(ts: &[T]) -> Found<Freq> {
    let skip = match ts {
        [T::By, T::Results | T::Finish, T::Every, ..] => 3,
        [T::After, T::End | T::Closing, T::Every, ..] => 3,
        [T::By, T::Results | T::Finish, ..] | [T::After, T::End | T::Closing | T::Every, ..] => 2,
        _ => return None,
    };
    let (unit, len) = unit(&ts[skip..])?;
    years::chunk(&ts[skip..]).is_none().then(|| (Freq::new(unit, Pace::Times(1)), skip + len))
}

/// «до 5 числа каждого месяца», «15 числа».
fn first_days(ts: &[T]) -> Found<Item> {
    let skip = match ts {
        [T::Not, T::Later, ..] => 2,
        [T::Until | T::Toward | T::Every, ..] => 1,
        _ => 0,
    };
    let [T::Num(day @ 1..=31, _), T::DayOfMonth, rest @ ..] = &ts[skip..] else { return None };
    let days = u16::try_from(*day).ok()?;
    if let [T::Every, T::Unit(unit), ..] = rest {
        let freq = Freq { first_days: Some(days), ..Freq::new(*unit, Pace::Times(1)) };
        return Some((Item::Freq(freq), skip + 4));
    }
    let (unit, more) = month_after(rest);
    let each = matches!(ts[0], T::Every).then_some(TimeUnit::Month);
    let item = match unit.or(each) {
        Some(unit) => Item::Freq(Freq { first_days: Some(days), ..Freq::new(unit, Pace::Times(1)) }),
        None => Item::FirstDays(days),
    };
    Some((item, skip + 2 + more))
}

/// «следующего месяца», «месяца, следующего за отчётным кварталом»: the unit told of, and the length.
fn month_after(ts: &[T]) -> (Option<TimeUnit>, usize) {
    let at = match ts {
        [T::Unit(TimeUnit::Month), T::Comma, T::Coming, T::In, T::Noise, ..] => 5,
        [T::Unit(TimeUnit::Month), T::Coming, T::In, T::Noise, ..] => 4,
        [T::Coming, T::Unit(TimeUnit::Month), ..] => return (None, 2),
        [T::Unit(TimeUnit::Month), ..] => return (None, 1),
        _ => return (None, 0),
    };
    match unit(&ts[at..]) {
        Some((unit, len)) => (Some(unit), at + len),
        None => (Some(TimeUnit::Month), at),
    }
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
        let run = run(tail);
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
    Some((Item::Noise, len))
}
