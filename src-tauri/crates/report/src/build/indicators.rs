//! Section 3: indicators against targets, as a table and as bars.

use opora_domain::report::quarterly::{Fact, IndicatorRow};

use super::format::{hundredths, lower_first, percent, share, shorten};
use super::{Block, Kind, Row, heading, paragraph, table, without_empty};
use crate::document::{Bar, BarChart, Chart, LineChart, Series};

/// Titles are given in full; beyond this the official text is no title.
pub(super) const FULL: usize = 300;

/// Section 3; so many indicators are drawn over the stages.
pub(super) fn section(indicators: &[IndicatorRow], drawn: usize) -> Vec<Block> {
    let mut blocks = vec![heading("3. Показатели")];
    if !indicators.is_empty() {
        blocks.push(paragraph(states(indicators)));
    }
    blocks.extend(charts(indicators, drawn));
    let columns = [
        ("№", 0.7, Kind::Text),
        ("Показатель, единица", 3.8, Kind::Text),
        ("База", 1.5, Kind::Text),
        ("План", 2.1, Kind::Text),
        ("Факт", 1.7, Kind::Text),
        ("Откл.", 1.3, Kind::Text),
        ("Состояние", 1.5, Kind::Text),
        ("Источник", 1.3, Kind::Text),
    ];
    let rows = indicators.iter().map(indicator_row).collect();
    let (columns, rows) = without_empty(&columns, rows, &["База", "Откл.", "Источник"]);
    blocks.extend(table(
        "Целевые и фактические значения показателей",
        &columns,
        rows,
        "Показатели программой не установлены.",
    ));
    blocks
}

/// Facts against targets, and so many indicators over the stages.
pub(super) fn charts(indicators: &[IndicatorRow], drawn: usize) -> Vec<Block> {
    let bars: Vec<Bar> = indicators.iter().filter_map(bar).collect();
    let compared = (!bars.is_empty()).then(|| Block::Chart(Chart::Bars(chart(bars))));
    let over = indicators.iter().filter(|row| row.trend.len() > 1).take(drawn).map(lines);
    compared.into_iter().chain(over).collect()
}

/// «Состояние показателей: достигнут — 5, нет данных — 2.»
pub(super) fn states(indicators: &[IndicatorRow]) -> String {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for row in indicators {
        match counts.iter_mut().find(|(state, _)| *state == row.state) {
            Some((_, count)) => *count += 1,
            None => counts.push((&row.state, 1)),
        }
    }
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let words: Vec<String> =
        counts.iter().map(|(state, count)| format!("{} — {count}", in_words(state))).collect();
    format!("Всего показателей — {}: {}.", indicators.len(), words.join(", "))
}

/// The state in a sentence: what is only observed has no plan.
fn in_words(state: &str) -> String {
    let state = lower_first(state);
    if state == "наблюдение" {
        format!("{state} (план не установлен)")
    } else {
        state
    }
}

fn indicator_row(row: &IndicatorRow) -> Row {
    Row::Cells(vec![
        row.code.clone(),
        titled(&row.title, &row.unit),
        row.base.clone(),
        if row.target.is_empty() { "не установлен".to_owned() } else { row.target.clone() },
        fact(row),
        row.deviation.clone(),
        row.state.clone(),
        row.source.clone(),
    ])
}

/// The unit stands with the title; «да/нет» says nothing that the target does not, «%» is not said twice.
pub(super) fn titled(title: &str, unit: &str) -> String {
    match unit {
        "" | "да/нет" | "текст" => title.to_owned(),
        "%" if title.contains('%') => title.to_owned(),
        unit => format!("{}, {unit}", title.trim_end_matches(['.', ' '])),
    }
}

/// The fact in words.
pub(super) fn fact(row: &IndicatorRow) -> String {
    match &row.fact {
        Fact::Missing => "нет данных".to_owned(),
        Fact::Share { numerator, denominator } => share(*numerator, *denominator),
        Fact::Number { hundredths: value } => hundredths(*value),
        Fact::Text { text } => text.clone(),
    }
}

/// Only percentages with a numeric target can be compared as bars.
fn bar(row: &IndicatorRow) -> Option<Bar> {
    let target = row.target_hundredths.filter(|_| row.unit == "%")?;
    let (value, words) = match &row.fact {
        Fact::Share { numerator, denominator } => {
            (*numerator as f32 * 100.0 / *denominator as f32, percent(*numerator, *denominator)?)
        }
        Fact::Number { hundredths: value } => (*value as f32 / 100.0, format!("{} %", hundredths(*value))),
        Fact::Missing | Fact::Text { .. } => return None,
    };
    Some(Bar {
        label: format!("{} {}", row.code, shorten(&row.title, FULL)).trim().to_owned(),
        value,
        target: Some(target as f32 / 100.0),
        caption: format!("{words}\nплан: {}", target_words(row)),
    })
}

/// The threshold alone: what it is counted by stands in the table.
fn target_words(row: &IndicatorRow) -> String {
    let target = lower_first(&row.target);
    match target.split_once('%') {
        Some((threshold, _)) => format!("{threshold}%"),
        None => format!("{target} %"),
    }
}

fn chart(bars: Vec<Bar>) -> BarChart {
    let said: Vec<String> =
        bars.iter().map(|bar| format!("{}: факт {}", bar.label, bar.caption.replace('\n', ", "))).collect();
    BarChart {
        title: "Показатели в процентах: факт и план".to_owned(),
        alt: format!("Столбчатая диаграмма показателей в процентах. {}.", said.join("; ")),
        bars,
    }
}

/// An indicator over the stages; the drawing adds nothing to words that a reader without eyes needs.
fn lines(row: &IndicatorRow) -> Block {
    let points: Vec<String> = row.trend.iter().map(|point| point.label.clone()).collect();
    let series = |label: &str, planned: bool, values: Vec<Option<i64>>| Series {
        label: label.to_owned(),
        words: values.iter().map(|value| value.map_or("—".to_owned(), hundredths)).collect(),
        values: values.into_iter().map(|value| value.map(|value| value as f32 / 100.0)).collect(),
        planned,
    };
    let fact = series("Факт", false, row.trend.iter().map(|point| point.fact).collect());
    let plan = series("План", true, row.trend.iter().map(|point| point.target).collect());
    let said: Vec<String> =
        points.iter().zip(&fact.words).map(|(label, words)| format!("{label} — {words}")).collect();
    let short = shorten(&row.title, FULL);
    let title = match row.code.as_str() {
        "" => short,
        code => format!("Показатель {code}: {}", lower_first(&short)),
    };
    let planned = plan.values.iter().any(Option::is_some);
    Block::Chart(Chart::Lines(LineChart {
        title: format!("{} — значения по этапам", title.trim().trim_end_matches('.')),
        alt: format!("Линейный график: {}. {}.", title.trim(), said.join("; ")),
        unit: row.unit.clone(),
        points,
        series: std::iter::once(fact).chain(planned.then_some(plan)).collect(),
    }))
}
