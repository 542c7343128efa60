//! Parts of wholes: bar under bar on one scale, every count said in figures.

use super::Figure;
use super::shapes::surface;
use crate::document::{StackedBar, StackedChart};
use crate::pdf::strip::{Draw, Strip};

/// Share of the width that labels take, and that long ones take; the track lies between them and the words at the right.
const LABEL: f32 = 0.30;
const WIDE_LABEL: f32 = 0.46;
const GAP: f32 = 0.02;
const SUM: f32 = 0.80;
/// Lines of a label that is not long.
const LINES: usize = 2;
const BAR_H: f32 = 14.0;
const SAMPLE: f32 = 16.0;

pub(super) fn draw(figure: &mut Figure<'_, '_>, chart: &StackedChart) {
    let legend = legend(figure, &chart.parts);
    figure.push(legend);
    let most = chart.bars.iter().map(total).max().unwrap_or(0);
    let narrow = figure.across() * LABEL;
    let long = chart.bars.iter().any(|bar| figure.small(&bar.label, narrow).len() > LINES);
    let share = if long { WIDE_LABEL } else { LABEL };
    for bar in &chart.bars {
        let strip = bar_strip(figure, bar, chart.parts.len(), (most, share));
        figure.push(strip);
    }
    figure.flow.space_after(4.0);
}

fn total(bar: &StackedBar) -> u64 {
    bar.values.iter().map(|value| u64::from(*value)).sum()
}

/// A sample of each fill with its word, in as many rows as needed.
fn legend(figure: &mut Figure<'_, '_>, parts: &[String]) -> Strip {
    let (mut x, mut y, pitch) = (0.0, 2.0, figure.line() + 3.0);
    let mut strip = Strip::default();
    for (i, part) in parts.iter().enumerate() {
        let width = SAMPLE + 4.0 + figure.measure(part);
        if x > 0.0 && x + width > figure.across() {
            (x, y) = (0.0, y + pitch);
        }
        surface(&mut strip, figure.node, [x, y + 1.0, SAMPLE, 9.0], i);
        let room = figure.across() - x - SAMPLE - 4.0;
        let lines = figure.small(part, room);
        let rows = lines.len().saturating_sub(1) as f32;
        figure.put(&mut strip, x + SAMPLE + 4.0, y, lines);
        y += rows * figure.line();
        x += width + 16.0;
    }
    strip.height = y + pitch + 3.0;
    strip
}

fn bar_strip(
    figure: &mut Figure<'_, '_>,
    bar: &StackedBar,
    parts: usize,
    (most, share): (u64, f32),
) -> Strip {
    let (width, pitch) = (figure.across(), figure.line());
    let label = figure.small(&bar.label, width * share);
    let track = width * (SUM - share - 2.0 * GAP);
    let said = figure.small(&sum(bar, parts), width * (1.0 - SUM));
    let rows = label.len().max(said.len()).max(1) as f32;
    let mut strip = Strip::of((rows * pitch).max(BAR_H) + 5.0);
    let middle = (strip.height - 5.0) / 2.0;
    let tops = [&label, &said].map(|lines| middle - lines.len() as f32 * pitch / 2.0);
    figure.put(&mut strip, 0.0, tops[0], label);
    let mut x = width * (share + GAP);
    for (i, value) in bar.values.iter().enumerate().take(parts) {
        let part = track * *value as f32 / most.max(1) as f32;
        if *value > 0 {
            segment(figure, &mut strip, [x, middle - BAR_H / 2.0, part, BAR_H], (i, *value));
        }
        x += part;
    }
    figure.put(&mut strip, width * SUM, tops[1], said);
    strip
}

/// A part of a bar, with its count on it when there is room.
fn segment(
    figure: &mut Figure<'_, '_>,
    strip: &mut Strip,
    [x, y, w, h]: [f32; 4],
    (part, value): (usize, u32),
) {
    surface(strip, figure.node, [x, y, w, h], part);
    let words = value.to_string();
    let plate = figure.measure(&words) + 4.0;
    if plate + 4.0 < w {
        let left = x + (w - plate) / 2.0;
        let rgb = super::WHITE;
        strip.paint(figure.node, Draw::Fill { x: left, y: y + 2.0, w: plate, h: h - 4.0, rgb });
        let top = y + (h - figure.line()) / 2.0;
        figure.label(strip, [x + w / 2.0, top], 0.5, &words);
    }
}

/// «8 + 1 + 3 = 12», in the order of the legend.
fn sum(bar: &StackedBar, parts: usize) -> String {
    let values: Vec<String> = bar.values.iter().take(parts).map(u32::to_string).collect();
    match values.len() {
        0 | 1 => values.concat(),
        _ => format!("{} = {}", values.join(" + "), total(bar)),
    }
}
