//! Charts as one figure each: title, legend, drawing; every mark is tellable in grey.

mod bars;
mod lines;
mod shapes;
mod stacked;

use super::breaking::Line;
use super::flow::Flow;
use super::strip::{Strip, baseline};
use super::tags::NodeId;
use super::text::Text;
use crate::document::Chart;

const INK: [f32; 3] = [0.1, 0.1, 0.1];
const WHITE: [f32; 3] = [1.0, 1.0, 1.0];

/// A chart in the making.
struct Figure<'f, 'b> {
    flow: &'f mut Flow<'b>,
    node: NodeId,
}

/// Lays a chart out; it is not torn between pages if it fits one.
pub(crate) fn lay_chart(flow: &mut Flow<'_>, chart: &Chart) {
    let node = flow.tree.add(0, "Figure");
    let alt = match chart {
        Chart::Bars(chart) => &chart.alt,
        Chart::Lines(chart) => &chart.alt,
        Chart::Stacked(chart) => &chart.alt,
    };
    flow.tree.nodes[node].alt = Some(if alt.is_empty() { chart.title().to_owned() } else { alt.clone() });
    let first = flow.strips.len();
    let mut figure = Figure { flow, node };
    let title = figure.title(chart.title());
    figure.flow.strips.push(title);
    match chart {
        Chart::Bars(chart) => bars::draw(&mut figure, chart),
        Chart::Lines(chart) => lines::draw(&mut figure, chart),
        Chart::Stacked(chart) => stacked::draw(&mut figure, chart),
    }
    let whole = [0.0, flow.sheet.text];
    for strip in &mut flow.strips[first..] {
        strip.figure = Some((node, whole));
        strip.keep = true;
    }
    if let Some(last) = flow.strips.last_mut() {
        last.keep = false;
    }
}

impl Figure<'_, '_> {
    /// Width of the drawing.
    fn across(&self) -> f32 {
        self.flow.sheet.text
    }

    /// Height of a small line.
    fn line(&self) -> f32 {
        self.flow.look.small_pitch
    }

    fn push(&mut self, strip: Strip) {
        self.flow.strips.push(strip);
    }

    fn title(&mut self, text: &str) -> Strip {
        let size = self.flow.look.caption();
        let pitch = size * 1.27;
        let set = self.flow.plain(size, pitch);
        let lines = set.lines(self.flow.fonts, &Text::of(text, true));
        let mut strip = Strip { before: 10.0, ..Strip::of(pitch * lines.len() as f32 + 2.0) };
        for (i, line) in lines.into_iter().enumerate() {
            strip.text(Some(self.node), 0.0, i as f32 * pitch + baseline(size, pitch), line);
        }
        strip
    }

    /// Small lines in a width.
    fn small(&mut self, text: &str, width: f32) -> Vec<Line> {
        let set = super::flow::Set { width, ..self.flow.small() };
        set.lines(self.flow.fonts, &Text::of(text, false))
    }

    /// Width of small words in one line.
    fn measure(&mut self, text: &str) -> f32 {
        self.small(text, 10_000.0).first().map_or(0.0, |line| line.width)
    }

    /// Lines of text at a place, all of them part of the figure.
    fn put(&self, strip: &mut Strip, x: f32, y: f32, lines: Vec<Line>) {
        let (size, pitch) = (self.flow.look.small, self.line());
        for (i, line) in lines.into_iter().enumerate() {
            strip.text(Some(self.node), x, y + i as f32 * pitch + baseline(size, pitch), line);
        }
    }

    /// Words around a point: 0 begins there, 0.5 is centred, 1 ends there.
    fn label(&mut self, strip: &mut Strip, [x, y]: [f32; 2], place: f32, text: &str) {
        let lines = self.small(text, 10_000.0);
        let width = lines.first().map_or(0.0, |line| line.width);
        self.put(strip, x - width * place, y, lines);
    }
}
