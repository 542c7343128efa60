//! Widths of columns: the weights are a wish, words and numbers are a must.

use super::PAD_X;
use super::measure::{Measure, Texts};
use crate::document::{Profile, Table};
use crate::pdf::fonts::Fonts;
use crate::pdf::geometry::Look;

/// Type of a table is never smaller, points.
const SMALLEST: f32 = 8.0;

/// Share of the table's width that is moved at once, how often, and the share of the height it must win.
const STEP: f32 = 0.015;
const MOVES: usize = 40;
const GAIN: f32 = 0.004;
/// Weight of the cells that do not make their row high.
const OTHERS: f32 = 0.2;

/// Edges of the columns and the type in which they hold their words.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fit {
    /// Left edges, and the right edge of the last column.
    pub(super) edges: Vec<f32>,
    /// Type, points.
    pub(super) size: f32,
}

/// Left edges of the columns and the right edge of the last one, for a writer without a layout of its own.
pub(crate) fn column_edges(fonts: &mut Fonts, table: &Table, full: f32) -> Vec<f32> {
    fit(fonts, &mut Texts::default(), table, full, Look::of(Profile::default()).small).edges
}

/// Fits the columns into a width, in the type asked for or a smaller one.
pub(super) fn fit<'a>(
    fonts: &mut Fonts,
    texts: &mut Texts<'a>,
    table: &'a Table,
    full: f32,
    size: f32,
) -> Fit {
    let measures: Vec<Measure> =
        (0..table.columns.len()).map(|column| texts.measure(fonts, table, column)).collect();
    let weights: Vec<f32> = table.columns.iter().map(|column| column.weight.max(0.01)).collect();
    let mut size = size;
    let mut least = points(&measures, size, full, |measure| measure.words);
    while least.iter().sum::<f32>() > full && size > SMALLEST {
        size = (size - 0.5).max(SMALLEST);
        least = points(&measures, size, full, |measure| measure.words);
    }
    if least.iter().sum::<f32>() > full {
        least = points(&measures, size, full, |measure| measure.syllables);
    }
    let widest = points(&measures, size, f32::MAX, |measure| measure.widest);
    let mut widths = share(&weights, &least, &widest, full);
    // A long word is broken where that makes the whole table lower; a header's never is.
    let least = points(&measures, size, full, |measure| measure.syllables);
    lower(&mut widths, &least, &texts.sample(fonts, table), full, size);
    Fit { edges: edges(&widths, full), size }
}

/// Widths of columns that hold what is asked for. A hash or an address may be broken anywhere: it must not push
/// the other columns out.
fn points(measures: &[Measure], size: f32, full: f32, of: impl Fn(&Measure) -> i32) -> Vec<f32> {
    let width = |measure: &Measure| of(measure) as f32 * size / 1000.0 + 2.0 * PAD_X + 0.5;
    measures.iter().map(|measure| width(measure).min(full / 5.0)).collect()
}

/// The wished widths, but no column narrower than its words, and none wider than its text while others want more.
fn share(weights: &[f32], least: &[f32], widest: &[f32], full: f32) -> Vec<f32> {
    let total: f32 = weights.iter().sum();
    let wish = weights.iter().map(|weight| weight / total * full);
    let mut widths: Vec<f32> = wish
        .zip(least.iter().zip(widest))
        .map(|(wish, (least, widest))| wish.min(*widest).max(*least))
        .collect();
    let left = full - widths.iter().sum::<f32>();
    let bounds = if left > 0.0 { widest } else { least };
    let give: Vec<f32> = widths.iter().zip(bounds).map(|(width, bound)| (bound - width).abs()).collect();
    let sum: f32 = give.iter().sum();
    let part = if sum > 0.0 { (left / sum).clamp(-1.0, 1.0) } else { 0.0 };
    for (width, give) in widths.iter_mut().zip(&give) {
        *width += give * part;
    }
    let rest = (full - widths.iter().sum::<f32>()).max(0.0);
    widths.iter().zip(weights).map(|(width, weight)| width + rest * weight / total).collect()
}

/// Moves width from columns that have it to spare to those whose texts make the rows high.
fn lower(widths: &mut [f32], least: &[f32], rows: &[Vec<Vec<i32>>], full: f32, size: f32) {
    let step = full * STEP;
    for _ in 0..MOVES {
        let wanted = height(widths, rows, size) * (1.0 - GAIN);
        let mut best: Option<(f32, usize, usize)> = None;
        for from in (0..widths.len()).filter(|from| widths[*from] - step >= least[*from]) {
            for to in (0..widths.len()).filter(|to| *to != from) {
                let mut moved = widths.to_vec();
                moved[from] -= step;
                moved[to] += step;
                let height = height(&moved, rows, size);
                if height < best.map_or(wanted, |best| best.0) {
                    best = Some((height, from, to));
                }
            }
        }
        let Some((_, from, to)) = best else { return };
        widths[from] -= step;
        widths[to] += step;
    }
}

/// How many lines the rows take, about: the highest cell of each, and a little of the others, for what stands in one
/// line should go on doing so.
fn height(widths: &[f32], rows: &[Vec<Vec<i32>>], size: f32) -> f32 {
    let lines = |(texts, width): (&Vec<i32>, &f32)| -> f32 {
        let room = (width - 2.0 * PAD_X).max(1.0) * 1000.0 / size;
        texts.iter().map(|text| (*text as f32 / room).max(1.0)).sum()
    };
    let row = |row: &Vec<Vec<i32>>| {
        let each = || row.iter().zip(widths).map(lines);
        each().fold(1.0, f32::max) + OTHERS * each().sum::<f32>()
    };
    rows.iter().map(row).sum()
}

fn edges(widths: &[f32], full: f32) -> Vec<f32> {
    let scale = full / widths.iter().sum::<f32>().max(1.0);
    let mut edges = vec![0.0];
    for width in widths {
        edges.push(edges.last().copied().unwrap_or(0.0) + width * scale);
    }
    edges
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn column_of_long_texts_takes_what_short_ones_do_not_need() {
        let (mut widths, least) = ([50.0, 100.0, 350.0], [30.0, 40.0, 40.0]);
        let row = |long: i32| vec![vec![2_000], vec![long], vec![6_000, 3_000]];
        lower(&mut widths, &least, &[row(90_000), row(120_000)], 500.0, 10.0);
        assert!(widths[1] > 300.0 && widths[0] >= 30.0 && widths[2] >= 40.0, "{widths:?}");
        assert!((widths.iter().sum::<f32>() - 500.0).abs() < 0.1);
    }

    #[test]
    fn wishes_give_way_to_words_and_long_texts_take_what_others_leave() {
        assert_eq!(share(&[1.0, 1.0], &[30.0, 10.0], &[40.0, 500.0], 100.0), [40.0, 60.0]);
        assert_eq!(share(&[9.0, 1.0], &[10.0, 30.0], &[500.0, 500.0], 100.0), [70.0, 30.0]);
        assert_eq!(share(&[1.0, 1.0], &[10.0, 10.0], &[20.0, 20.0], 100.0), [50.0, 50.0]);
    }
}
