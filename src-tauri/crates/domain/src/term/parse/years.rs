//! Years: «2024 г.», «2023-2025 гг.», «2024/25 учебный год».

use super::emit::edges_of;
use super::item::{Bound, Item, Span, Years};
use super::lex::is_year;
use super::lexicon::T;
use crate::term::TimeUnit;

type Found<X> = Option<(X, usize)>;

const REVERSED: &str = "Последний год раньше первого.";

/// Years at the beginning of `ts`, with «до» and «с».
pub(super) fn years(ts: &[T]) -> Found<Item> {
    let mark = match ts {
        [T::Since, T::From, ..] | [T::Not, T::Later | T::Earlier, ..] => 2,
        [T::From | T::Since | T::Until | T::By, ..] | [T::Toward, T::Begin, ..] => 1,
        _ => 0,
    };
    let end = usize::from(matches!(ts.get(mark), Some(T::Begin | T::End)));
    let (found, len) = chunk(&ts[mark + end..])?;
    if found.last < found.first {
        return Some((Item::Refuse(REVERSED), mark + end + len));
    }
    let len = mark + end + len;
    if let [T::Until | T::Toward, T::Begin, rest @ ..] = ts {
        let eve = edges_of(chunk(rest)?.0).0.pred_opt()?;
        let span = Span { bound: Bound::Until, vague: true, ..Span::full(eve, eve) };
        return Some((Item::Spans(vec![span]), len));
    }
    if let [T::Until | T::By, T::End, rest @ ..] = ts {
        let (first, last) = edges_of(chunk(rest)?.0);
        let span = Span { bound: Bound::Until, ..Span::full(first, last) };
        return Some((Item::Spans(vec![span]), len));
    }
    let item = match ts.first()? {
        T::Until | T::By => Item::UntilYear(found),
        T::Not if matches!(ts[1], T::Later) => Item::UntilYear(found),
        T::From | T::Since | T::Not => match ts.get(len..) {
            Some([T::By | T::Until | T::Dash, rest @ ..]) => {
                let (last, more) = chunk(rest)?;
                let years = Years { last: last.last, school: found.school || last.school, ..found };
                return Some((Item::Years(years), len + 1 + more));
            }
            _ => Item::SinceYear(found),
        },
        _ if end == 1 => return None,
        _ => Item::Years(found),
    };
    Some((item, len))
}

/// One calendar year and its «г.».
pub(super) fn single(ts: &[T]) -> Found<i32> {
    let (found, len) = chunk(ts)?;
    (found.first == found.last && !found.school).then_some((found.first, len))
}

/// Length of a «г.» that follows a full date.
pub(super) fn word(ts: &[T]) -> usize {
    usize::from(matches!(ts, [T::Unit(TimeUnit::Year), ..]))
}

/// «2024», «2023-2025», «2024-25 уч. год», «учебный год 2024/2025».
pub(super) fn chunk(ts: &[T]) -> Found<Years> {
    if let [T::School, T::Unit(TimeUnit::Year), rest @ ..] = ts {
        let (found, len) = plain(rest)?;
        return Some((school(found), len + 2));
    }
    let (found, len) = plain(ts)?;
    let (is_school, more) = match &ts[len..] {
        [T::School, T::Unit(TimeUnit::Year), T::Unit(TimeUnit::Year), ..] => (true, 3),
        [T::School, T::Unit(TimeUnit::Year), ..] => (true, 2),
        [T::School, ..] => (true, 1),
        [T::Calendar, T::Unit(TimeUnit::Year), ..] => (false, 2),
        _ => (false, 0),
    };
    Some((if is_school { school(found) } else { found }, len + more))
}

fn school(found: Years) -> Years {
    let last = found.last.max(found.first + 1);
    Years { school: true, slash: false, last, ..found }
}

fn plain(ts: &[T]) -> Found<Years> {
    if let [T::Num(a, 2), T::Slash | T::Dash, T::Num(b, 2), T::School, ..] = *ts
        && b == a + 1
    {
        return Some((of(2000 + a, 2000 + b, false)?, 3));
    }
    let [T::Num(first, 4), ref rest @ ..] = *ts else { return None };
    let gap = year_words(rest);
    let (last, sign) = match rest[gap..] {
        [sign @ (T::Dash | T::Slash), T::Num(last, 4), ..] => (last, Some(sign)),
        [sign @ (T::Dash | T::Slash), T::Num(last, 2), ref rest @ ..]
            if !matches!(rest, [T::Month(_), ..]) && last > first % 100 =>
        {
            (first / 100 * 100 + last, Some(sign))
        }
        _ => (first, None),
    };
    let found = of(first, last, sign == Some(T::Slash))?;
    let len = 1 + gap + if sign.is_some() { 2 } else { 0 };
    Some((found, len + if sign.is_some() { year_words(&ts[len..]) } else { 0 }))
}

fn of(first: u32, last: u32, slash: bool) -> Option<Years> {
    let year = |year: u32| is_year(year).then(|| i32::try_from(year).ok()).flatten();
    Some(Years { first: year(first)?, last: year(last)?, school: false, slash })
}

/// «г.», «гг.», «г.г.».
fn year_words(ts: &[T]) -> usize {
    ts.iter().take(2).take_while(|t| matches!(t, T::Unit(TimeUnit::Year))).count()
}
