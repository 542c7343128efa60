//! Fills, lines and marks that differ in grey too.

use super::{INK, WHITE};
use crate::pdf::strip::{Draw, Strip};
use crate::pdf::tags::NodeId;

/// How a surface is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hatch {
    None,
    Rising,
    Falling,
    Level,
}

/// Fills in the order of the parts: neighbours differ in lightness or in hatching.
const FILLS: [([f32; 3], Hatch); 6] = [
    ([0.27, 0.41, 0.58], Hatch::None),
    ([0.87, 0.90, 0.94], Hatch::None),
    (WHITE, Hatch::Rising),
    ([0.62, 0.66, 0.71], Hatch::None),
    (WHITE, Hatch::Falling),
    (WHITE, Hatch::Level),
];
/// Between the lines of a hatching.
const STEP: f32 = 3.2;

/// A filled and framed rectangle: x, y, width, height.
pub(super) fn surface(strip: &mut Strip, node: NodeId, [x, y, w, h]: [f32; 4], part: usize) {
    let (rgb, hatch) = FILLS[part % FILLS.len()];
    strip.paint(node, Draw::Fill { x, y, w, h, rgb });
    for [from, to] in hatching(hatch, w, h) {
        let at = |[dx, dy]: [f32; 2]| [x + dx, y + dy];
        strip.paint(node, Draw::Path { points: vec![at(from), at(to)], line: 0.5, rgb: INK, dash: None });
    }
    strip.paint(node, Draw::Frame { x, y, w, h, line: 0.6, rgb: INK });
}

fn hatching(hatch: Hatch, w: f32, h: f32) -> Vec<[[f32; 2]; 2]> {
    let (from, to) = match hatch {
        Hatch::None => return Vec::new(),
        Hatch::Level => (0.0, h),
        Hatch::Rising | Hatch::Falling => (-h, w),
    };
    let count = ((to - from) / STEP).floor().max(0.0) as usize;
    let line = |i: usize| {
        let c = from + i as f32 * STEP;
        let (start, end) = ((-c).max(0.0), h.min(w - c));
        match hatch {
            Hatch::Level => [[0.0, c], [w, c]],
            Hatch::Falling => [[c + start, start], [c + end, end]],
            _ => [[c + start, h - start], [c + end, h - end]],
        }
    };
    (1..=count).map(line).filter(|[a, b]| b[0] > a[0]).collect()
}

/// The look of a series: its dash and its mark.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stroke {
    /// Dash and gap.
    pub(super) dash: Option<[i64; 2]>,
    mark: usize,
    hollow: bool,
}

impl Stroke {
    /// Of a series by its number; plans are dashed with hollow marks.
    pub(super) fn of(series: usize, planned: bool) -> Self {
        let dash = match (planned, series) {
            (true, _) => Some([5, 3]),
            (false, 0) => None,
            (false, i) => [None, Some([1, 2]), Some([8, 2])][i % 3],
        };
        Self { dash, mark: series % 4, hollow: planned }
    }

    /// A line through points.
    pub(super) fn line(&self, points: Vec<[f32; 2]>) -> Draw {
        let line = if self.hollow { 0.9 } else { 1.4 };
        Draw::Path { points, line, rgb: INK, dash: self.dash }
    }

    /// The mark of a value.
    pub(super) fn mark(&self, [x, y]: [f32; 2]) -> Draw {
        let corners: &[[f32; 2]] = match self.mark {
            0 => &[
                [1.0, 0.41],
                [0.41, 1.0],
                [-0.41, 1.0],
                [-1.0, 0.41],
                [-1.0, -0.41],
                [-0.41, -1.0],
                [0.41, -1.0],
                [1.0, -0.41],
            ],
            1 => &[[1.0, 1.0], [-1.0, 1.0], [-1.0, -1.0], [1.0, -1.0]],
            2 => &[[0.0, -1.2], [1.2, 1.0], [-1.2, 1.0]],
            _ => &[[0.0, -1.3], [1.3, 0.0], [0.0, 1.3], [-1.3, 0.0]],
        };
        let points = corners.iter().map(|[dx, dy]| [x + dx * 2.4, y + dy * 2.4]).collect();
        Draw::Shape { points, line: 0.8, fill: if self.hollow { WHITE } else { INK }, rgb: INK }
    }
}
