//! Text into lines: the breaks that make the whole paragraph even, hyphens by the rules of Russian.

mod fit;
mod hyphens;
mod pieces;

use std::rc::Rc;

use super::fonts::{Fonts, Segment};
use super::text::Text;
pub(crate) use pieces::Pieces;

/// How a block of text is set.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Setting {
    /// Type, points.
    pub(crate) size: f32,
    /// Width of lines, points.
    pub(crate) width: f32,
    /// Indent of the first line, points.
    pub(crate) indent: f32,
    /// Both edges straight.
    pub(crate) justify: bool,
    /// May words be broken.
    pub(crate) hyphenate: bool,
}

/// A line ready to be shown.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    /// Words and spaces.
    pub(crate) items: Vec<Item>,
    /// Type, points.
    pub(crate) size: f32,
    /// Width without stretching, points.
    pub(crate) width: f32,
    /// Indent from the left edge of the block, points.
    pub(crate) indent: f32,
    /// Added to each space, points.
    pub(crate) stretch: f32,
}

/// Part of a line.
#[derive(Debug, Clone)]
pub(crate) enum Item {
    /// A word.
    Word(Rc<[Segment]>),
    /// A space of a weight, with its width in thousandths of an em.
    Space(bool, i32),
    /// The number of a footnote, raised and small.
    Call(usize, Rc<[Segment]>),
}

/// Size of the number of a footnote, in the size of its text.
pub(crate) const CALL_SIZE: f32 = 0.64;

impl Item {
    /// Width, thousandths of an em of the line.
    pub(crate) fn width(&self) -> i32 {
        let shaped = |segments: &[Segment]| segments.iter().map(|segment| segment.width).sum::<i32>();
        match self {
            Self::Word(segments) => shaped(segments),
            Self::Space(_, width) => *width,
            Self::Call(_, segments) => (shaped(segments) as f32 * CALL_SIZE) as i32,
        }
    }
}

impl Line {
    /// A line of items as they stand, unstretched.
    pub(crate) fn of(items: Vec<Item>, size: f32) -> Self {
        let width = items.iter().map(Item::width).sum::<i32>() as f32 * size / 1000.0;
        Self { items, size, width, indent: 0.0, stretch: 0.0 }
    }
}

/// Breaks a text into lines.
pub(crate) fn break_lines(fonts: &mut Fonts, text: &Text, setting: Setting) -> Vec<Line> {
    Pieces::new(fonts, text).lines(fonts, text, setting)
}
