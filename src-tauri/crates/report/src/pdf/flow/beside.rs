//! Columns side by side and large figures: one strip, never torn between pages.

use super::{Flow, Set};
use crate::document::{Block, Figure};
use crate::pdf::strip::{Draw, Strip, baseline};
use crate::pdf::text::Text;

/// Space between columns.
const GAP: f32 = 16.0;
/// Type of a figure.
const LARGE: f32 = 20.0;
/// Space inside the ground of a figure.
const PAD: f32 = 5.0;
const GROUND: [f32; 3] = [0.925, 0.93, 0.94];

impl Flow<'_> {
    /// Columns of one width; what no page holds stands one column under another.
    pub(super) fn beside(&mut self, columns: &[Vec<Block>]) {
        let (whole, first) = (self.sheet, self.strips.len());
        let indent = std::mem::take(&mut self.indent);
        let count = columns.len().max(1) as f32;
        self.sheet.text = (whole.text - GAP * (count - 1.0)) / count;
        let step = self.sheet.text + GAP;
        let mut row = Strip { before: 8.0, ..Strip::default() };
        let mut laid = Vec::new();
        for (i, blocks) in columns.iter().enumerate() {
            blocks.iter().for_each(|block| self.block(block));
            let strips = self.strips.split_off(first);
            row.take(&strips, i as f32 * step);
            laid.extend(strips);
        }
        (self.sheet, self.indent) = (whole, indent);
        match row.height > whole.room() {
            true => self.strips.extend(laid),
            false => self.strips.push(row),
        }
    }

    /// Each on a ground of its own: the figure, its words under it.
    pub(super) fn figures(&mut self, figures: &[Figure]) {
        let count = figures.len().max(1) as f32;
        let width = (self.sheet.text - GAP / 2.0 * (count - 1.0)) / count;
        let mut row = Strip { before: 8.0, ..Strip::default() };
        for (i, figure) in figures.iter().enumerate() {
            let x = i as f32 * (width + GAP / 2.0);
            let card = self.figure(figure, x, width);
            row.take(&[card], 0.0);
        }
        // Grounds lie under the words of all of them.
        let height = row.height;
        let ground = |i: usize| Draw::Fill {
            x: i as f32 * (width + GAP / 2.0),
            y: 0.0,
            w: width,
            h: height,
            rgb: GROUND,
        };
        let mut grounds = Strip::default();
        (0..figures.len()).for_each(|i| grounds.decorate(ground(i)));
        row.cmds.splice(0..0, grounds.cmds);
        self.strips.push(row);
        self.space_after(4.0);
    }

    fn figure(&mut self, figure: &Figure, x: f32, width: f32) -> Strip {
        let node = self.tree.add(0, "P");
        let inner =
            Set { x: x + PAD, width: width - 2.0 * PAD, place: 0.5, ..self.plain(LARGE, LARGE * 1.2) };
        let words = Set { x: inner.x, width: inner.width, place: 0.5, ..self.small() };
        let (mut strip, mut y) = (Strip::default(), PAD);
        for (set, text, bold) in [(inner, &figure.value, true), (words, &figure.words, false)] {
            for line in set.lines(self.fonts, &Text::of(text, bold)) {
                strip.text(Some(node), set.left(&line), y + baseline(set.size, set.pitch), line);
                y += set.pitch;
            }
        }
        strip.height = y + PAD;
        strip
    }
}
