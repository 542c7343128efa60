//! The data of the reference on assessments.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use opora_domain::person::Subject;
use opora_domain::program::Program;
use opora_domain::registers::{Assessment, AssessmentKind};
use opora_domain::report::assessment_reference::{
    AssessmentReference, DynamicsRow, ResultRow, SCHEMA, YearRow,
};
use opora_domain::target::percent_tenths;
use opora_domain::words::{Words, counted};

use super::head::head;
use super::period::Span;
use crate::{App, Result};

/// Fewer participants make a change doubtful.
const SMALL: i64 = 10;
/// A result is low when so many per cent of its participants failed.
const LOW_PERCENT: i64 = 30;

/// Results of the period, their dynamics, and the rule of low results.
pub(super) fn snapshot(app: &App, program: &Program, span: Span) -> Result<AssessmentReference> {
    let day = span.to.map_or(app.today(), |to| to.min(app.today()));
    let mut all: Vec<Assessment> = app.read()?.all()?;
    all.retain(|result| result.date <= day);
    all.sort_by_key(|result| {
        (result.kind.label(), result.subject, result.grade, result.date, result.id.clone())
    });
    let held: Vec<&Assessment> = all.iter().filter(|result| span.contains(result.date)).collect();
    let dynamics = dynamics(&all, span);
    let low = low(&all);
    Ok(AssessmentReference {
        schema: SCHEMA.to_owned(),
        head: head(app, program)?,
        period: span.words(),
        rows: held.iter().map(|result| row(result)).collect(),
        conclusions: conclusions(&held, &dynamics, &low, day),
        dynamics,
        low,
    })
}

fn row(result: &Assessment) -> ResultRow {
    ResultRow {
        kind: result.kind.label().to_owned(),
        subject: result.subject.label().to_owned(),
        grade: result.grade,
        date: result.date,
        participants: result.participants,
        failed: result.failed,
        good: result.good,
    }
}

fn words(result: &Assessment) -> String {
    format!("{}, {}, {} класс", result.kind.label(), result.subject.label().to_lowercase(), result.grade)
}

fn dynamics(all: &[Assessment], span: Span) -> Vec<DynamicsRow> {
    let same = |a: &Assessment, b: &Assessment| (a.kind, a.subject, a.grade) == (b.kind, b.subject, b.grade);
    let series = all.chunk_by(same);
    let pairs = series.filter_map(|series| {
        let at = series.iter().rposition(|result| span.contains(result.date))?;
        compared(&series[at.checked_sub(1)?], &series[at])
    });
    pairs.collect()
}

fn compared(before: &Assessment, now: &Assessment) -> Option<DynamicsRow> {
    let passed =
        |result: &Assessment| percent_tenths(result.participants - result.failed, result.participants);
    let good = |result: &Assessment| percent_tenths(result.good, result.participants);
    Some(DynamicsRow {
        what: words(now),
        before_on: before.date,
        on: now.date,
        passed_before: passed(before)?,
        passed: passed(now)?,
        good_before: good(before)?,
        good: good(now)?,
        small: before.participants < SMALL || now.participants < SMALL,
    })
}

/// The year in which the school year of a day began.
fn school_year(day: NaiveDate) -> i32 {
    if day.month() >= 9 { day.year() } else { day.year() - 1 }
}

fn counts(result: &Assessment) -> bool {
    use AssessmentKind::{Ege, EgeBase, EgeProfile, Oge, Vpr};
    let kind = matches!(result.kind, Vpr | Oge | Ege | EgeBase | EgeProfile);
    kind && matches!(result.subject, Subject::Russian | Subject::Math) && result.participants > 0
}

fn low(all: &[Assessment]) -> Vec<YearRow> {
    let mut years: BTreeMap<i32, Vec<&Assessment>> = BTreeMap::new();
    for result in all.iter().filter(|result| counts(result)) {
        years.entry(school_year(result.date)).or_default().push(result);
    }
    let is_low = |result: &&&Assessment| result.failed * 100 >= LOW_PERCENT * result.participants;
    let year = |(year, held): (i32, Vec<&Assessment>)| YearRow {
        year: format!("{year}/{:02}", (year + 1).rem_euclid(100)),
        held: held.len() as i64,
        low: held.iter().filter(is_low).map(|result| words(result)).collect(),
    };
    years.into_iter().map(year).collect()
}

fn conclusions(
    held: &[&Assessment],
    dynamics: &[DynamicsRow],
    low: &[YearRow],
    day: NaiveDate,
) -> Vec<String> {
    if held.is_empty() {
        return Vec::new();
    }
    let works = counted(held.len() as i64, "оценочной процедуры", "оценочных процедур", "оценочных процедур");
    let mut said = vec![format!("Рассмотрены результаты {works}.")];
    let list =
        |rows: Vec<&DynamicsRow>| rows.iter().map(|row| row.what.as_str()).collect::<Vec<_>>().join("; ");
    let up: Vec<_> = dynamics.iter().filter(|row| row.good > row.good_before).collect();
    let down: Vec<_> = dynamics.iter().filter(|row| row.good < row.good_before).collect();
    if !up.is_empty() {
        said.push(format!("Качество знаний выросло: {}.", list(up)));
    }
    if !down.is_empty() {
        said.push(format!(
            "Качество знаний снизилось: {}. Нужен разбор заданий, с которыми не справились.",
            list(down)
        ));
    }
    said.extend(forecast(low, day));
    said
}

/// The rule of low results for the next school year, by the year now running and the one before it.
fn forecast(low: &[YearRow], day: NaiveDate) -> Option<String> {
    let year = school_year(day);
    let of = |year: i32| {
        let name = format!("{year}/{:02}", (year + 1).rem_euclid(100));
        low.iter().find(|row| row.year == name).map_or(0, |row| row.low.len())
    };
    let (now, before) = (of(year), of(year - 1));
    low.last()?;
    let numbers = format!("низких результатов в этом учебном году — {now}, в прошлом — {before}");
    Some(match now >= 2 || (now >= 1 && before >= 1) {
        true => format!("По внесённым данным признак школы с низкими результатами есть: {numbers}."),
        false => format!("По внесённым данным признака школы с низкими результатами нет: {numbers}."),
    })
}
