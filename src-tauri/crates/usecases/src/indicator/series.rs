//! An indicator over the stages as numbers, for a small chart.

use opora_domain::indicator::Indicator;
use opora_domain::monitoring::Stage;
use opora_domain::programme::{Projection, StageKind};
use opora_domain::target::{Baseline, Bounds, Fact, Target, Unit, percent_tenths};
use opora_domain::words::Words;

use super::board::Board;
use super::{IndicatorCell, IndicatorSeries, SeriesPoint};

/// Hundredths in one.
const ONE: i64 = 100;

/// The points of a row, one per cell.
pub(super) fn of(board: &Board, indicator: &Indicator, cells: &[IndicatorCell]) -> IndicatorSeries {
    let unit = unit(indicator);
    let points: Vec<SeriesPoint> = cells
        .iter()
        .zip(&board.stages)
        .map(|(cell, stage)| {
            let bounds = bounds(board, indicator, stage);
            SeriesPoint {
                stage: cell.stage.clone(),
                label: short_title(stage),
                target_min: bounds.min,
                target_max: bounds.max,
                target_text: cell.target.clone().unwrap_or_default(),
                fact: cell.fact.and_then(number),
                fact_text: cell.fact_text.clone(),
                state: cell.state,
            }
        })
        .collect();
    IndicatorSeries { unit: unit.label().into(), top: top(unit, &points), points }
}

/// A share of schools is a «да» of one of them.
fn unit(indicator: &Indicator) -> Unit {
    match indicator.projection {
        Projection::Flag | Projection::Dynamics => Unit::Bool,
        Projection::Count if indicator.unit == Unit::Percent => Unit::Count,
        _ => indicator.unit,
    }
}

fn bounds(board: &Board, indicator: &Indicator, stage: &Stage) -> Bounds {
    let Some(target) = board.target(&indicator.id, &stage.code) else { return Bounds::default() };
    if unit(indicator) == Unit::Bool {
        return Bounds { min: is_asked(target).then_some(ONE), max: None };
    }
    let baseline = target.baseline.unwrap_or(Baseline::Initial);
    let base = board.baseline_fact(indicator, stage, baseline).and_then(number);
    target.bounds(base)
}

/// A «да» is asked for: not where it is only observed or not expected yet.
fn is_asked(target: &Target) -> bool {
    use opora_domain::target::Cmp;
    let later = target.cmp == Cmp::Between && target.max == Some(0);
    !later && !matches!(target.cmp, Cmp::Track | Cmp::Baseline)
}

/// A fact in hundredths of its unit.
fn number(fact: Fact) -> Option<i64> {
    match fact {
        Fact::Share { numerator, denominator } => percent_tenths(numerator, denominator).map(|n| n * 10),
        Fact::Count { value } => Some(i64::from(value) * ONE),
        Fact::Flag { value } => Some(i64::from(value) * ONE),
        Fact::Score { hundredths } => Some(hundredths.into()),
    }
}

/// A hundred per cent, a «да», or a little above the greatest number.
fn top(unit: Unit, points: &[SeriesPoint]) -> i64 {
    let numbers = points.iter().flat_map(|point| [point.fact, point.target_min, point.target_max]);
    let greatest = numbers.flatten().max().unwrap_or(0).max(0);
    match unit {
        Unit::Percent => greatest.max(100 * ONE),
        Unit::Bool => ONE,
        Unit::Mark => greatest.max(5 * ONE),
        _ => (greatest + greatest / 10).max(ONE),
    }
}

/// «2024» of «2024 год», «Промежуточный» of «Промежуточный мониторинг, январь 2022 года».
fn short_title(stage: &Stage) -> String {
    let words = stage.title.split([' ', ',']);
    let short = words.into_iter().next().unwrap_or_default();
    if stage.kind == StageKind::Interim && stage.planned_to.is_some() {
        let year = stage.planned_to.map(|day| day.format("%Y").to_string()).unwrap_or_default();
        // The long word does not fit under a bar.
        let short = if short == "Промежуточный" { "Промежут." } else { short };
        return format!("{short} {year}");
    }
    if short.is_empty() { stage.title.clone() } else { short.to_owned() }
}
