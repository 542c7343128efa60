//! Parts of a month: «начало мая», «III декада», «1-я половина», «последняя неделя августа».

use super::dates::{in_year, month_word};
use super::item::Span;
use super::lexicon::T;
use super::numbered::ordinal;
use super::years;
use crate::period::last_of_month;
use chrono::Datelike;

/// A part of a month at the beginning of `ts`.
pub(super) fn part(ts: &[T]) -> Option<(Span, usize)> {
    if let [part @ (T::Begin | T::Middle | T::End), T::Month(month), rest @ ..] = ts {
        let number = match part {
            T::Begin => 1,
            T::Middle => 2,
            _ => 3,
        };
        let days = decades(number, number)?;
        return Some((Span { vague: true, ..of(*month, days) }, 2 + month_word(rest)));
    }
    let (first, last, len) = numbers(ts)?;
    let [noun, T::Month(month), rest @ ..] = &ts[len..] else { return None };
    let days = match noun {
        T::Decade => decades(first.unwrap_or(3), last.unwrap_or(3))?,
        T::Half => halves(first.unwrap_or(2), last.unwrap_or(2))?,
        T::Unit(crate::term::TimeUnit::Week) => weeks(*month, first, last)?,
        _ => return None,
    };
    let vague = matches!(noun, T::Unit(_));
    Some((Span { vague, ..of(*month, days) }, len + 2 + month_word(rest)))
}

/// First and last number, none for «последняя», and the length.
fn numbers(ts: &[T]) -> Option<(Option<u8>, Option<u8>, usize)> {
    let first = match ts {
        [T::Last, ..] => return Some((None, None, 1)),
        // «Первые две недели».
        [T::Ordinal(1), T::Num(n, 0), ..] => return Some((Some(1), u8::try_from(*n).ok(), 2)),
        [T::Num(_, 0), ..] => return None,
        ts => ordinal(*ts.first()?)?,
    };
    match ts.get(1..) {
        Some([T::Dash, t, ..]) => Some((Some(first), Some(ordinal(*t)?), 3)),
        _ => Some((Some(first), Some(first), 1)),
    }
}

fn of(month: u8, (first, last): (u8, u8)) -> Span {
    Span::yearless((month, first), (month, last))
}

fn decades(first: u8, last: u8) -> Option<(u8, u8)> {
    let start = if first == 1 { 0 } else { first.checked_mul(10)?.checked_sub(9)? };
    let end = if last == 3 { 0 } else { last.checked_mul(10)? };
    (first >= 1 && first <= last && last <= 3).then_some((start, end))
}

fn halves(first: u8, last: u8) -> Option<(u8, u8)> {
    let end = if last == 2 { 0 } else { 15 };
    (first >= 1 && first <= last && last <= 2).then_some((if first == 1 { 0 } else { 16 }, end))
}

fn weeks(month: u8, first: Option<u8>, last: Option<u8>) -> Option<(u8, u8)> {
    let (Some(first), Some(last)) = (first, last) else {
        let length = u8::try_from(last_of_month(2023, month.into()).day()).ok()?;
        return Some((length - 6, 0));
    };
    (first >= 1 && first <= last && last <= 4).then_some((first * 7 - 6, last * 7))
}

/// «август 2022 (III декада)»: the part stands in brackets after its month.
pub(super) fn refined(ts: &[T]) -> Option<(Span, usize)> {
    let [T::Month(month), rest @ ..] = ts else { return None };
    let (year, len) = years::single(rest).map_or((None, 0), |(year, len)| (Some(year), len));
    let [T::Open, inside @ ..] = &rest[len..] else { return None };
    let close = inside.iter().position(|t| *t == T::Close)?;
    let whole: Vec<T> = inside[..close].iter().copied().chain([T::Month(*month)]).collect();
    let (span, read) = part(&whole).filter(|(_, read)| *read == whole.len())?;
    let span = match year {
        Some(year) => in_year(&span, year)?,
        None => span,
    };
    Some((span, 1 + len + 1 + read))
}
