//! Edges of a year: «начало учебного года», «к концу года».

use super::item::{Item, Span};
use super::lexicon::T;
use super::years;
use crate::term::TimeUnit;

/// «начало учебного года», «к концу года», «на начало и конец учебного года».
pub(super) fn edge_of_year(ts: &[T]) -> Option<(Item, usize)> {
    if let [T::Until, part @ (T::Begin | T::End), rest @ ..] | [T::Toward, part @ T::Begin, rest @ ..] = ts {
        let (school, len) = year_unit(rest).filter(|(_, len)| *len > 0)?;
        let span = match (part, school) {
            (T::Begin, true) => Span::yearless((8, 0), (8, 0)),
            (T::Begin, false) => Span::yearless((12, 0), (12, 0)),
            (_, true) => Span::yearless((9, 0), (8, 0)),
            (_, false) => Span::yearless((1, 0), (12, 0)),
        };
        return Some((Item::EdgeOfYear(vec![Span { vague: true, ..span }]), 2 + len));
    }
    let skip = usize::from(matches!(ts, [T::Toward, T::End, ..]));
    let (parts, rest) = parts_of_year(&ts[skip..])?;
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

/// «начало, середина и конец».
fn parts_of_year(ts: &[T]) -> Option<(Vec<T>, &[T])> {
    let (mut parts, mut rest) = (Vec::new(), ts);
    while let [part @ (T::Begin | T::Middle | T::End), after @ ..] = rest {
        parts.push(*part);
        let joint = match after {
            [T::And | T::Comma, T::In, T::Begin | T::Middle | T::End, ..] => 2,
            [T::And | T::Comma, T::Begin | T::Middle | T::End, ..] => 1,
            _ => 0,
        };
        rest = &after[joint..];
    }
    (!parts.is_empty()).then_some((parts, rest))
}

/// A year or a school year, with its number or without.
fn year_unit(ts: &[T]) -> Option<(bool, usize)> {
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
