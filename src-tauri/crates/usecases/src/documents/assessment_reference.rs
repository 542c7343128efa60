//! The data of the reference on assessments.

use opora_domain::low_results::{self, LowForecast, LowYear};
use opora_domain::program::Program;
use opora_domain::registers::Assessment;
use opora_domain::report::assessment_reference::{
    AssessmentReference, DynamicsRow, ResultRow, SCHEMA, YearRow,
};
use opora_domain::target::percent_tenths;
use opora_domain::words::{Words, counted};

use super::head::head;
use super::period::Span;
use super::subjects;
use crate::{App, Result};

/// Fewer participants make a change doubtful.
const SMALL: i64 = 10;

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
    Ok(AssessmentReference {
        schema: SCHEMA.to_owned(),
        head: head(app, program)?,
        period: span.words(),
        rows: held.iter().map(|result| row(result)).collect(),
        conclusions: conclusions(&held, &dynamics, low_results::forecast(&all, day)),
        dynamics,
        low: low(&all),
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
    format!("{}, {}, {} класс", result.kind.label(), subjects::in_words(result.subject), result.grade)
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

/// «2024/25».
fn low(all: &[Assessment]) -> Vec<YearRow> {
    let year = |one: LowYear<'_>| YearRow {
        year: format!("{}/{:02}", one.year, (one.year + 1).rem_euclid(100)),
        held: one.held.len() as i64,
        low: one.low.into_iter().map(words).collect(),
    };
    low_results::years(all).into_iter().map(year).collect()
}

fn conclusions(held: &[&Assessment], dynamics: &[DynamicsRow], forecast: Option<LowForecast>) -> Vec<String> {
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
    said.extend(forecast.map(LowForecast::words));
    said
}
