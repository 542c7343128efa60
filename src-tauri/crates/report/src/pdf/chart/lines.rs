//! Values over time: facts with marks, plans dashed, nothing where nothing was measured.

use super::shapes::Stroke;
use super::{Figure, WHITE};
use crate::document::{LineChart, Series};
use crate::pdf::geometry::MM;
use crate::pdf::strip::{Draw, Strip};

/// Height of the plot.
const HEIGHT: f32 = 52.0 * MM;
/// Ticks wanted on the axis.
const TICKS: f32 = 5.0;
/// Change that is none, as a share of the highest value.
const FLAT: f32 = 0.2;
/// Side of the square that a mark takes.
const MARK: f32 = 7.0;

/// Where values stand on paper.
struct Plot {
    left: f32,
    top: f32,
    width: f32,
    low: f32,
    high: f32,
    step: f32,
    slots: usize,
}

impl Plot {
    fn x(&self, i: usize) -> f32 {
        self.left + (i as f32 + 0.5) * self.slot()
    }

    fn slot(&self) -> f32 {
        self.width / self.slots as f32
    }

    fn y(&self, value: f32) -> f32 {
        self.top + HEIGHT * (1.0 - (value - self.low) / (self.high - self.low))
    }

    fn ticks(&self) -> Vec<f32> {
        let count = ((self.high - self.low) / self.step).round() as usize;
        (0..=count).map(|i| self.low + i as f32 * self.step).collect()
    }
}

pub(super) fn draw(figure: &mut Figure<'_, '_>, chart: &LineChart) {
    let legend = legend(figure, &chart.series);
    figure.push(legend);
    let (low, high, step) = bounds(chart);
    let mut plot =
        Plot { left: 0.0, top: figure.line() + 4.0, width: 0.0, low, high, step, slots: chart.points.len() };
    let ticks: Vec<String> = plot.ticks().iter().map(|tick| words(*tick, step)).collect();
    plot.left = ticks.iter().map(|tick| figure.measure(tick)).fold(0.0, f32::max) + 6.0;
    plot.width = figure.across() - plot.left;
    let mut strip = Strip::default();
    grid(figure, &mut strip, &plot, &ticks, &chart.unit);
    let bottom = points(figure, &mut strip, &plot, &chart.points);
    for (i, series) in chart.series.iter().enumerate() {
        line(figure, &mut strip, &plot, series, Stroke::of(i, series.planned));
    }
    values(figure, &mut strip, &plot, &chart.series);
    strip.height = bottom + 6.0;
    figure.push(strip);
}

fn legend(figure: &mut Figure<'_, '_>, all: &[Series]) -> Strip {
    let (mut x, mut y, pitch) = (0.0, 2.0, figure.line() + 2.0);
    let mut strip = Strip::default();
    for (i, series) in all.iter().enumerate() {
        let width = 32.0 + figure.measure(&series.label);
        if x > 0.0 && x + width > figure.across() {
            (x, y) = (0.0, y + pitch);
        }
        let stroke = Stroke::of(i, series.planned);
        let middle = y + figure.line() / 2.0;
        strip.paint(figure.node, stroke.line(vec![[x, middle], [x + 26.0, middle]]));
        strip.paint(figure.node, stroke.mark([x + 13.0, middle]));
        figure.label(&mut strip, [x + 31.0, y], 0.0, &series.label);
        x += width + 16.0;
    }
    strip.height = y + pitch + 3.0;
    strip
}

/// Lower and upper end of the axis and the step of its ticks: round numbers around the values.
fn bounds(chart: &LineChart) -> (f32, f32, f32) {
    let all = chart.series.iter().flat_map(|series| &series.values).flatten().copied();
    let (mut low, mut high) = (f32::INFINITY, f32::NEG_INFINITY);
    for value in all.filter(|value| value.is_finite()) {
        (low, high) = (low.min(value), high.max(value));
    }
    if low > high {
        (low, high) = (0.0, 1.0);
    }
    // Shares are seen against nothing, and what hardly changes must not look like a leap.
    let flat = high - low < high * FLAT;
    if low >= 0.0 && (chart.unit == "%" || flat || low <= high * 0.6) {
        low = 0.0;
    }
    let span = (high - low).max(high.abs() * 0.1).max(1e-3);
    let step = round_step(span / TICKS);
    // A value on the axis itself would have no room for its words.
    let below = if low == 0.0 { 0.0 } else { 0.3 * step };
    let low = ((low - below) / step).floor() * step;
    let high = ((high / step).ceil() * step).max(low + step);
    (low, high, step)
}

/// 1, 2 or 5 of some power of ten, not below a number.
fn round_step(least: f32) -> f32 {
    let power = 10f32.powf(least.log10().floor());
    [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|part| part * power)
        .find(|step| *step >= least * 0.999)
        .unwrap_or(power * 10.0)
}

/// A tick with as many decimals as the step has.
fn words(value: f32, step: f32) -> String {
    let decimals = (-step.log10().floor()).max(0.0) as usize;
    let text = format!("{value:.decimals$}").replace('.', ",").replace('-', "−");
    if text.trim_matches(['−', '0', ',']).is_empty() { text.replace('−', "") } else { text }
}

fn grid(figure: &mut Figure<'_, '_>, strip: &mut Strip, plot: &Plot, ticks: &[String], unit: &str) {
    for (i, (value, text)) in plot.ticks().into_iter().zip(ticks).enumerate() {
        let (y, grey) = (plot.y(value), if i == 0 { 0.3 } else { 0.82 });
        let (from, to) = ([plot.left, y], [plot.left + plot.width, y]);
        strip.paint(figure.node, Draw::Rule { from, to, line: 0.5, grey });
        figure.label(strip, [plot.left - 4.0, y - figure.line() / 2.0], 1.0, text);
    }
    figure.label(strip, [0.0, 0.0], 0.0, unit);
}

/// Labels along the axis, as many as do not touch; gives where they end.
fn points(figure: &mut Figure<'_, '_>, strip: &mut Strip, plot: &Plot, labels: &[String]) -> f32 {
    let top = plot.top + HEIGHT + 4.0;
    let words = |label: &String| label.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let widest = labels.iter().flat_map(words).map(|word| figure.measure(&word)).fold(1.0, f32::max);
    let every = ((widest + 4.0) / plot.slot()).ceil().max(1.0) as usize;
    let mut rows = 1;
    for (i, label) in labels.iter().enumerate().filter(|(i, _)| (labels.len() - 1 - i).is_multiple_of(every))
    {
        let lines = figure.small(label, plot.slot() * every as f32 - 4.0);
        rows = rows.max(lines.len());
        for (row, line) in lines.into_iter().enumerate() {
            let width = line.width;
            let x = (plot.x(i) - width / 2.0).min(figure.across() - width).max(0.0);
            figure.put(strip, x, top + row as f32 * figure.line(), vec![line]);
        }
    }
    top + rows as f32 * figure.line()
}

/// The places of a series' values.
fn places(plot: &Plot, series: &Series) -> Vec<Option<[f32; 2]>> {
    let place = |(i, value): (usize, &Option<f32>)| {
        value.filter(|value| value.is_finite()).map(|value| [plot.x(i), plot.y(value)])
    };
    series.values.iter().enumerate().take(plot.slots).map(place).collect()
}

fn line(figure: &Figure<'_, '_>, strip: &mut Strip, plot: &Plot, series: &Series, stroke: Stroke) {
    let places = places(plot, series);
    for known in places.split(Option::is_none) {
        let points: Vec<[f32; 2]> = known.iter().copied().flatten().collect();
        if points.len() > 1 {
            strip.paint(figure.node, stroke.line(points));
        }
    }
    for place in places.into_iter().flatten() {
        strip.paint(figure.node, stroke.mark(place));
    }
}

/// Values in words beside their marks; a value that finds no free place is left to the axis.
fn values(figure: &mut Figure<'_, '_>, strip: &mut Strip, plot: &Plot, all: &[Series]) {
    let marks = all.iter().flat_map(|series| places(plot, series)).flatten();
    let mut taken: Vec<[f32; 4]> =
        marks.map(|[x, y]| [x - MARK / 2.0, y - MARK / 2.0, x + MARK / 2.0, y + MARK / 2.0]).collect();
    let pitch = figure.line();
    // Facts choose their places before plans.
    let order = all.iter().filter(|series| !series.planned).chain(all.iter().filter(|series| series.planned));
    for series in order {
        for (place, words) in places(plot, series).into_iter().zip(&series.words) {
            let Some([x, y]) = place.filter(|_| !words.is_empty()) else { continue };
            let w = figure.measure(words) + 2.0;
            let half = MARK / 2.0 + 0.5;
            let ways = [
                [x - w / 2.0, y - half - pitch],
                [x - w / 2.0, y + half],
                [x + half, y - pitch],
                [x - half - w, y - pitch],
                [x + half, y],
                [x - half - w, y],
            ];
            let free = |[left, top]: &[f32; 2]| {
                let inside = *left >= plot.left
                    && left + w <= plot.left + plot.width
                    && *top >= 0.0
                    && top + pitch <= plot.top + HEIGHT;
                inside
                    && taken
                        .iter()
                        .all(|t| left + w <= t[0] || *left >= t[2] || top + pitch <= t[1] || *top >= t[3])
            };
            let Some([left, top]) = ways.into_iter().find(|way| free(way)) else { continue };
            taken.push([left, top, left + w, top + pitch]);
            strip.paint(figure.node, Draw::Fill { x: left, y: top + 1.0, w, h: pitch - 1.5, rgb: WHITE });
            figure.label(strip, [left + 1.0, top], 0.0, words);
        }
    }
}
