//! Bars of facts with a mark at the target.

use super::{Figure, INK};
use crate::document::{Bar, BarChart};
use crate::pdf::breaking::Line;
use crate::pdf::strip::{Draw, Strip};

/// Shares of the width: labels, left edge of the track, its width, left edge of the words at the right.
const LABEL: f32 = 0.40;
const TRACK_X: f32 = 0.418;
const TRACK_W: f32 = 0.36;
const CAPTION: f32 = 0.794;
const BAR_H: f32 = 9.0;
const BLUE: [f32; 3] = [0.30, 0.45, 0.62];
const TRACK: [f32; 3] = [0.92, 0.93, 0.94];

pub(super) fn draw(figure: &mut Figure<'_, '_>, chart: &BarChart) {
    if chart.has_plan() {
        let legend = legend(figure);
        figure.push(legend);
    }
    for bar in &chart.bars {
        let strip = bar_strip(figure, bar);
        figure.push(strip);
    }
    let scale = scale(figure);
    figure.push(scale);
}

fn track(figure: &Figure<'_, '_>) -> (f32, f32) {
    (figure.across() * TRACK_X, figure.across() * TRACK_W)
}

fn legend(figure: &mut Figure<'_, '_>) -> Strip {
    let mut strip = Strip::of(figure.line() + 6.0);
    let (x, _) = track(figure);
    let y = 2.0;
    strip.paint(figure.node, Draw::Fill { x, y: y + 1.0, w: 16.0, h: BAR_H, rgb: BLUE });
    figure.label(&mut strip, [x + 20.0, y], 0.0, "факт");
    strip.paint(figure.node, tick(x + 62.0, y));
    figure.label(&mut strip, [x + 68.0, y], 0.0, "план");
    strip
}

/// The mark of a target.
fn tick(x: f32, y: f32) -> Draw {
    Draw::Fill { x: x - 1.0, y: y - 1.0, w: 2.0, h: BAR_H + 4.0, rgb: INK }
}

fn bar_strip(figure: &mut Figure<'_, '_>, bar: &Bar) -> Strip {
    let width = figure.across();
    let (x, w) = track(figure);
    let label = figure.small(&bar.label, width * LABEL);
    let caption = figure.small(&bar.caption, width * (1.0 - CAPTION));
    let rows = label.len().max(caption.len()).max(1) as f32;
    let pitch = figure.line();
    let mut strip = Strip::of(rows * pitch + 7.0);
    let y = (strip.height - BAR_H) / 2.0;
    let middle = |lines: &[Line]| (rows - lines.len() as f32) / 2.0 * pitch + 3.5;
    let tops = [middle(&label), middle(&caption)];
    figure.put(&mut strip, 0.0, tops[0], label);
    strip.paint(figure.node, Draw::Fill { x, y, w, h: BAR_H, rgb: TRACK });
    let filled = share(bar.value) * w;
    if filled > 0.0 {
        strip.paint(figure.node, Draw::Fill { x, y, w: filled, h: BAR_H, rgb: BLUE });
    }
    if let Some(target) = bar.target {
        strip.paint(figure.node, tick(x + share(target) * w, y - 1.0));
    }
    figure.put(&mut strip, width * CAPTION, tops[1], caption);
    strip
}

fn share(percent: f32) -> f32 {
    (percent / 100.0).clamp(0.0, 1.0)
}

fn scale(figure: &mut Figure<'_, '_>) -> Strip {
    let mut strip = Strip::of(figure.line() + 10.0);
    let (left, width) = track(figure);
    let mut rule = |from, to| strip.paint(figure.node, Draw::Rule { from, to, line: 0.5, grey: 0.4 });
    rule([left, 1.0], [left + width, 1.0]);
    let marks = [(0.0, "0"), (50.0, "50"), (100.0, "100 %")];
    for (percent, _) in marks {
        let x = left + share(percent) * width;
        rule([x, 1.0], [x, 4.0]);
    }
    for (percent, text) in marks {
        figure.label(&mut strip, [left + share(percent) * width, 4.0], 0.5, text);
    }
    strip
}
