use std::cmp::Ordering;

use chrono::NaiveDate;
use opora_domain::indicator::{Indicator, ValueSource};
use opora_domain::monitoring::Stage;
use opora_domain::programme::Projection;
use opora_domain::report::final_report::{FinalIndicator, StageValue};
use opora_domain::report::quarterly::{Fact, IndicatorRow, TrendPoint};
use opora_domain::target::{self, Cmp, IndicatorState, Unit};
use opora_domain::words::Words;

use crate::indicator::{IndicatorCell, IndicatorRow as RowOfSheet};
use crate::report::facts::{Facts, capitalised};

/// Section 3: the indicators at the stage to which the day belongs.
pub(in crate::report) fn indicators(facts: &Facts, day: NaiveDate) -> Vec<IndicatorRow> {
    let Some(column) = column(facts, day) else { return Vec::new() };
    rows(facts).filter_map(|row| at(facts, row, column)).collect()
}

/// The same with the values of all stages that have begun and the final target.
pub(in crate::report) fn over_stages(facts: &Facts, day: NaiveDate) -> Vec<FinalIndicator> {
    let Some(column) = column(facts, day) else { return Vec::new() };
    let goal = |row: &RowOfSheet| {
        let words = row.cells.iter().rev().map(|cell| plan(facts, &row.indicator, cell));
        words.into_iter().find(|words| !words.is_empty()).unwrap_or_default()
    };
    let one = |row| {
        Some(FinalIndicator {
            row: at(facts, row, column)?,
            values: values(facts, row, day),
            goal: goal(row),
            explanation: row.cells.get(column)?.explanation.clone(),
        })
    };
    rows(facts).filter_map(one).collect()
}

/// The stage to which the day belongs.
pub(in crate::report) fn stage(facts: &Facts, day: NaiveDate) -> Option<&Stage> {
    facts.indicators.stages.get(column(facts, day)?)
}

/// Those that the school itself answers for.
fn rows(facts: &Facts) -> impl Iterator<Item = &RowOfSheet> {
    let rows = facts.indicators.groups.iter().flat_map(|group| &group.rows);
    rows.filter(|row| row.indicator.projection != Projection::MunicipalOnly)
}

fn at(facts: &Facts, row: &RowOfSheet, column: usize) -> Option<IndicatorRow> {
    let cell = row.cells.get(column)?;
    Some(IndicatorRow {
        code: row.indicator.code.clone(),
        title: row.indicator.title.clone(),
        unit: unit(&row.indicator).label().to_owned(),
        base: if column > 0 { written(&row.cells[0]) } else { String::new() },
        target: plan(facts, &row.indicator, cell),
        target_hundredths: threshold(row, column),
        fact: fact(cell),
        deviation: deviation(cell, threshold(row, column)),
        state: state(cell),
        source: source(cell),
        trend: trend(row),
    })
}

/// A value for each stage that has begun or has one.
fn values(facts: &Facts, row: &RowOfSheet, day: NaiveDate) -> Vec<StageValue> {
    let begun = |stage: &Stage| stage.planned_from.is_none_or(|from| from <= day);
    let all = facts.indicators.stages.iter().zip(&row.cells).zip(&row.series.points);
    let told = all.filter(|((stage, cell), _)| begun(stage) || cell.fact.is_some());
    told.map(|((_, cell), point)| StageValue { stage: point.label.clone(), value: written(cell) }).collect()
}

/// «Достигнут»; a value whose target asks for an earlier one that is unknown is not «нет данных».
fn state(cell: &IndicatorCell) -> String {
    match cell.state {
        IndicatorState::NoData if cell.fact.is_some() => "Сравнить не с чем".to_owned(),
        state => capitalised(state.label()),
    }
}

/// A school answers «да» or «нет» where the municipality counts a share of schools.
pub(crate) fn is_yes_no(indicator: &Indicator) -> bool {
    matches!(indicator.projection, Projection::Flag | Projection::Dynamics)
}

/// The unit in which one school answers.
pub(crate) fn unit(indicator: &Indicator) -> Unit {
    if is_yes_no(indicator) { Unit::Bool } else { indicator.unit }
}

/// «не менее 70 %»; for a share of schools what is asked of one school; nothing where it is only observed.
fn plan(facts: &Facts, indicator: &Indicator, cell: &IndicatorCell) -> String {
    let mut targets = facts.targets.iter().filter(|target| target.indicator_id == indicator.id);
    let observed = targets.any(|target| target.target.cmp == Cmp::Track);
    let Some(words) = cell.target.as_ref().filter(|_| !observed) else { return String::new() };
    match is_yes_no(indicator) && words != "да" {
        true => format!("да (по муниципалитету — {words})"),
        false => words.clone(),
    }
}

/// The stage that runs on the day, else the last that has begun, else the first.
fn column(facts: &Facts, end: NaiveDate) -> Option<usize> {
    let stages = &facts.indicators.stages;
    let runs = |stage: &Stage| {
        stage.planned_from.is_some_and(|from| from <= end) && stage.planned_to.is_some_and(|to| to >= end)
    };
    let begun = |stage: &Stage| stage.planned_from.is_some_and(|from| from <= end);
    let found = stages.iter().position(runs).or_else(|| stages.iter().rposition(begun));
    found.or_else(|| (!stages.is_empty()).then_some(0))
}

/// A value of a stage, written as the facts of the table are.
fn written(cell: &IndicatorCell) -> String {
    match cell.fact {
        Some(target::Fact::Share { numerator, denominator }) => {
            format!("{numerator} из {denominator} ({})", target::percent(numerator, denominator))
        }
        _ => cell.fact_text.clone(),
    }
}

/// Counted by the program, or in the words of the one who entered it; a replaced value says why.
fn source(cell: &IndicatorCell) -> String {
    let reason = cell.override_reason.trim();
    match cell.source {
        Some(ValueSource::Auto) => ValueSource::Auto.label().to_owned(),
        Some(ValueSource::Manual) if !reason.is_empty() => format!("вручную: {reason}"),
        _ => cell.comment.clone(),
    }
}

fn fact(cell: &IndicatorCell) -> Fact {
    match cell.fact {
        None => Fact::Missing,
        Some(target::Fact::Share { numerator, denominator }) => {
            Fact::Share { numerator: numerator.into(), denominator: denominator.into() }
        }
        Some(target::Fact::Count { value }) => Fact::Number { hundredths: i64::from(value) * 100 },
        Some(target::Fact::Score { hundredths }) => Fact::Number { hundredths: hundredths.into() },
        Some(target::Fact::Flag { value }) => {
            Fact::Text { text: if value { "да" } else { "нет" }.into() }
        }
    }
}

/// «+4,2 п. п.» for a share against a share, never «0,0» where the target is missed by a hair.
fn deviation(cell: &IndicatorCell, target: Option<i64>) -> String {
    let target = target.and_then(|hundredths| u32::try_from(hundredths).ok());
    let (Some(target), Some(fact)) = (target, cell.fact) else { return String::new() };
    let wanted = target::Fact::Share { numerator: target, denominator: 10_000 };
    match target::change(&wanted, &fact) {
        Some((Ordering::Equal, _)) => "0,0\u{a0}п.\u{a0}п.".to_owned(),
        Some((_, words)) => words,
        None => String::new(),
    }
}

/// The threshold of a share in hundredths of a per cent.
fn threshold(row: &RowOfSheet, column: usize) -> Option<i64> {
    let point = row.series.points.get(column)?;
    row.cells.get(column)?.target_share?;
    point.target_min.or(point.target_max)
}

/// The facts over the stages, where at least two of them are known.
fn trend(row: &RowOfSheet) -> Vec<TrendPoint> {
    let points = &row.series.points;
    if is_yes_no(&row.indicator) || points.iter().filter(|point| point.fact.is_some()).count() < 2 {
        return Vec::new();
    }
    let point = |point: &crate::indicator::SeriesPoint| TrendPoint {
        label: point.label.clone(),
        fact: point.fact,
        target: point.target_min.or(point.target_max),
    };
    points.iter().map(point).collect()
}
