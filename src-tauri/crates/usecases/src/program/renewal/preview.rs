//! A moved programme in words.

use chrono::NaiveDate;
use opora_domain::period::Period;
use opora_domain::programme::{Programme, ShiftRow, Shifted};
use opora_domain::term::{OccurrenceKind, TermOccurrence};
use opora_domain::words::counted;

use super::types::{NewPeriodInput, ShiftPreview, ShiftPreviewRow};
use crate::{Problems, Result, dates};

/// How many of the first terms are shown.
const FIRST: usize = 5;
/// More dates of one event than these are told by their ends.
const SHOWN: usize = 12;
/// Years outside these are no years of a school's programme.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2099;
/// The longest programme.
const MAX_YEARS: i32 = 20;

/// The period as entered, if a programme can have it.
pub(crate) fn check(source: Period, input: &NewPeriodInput) -> Result<Period> {
    use chrono::Datelike;
    let (from, to) = (input.from, input.to);
    let far = |day: NaiveDate| !YEARS.contains(&day.year());
    Problems::default()
        .check(to.is_some_and(|to| to < from), "to", "Последний день раньше первого.")
        .check(far(from), "from", "Год начала должен быть от 2000 до 2099.")
        .check(to.is_some_and(far), "to", "Год окончания должен быть от 2000 до 2099.")
        .check(
            to.is_some_and(|to| to.year() - from.year() > MAX_YEARS),
            "to",
            "Программа не может длиться больше двадцати лет.",
        )
        .check(source.to.is_some() && to.is_none(), "to", "Укажите последний день.")
        .finish()?;
    Ok(Period { from, to })
}

/// The move in words.
pub(crate) fn preview(source: &Programme, shifted: &Shifted) -> ShiftPreview {
    let now = &shifted.programme;
    ShiftPreview {
        title: now.title.clone(),
        period_was: period(source.period),
        period_now: period(now.period),
        years: shifted.years,
        words: words(shifted),
        counts: now.counts(),
        first: first(&shifted.rows),
        rows: shifted.rows.iter().map(row).collect(),
        warnings: shifted.warnings.clone(),
    }
}

/// The day from which a moved programme binds: nobody owes what had passed when it was moved.
pub(crate) fn binding_date(shifted: &Shifted, today: NaiveDate) -> Option<NaiveDate> {
    let moved_into_today = shifted.years != 0 && shifted.programme.period.contains(today);
    if moved_into_today { Some(today) } else { shifted.programme.act.date }
}

/// «1 января 2022 г. – 31 декабря 2025 г.».
pub(crate) fn period(period: Period) -> String {
    match period.to {
        Some(to) => format!("{} – {}", dates::day(period.from), dates::day(to)),
        None => format!("с {}, без срока окончания", dates::day(period.from)),
    }
}

fn words(shifted: &Shifted) -> String {
    let events = i64::try_from(shifted.rows.len()).unwrap_or(i64::MAX);
    let events = counted(events, "мероприятия", "мероприятий", "мероприятий");
    let years = counted(i64::from(shifted.years.abs()), "год", "года", "лет");
    match shifted.years {
        0 => format!("Сроки {events} остаются в своих годах, меняется период программы."),
        years_ if years_ > 0 => format!("Сроки {events} переносятся на {years} вперёд."),
        _ => format!("Сроки {events} переносятся на {years} назад."),
    }
}

/// What falls due first.
fn first(rows: &[ShiftRow]) -> Vec<String> {
    let dated = |row: &ShiftRow| {
        let found = row.now.iter().find(|o| o.kind == OccurrenceKind::Dated && !o.before_approval)?;
        Some((found.due, found.from?, found.to?))
    };
    let mut all: Vec<_> = rows.iter().filter_map(|row| Some((dated(row)?, row))).collect();
    all.sort_by_key(|((due, from, _), _)| (*due, *from));
    let line = |((_, from, to), row): &((_, NaiveDate, NaiveDate), &ShiftRow)| {
        format!("{} — {}. {}", dates::window(*from, *to), row.code, row.title)
    };
    all.iter().take(FIRST).map(line).collect()
}

fn row(row: &ShiftRow) -> ShiftPreviewRow {
    ShiftPreviewRow {
        code: row.code.clone(),
        title: row.title.clone(),
        raw_was: row.raw_was.clone(),
        raw_now: row.raw_now.clone(),
        was: windows(&row.was),
        now: windows(&row.now),
        remarks: row.remarks.clone(),
    }
}

/// Dates of an event in words, a long list by its ends.
fn windows(occurrences: &[TermOccurrence]) -> Vec<String> {
    if let Some(lasting) = lasting(occurrences) {
        return vec![lasting];
    }
    let mut all: Vec<String> = occurrences.iter().map(window).collect();
    if all.len() > SHOWN {
        let left_out = i64::try_from(all.len() - SHOWN).unwrap_or(i64::MAX);
        let more = format!("… ещё {}", counted(left_out, "срок", "срока", "сроков"));
        all.splice(SHOWN - 1..all.len() - 1, [more]);
    }
    all
}

/// Work that goes on all the time is one line, not a quarter each.
fn lasting(occurrences: &[TermOccurrence]) -> Option<String> {
    let (first, last) = (occurrences.first()?, occurrences.last()?);
    occurrences.iter().all(|o| o.kind == OccurrenceKind::Continuous).then_some(())?;
    match (first.from, last.to) {
        (Some(from), Some(to)) => Some(format!("постоянно, {} – {}", dates::day(from), dates::day(to))),
        _ => Some("постоянно".to_owned()),
    }
}

fn window(occurrence: &TermOccurrence) -> String {
    match (occurrence.from, occurrence.to) {
        (Some(from), Some(to)) => dates::window(from, to),
        _ => match (&occurrence.waits_for, occurrence.kind) {
            (Some(words), _) => format!("срок не задан: {words}"),
            (None, OccurrenceKind::Continuous) => "постоянно".to_owned(),
            (None, _) => "срок не задан".to_owned(),
        },
    }
}
