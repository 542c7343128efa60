//! Rows as strips: whole, or cut between lines where a row is taller than a page.

use std::rc::Rc;

use super::PAD_X;
use super::measure::{Lines, Texts};
use crate::document::Kind;
use crate::pdf::breaking::Line;
use crate::pdf::flow::{Flow, Set};
use crate::pdf::strip::{Cmd, Draw, Strip, baseline};
use crate::pdf::tags::NodeId;

/// Space above and below the text of a cell.
const PAD_Y: f32 = 2.5;
/// Weight of the rules.
const RULE: f32 = 0.5;
/// Background of the header and of group rows.
const SHADE: [f32; 3] = [0.925, 0.93, 0.94];

/// Where the lines of a cell stand.
#[derive(Debug, Clone, Copy)]
pub(super) enum Align {
    Left,
    Center,
    Right,
}

impl Align {
    /// Numbers stand at the right; words among them stay words.
    pub(super) fn of(kind: Kind, text: &str) -> Self {
        let number = text.chars().next().is_some_and(|c| {
            c.is_ascii_digit() || matches!(c, '-' | '−' | '+' | '–' | '—' | '<' | '>' | '≥' | '≤')
        });
        match kind {
            Kind::Number if number => Self::Right,
            Kind::Number | Kind::Text | Kind::Date => Self::Left,
        }
    }
}

/// A cell laid out.
pub(super) struct Cell {
    node: NodeId,
    x: f32,
    width: f32,
    align: Align,
    lines: Lines,
}

/// Makes the cells of one table.
pub(super) struct Maker<'f, 'b, 'a> {
    /// The flow.
    pub(super) flow: &'f mut Flow<'b>,
    /// Its texts.
    pub(super) texts: Texts<'a>,
    /// Edges of its columns.
    pub(super) edges: Vec<f32>,
    /// Its type, points.
    pub(super) size: f32,
}

impl<'a> Maker<'_, '_, 'a> {
    /// A cell over columns from one edge to another.
    pub(super) fn cell(
        &mut self,
        node: NodeId,
        text: &'a str,
        bold: bool,
        span: (usize, usize),
        align: Align,
    ) -> Cell {
        let (x, right) = (self.edges[span.0], self.edges[span.1]);
        let set = Set { width: right - x - 2.0 * PAD_X, size: self.size, ..self.flow.small() };
        let lines = match text {
            "" => Rc::from([]),
            text => self.texts.lines(self.flow.fonts, text, bold, set.setting()),
        };
        Cell { node, x, width: right - x, align, lines }
    }
}

/// A row in the making.
pub(super) struct Cells {
    cells: Vec<Cell>,
    size: f32,
    /// Lines of the highest cell.
    count: usize,
}

impl Cells {
    /// A row of cells.
    pub(super) fn of(cells: Vec<Cell>, size: f32) -> Self {
        let count = cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(0).max(1);
        Self { cells, size, count }
    }

    fn pitch(&self) -> f32 {
        self.size * 1.18
    }

    fn width(&self) -> f32 {
        self.cells.last().map_or(0.0, |cell| cell.x + cell.width)
    }

    /// One strip, or one for each line when the row is taller than a page.
    pub(super) fn strips(&self, shade: bool, room: f32) -> Vec<Strip> {
        if self.count as f32 * self.pitch() + 2.0 * PAD_Y <= room {
            return vec![self.whole(shade)];
        }
        let last = self.count - 1;
        let mut strips: Vec<Strip> =
            (0..self.count).map(|i| self.band((i, i + 1), (i == 0, i == last), shade)).collect();
        for i in [0, last.saturating_sub(1)] {
            strips[i].keep = last > 0;
        }
        strips
    }

    /// The row in one piece.
    pub(super) fn whole(&self, shade: bool) -> Strip {
        self.band((0, self.count), (true, true), shade)
    }

    /// Some lines of all cells, with the rules around them.
    fn band(&self, (from, to): (usize, usize), (top, bottom): (bool, bool), shade: bool) -> Strip {
        let above = if top { PAD_Y } else { 0.0 };
        let height = above + (to - from) as f32 * self.pitch() + if bottom { PAD_Y } else { 0.0 };
        let mut strip = Strip::of(height);
        if shade {
            strip.decorate(Draw::Fill { x: 0.0, y: 0.0, w: self.width(), h: height, rgb: SHADE });
        }
        self.rules(&mut strip, top, bottom);
        for cell in &self.cells {
            for (i, line) in cell.lines.iter().enumerate().take(to).skip(from) {
                let y = above + (i - from) as f32 * self.pitch() + baseline(self.size, self.pitch());
                let draw = Draw::Text { x: cell.left(line), y, line: Rc::clone(line), grey: 0.0 };
                strip.cmds.push(Cmd { node: Some(cell.node), draw });
            }
        }
        strip
    }

    fn rules(&self, strip: &mut Strip, top: bool, bottom: bool) {
        let (width, height) = (self.width(), strip.height);
        let mut rule = |from, to| strip.decorate(Draw::Rule { from, to, line: RULE, grey: 0.35 });
        if top {
            rule([0.0, 0.0], [width, 0.0]);
        }
        if bottom {
            rule([0.0, height], [width, height]);
        }
        for cell in &self.cells {
            rule([cell.x, 0.0], [cell.x, height]);
        }
        rule([width, 0.0], [width, height]);
    }
}

impl Cell {
    fn left(&self, line: &Line) -> f32 {
        let slack = self.width - 2.0 * PAD_X - line.width;
        let shift = match self.align {
            Align::Left => 0.0,
            Align::Center => slack / 2.0,
            Align::Right => slack,
        };
        self.x + PAD_X + shift
    }
}
