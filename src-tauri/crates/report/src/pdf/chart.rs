//! Bars of facts with a mark at the target, readable in grey.

use crate::document::{Bar, BarChart};

use super::breaking::Line;
use super::flow::{Flow, Set};
use super::geometry::{MM, SMALL, SMALL_PITCH};
use super::strip::{Cmd, Draw, Strip, baseline};
use super::tags::NodeId;
use super::text::Text;

const LABEL_W: f32 = 68.0 * MM;
const TRACK_X: f32 = 71.0 * MM;
const TRACK_W: f32 = 61.0 * MM;
const CAPTION_X: f32 = 135.0 * MM;
const CAPTION_W: f32 = 35.0 * MM;
const BAR_H: f32 = 9.0;
const BLUE: [f32; 3] = [0.30, 0.45, 0.62];
const TRACK: [f32; 3] = [0.92, 0.93, 0.94];
const INK: [f32; 3] = [0.1, 0.1, 0.1];

/// Lays a chart out as one figure: title, legend, bars, scale.
pub(crate) fn lay_chart(flow: &mut Flow<'_>, chart: &BarChart) {
    let node = flow.tree.add(0, "Figure");
    flow.tree.nodes[node].alt = Some(chart.alt.clone());
    let first = flow.strips.len();
    let heading = title(flow, node, &chart.title);
    flow.strips.push(heading);
    let legend = legend(flow, node);
    flow.strips.push(legend);
    for bar in &chart.bars {
        let strip = bar_strip(flow, node, bar);
        flow.strips.push(strip);
    }
    let scale = scale(flow, node);
    flow.strips.push(scale);
    for strip in &mut flow.strips[first..] {
        strip.figure = Some(node);
        strip.keep = true;
    }
    if let Some(last) = flow.strips.last_mut() {
        last.keep = false;
    }
}

/// Lines of text at a place, all of them part of the figure.
fn put(strip: &mut Strip, node: NodeId, x: f32, y: f32, lines: Vec<Line>) {
    for (i, line) in lines.into_iter().enumerate() {
        strip.text(Some(node), x, y + i as f32 * SMALL_PITCH + baseline(SMALL, SMALL_PITCH), line);
    }
}

fn paint(strip: &mut Strip, node: NodeId, draw: Draw) {
    strip.cmds.push(Cmd { node: Some(node), draw });
}

fn small(flow: &mut Flow<'_>, text: &str, width: f32) -> Vec<Line> {
    let set = Set { width, hyphenate: true, ..flow.plain(SMALL, SMALL_PITCH) };
    set.lines(flow.fonts, &Text::of(text, false))
}

fn title(flow: &mut Flow<'_>, node: NodeId, text: &str) -> Strip {
    let set = flow.plain(11.0, 14.0);
    let lines = set.lines(flow.fonts, &Text::of(text, true));
    let mut strip = Strip::of(14.0 * lines.len() as f32 + 2.0);
    strip.before = 10.0;
    for (i, line) in lines.into_iter().enumerate() {
        strip.text(Some(node), 0.0, i as f32 * 14.0 + baseline(11.0, 14.0), line);
    }
    strip
}

fn legend(flow: &mut Flow<'_>, node: NodeId) -> Strip {
    let mut strip = Strip::of(SMALL_PITCH + 6.0);
    let y = 2.0;
    paint(&mut strip, node, Draw::Fill { x: TRACK_X, y: y + 1.0, w: 16.0, h: BAR_H, rgb: BLUE });
    let fact = small(flow, "факт", 60.0);
    put(&mut strip, node, TRACK_X + 20.0, y, fact);
    paint(&mut strip, node, tick(TRACK_X + 62.0, y));
    let plan = small(flow, "план", 60.0);
    put(&mut strip, node, TRACK_X + 68.0, y, plan);
    strip
}

/// The mark of a target.
fn tick(x: f32, y: f32) -> Draw {
    Draw::Fill { x: x - 1.0, y: y - 1.0, w: 2.0, h: BAR_H + 4.0, rgb: INK }
}

fn bar_strip(flow: &mut Flow<'_>, node: NodeId, bar: &Bar) -> Strip {
    let label = small(flow, &bar.label, LABEL_W);
    let caption = small(flow, &bar.caption, CAPTION_W);
    let rows = label.len().max(caption.len()).max(1) as f32;
    let mut strip = Strip::of(rows * SMALL_PITCH + 7.0);
    let y = (strip.height - BAR_H) / 2.0;
    let middle = |lines: &[Line]| (rows - lines.len() as f32) / 2.0 * SMALL_PITCH + 3.5;
    put(&mut strip, node, 0.0, middle(&label), label);
    paint(&mut strip, node, Draw::Fill { x: TRACK_X, y, w: TRACK_W, h: BAR_H, rgb: TRACK });
    let filled = share(bar.value) * TRACK_W;
    if filled > 0.0 {
        paint(&mut strip, node, Draw::Fill { x: TRACK_X, y, w: filled, h: BAR_H, rgb: BLUE });
    }
    paint(&mut strip, node, tick(TRACK_X + share(bar.target) * TRACK_W, y - 1.0));
    put(&mut strip, node, CAPTION_X, middle(&caption), caption);
    strip
}

fn share(percent: f32) -> f32 {
    (percent / 100.0).clamp(0.0, 1.0)
}

fn scale(flow: &mut Flow<'_>, node: NodeId) -> Strip {
    let mut strip = Strip::of(SMALL_PITCH + 10.0);
    let line = [[TRACK_X, 1.0], [TRACK_X + TRACK_W, 1.0]];
    paint(&mut strip, node, Draw::Rule { from: line[0], to: line[1], line: 0.5, grey: 0.4 });
    for (percent, text) in [(0.0, "0"), (50.0, "50"), (100.0, "100 %")] {
        let x = TRACK_X + share(percent) * TRACK_W;
        paint(&mut strip, node, Draw::Rule { from: [x, 1.0], to: [x, 4.0], line: 0.5, grey: 0.4 });
        let lines = small(flow, text, 60.0);
        let width = lines.first().map_or(0.0, |line| line.width);
        put(&mut strip, node, x - width / 2.0, 4.0, lines);
    }
    strip
}
