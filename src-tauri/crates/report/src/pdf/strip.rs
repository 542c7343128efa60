//! The unit of paging: a band across the page that is never cut.

use std::rc::Rc;

use super::breaking::Line;
use super::geometry::Sheet;
use super::tags::NodeId;

/// A band of the page with what is drawn in it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Strip {
    /// Space above, lost at the top of a page.
    pub(crate) before: f32,
    /// Height, points.
    pub(crate) height: f32,
    /// What is drawn, from the back to the front.
    pub(crate) cmds: Vec<Cmd>,
    /// Must stand on one page with the next strip.
    pub(crate) keep: bool,
    /// The table it is a row of.
    pub(crate) table: Option<usize>,
    /// Begins a new page.
    pub(crate) page_break: bool,
    /// The sheet it was laid out for.
    pub(crate) sheet: Sheet,
    /// Stands in the bookmarks at this level.
    pub(crate) bookmark: Option<(u8, String)>,
    /// The figure it is a part of, with its left edge and width.
    pub(crate) figure: Option<(NodeId, [f32; 2])>,
    /// Figures side by side in it: left edge and width, upper and lower edge.
    pub(crate) figures: Vec<(NodeId, [f32; 2], [f32; 2])>,
    /// Footnotes that it calls for.
    pub(crate) notes: Vec<usize>,
    /// Where the mark of the signature stands in it: x, y, width, height from the top left.
    pub(crate) mark: Option<[f32; 4]>,
}

/// Something drawn, with the element it belongs to; none is decoration.
#[derive(Debug, Clone)]
pub(crate) struct Cmd {
    /// Structure element.
    pub(crate) node: Option<NodeId>,
    /// What.
    pub(crate) draw: Draw,
}

/// What is drawn; x from the left edge of the text, y from the top of the strip, downwards.
#[derive(Debug, Clone)]
pub(crate) enum Draw {
    /// A line of text, y is the baseline.
    Text { x: f32, y: f32, line: Rc<Line>, grey: f32 },
    /// A filled rectangle.
    Fill { x: f32, y: f32, w: f32, h: f32, rgb: [f32; 3] },
    /// An outlined rectangle.
    Frame { x: f32, y: f32, w: f32, h: f32, line: f32, rgb: [f32; 3] },
    /// A straight line.
    Rule { from: [f32; 2], to: [f32; 2], line: f32, grey: f32 },
    /// A line through points, with its dash and gap.
    Path { points: Vec<[f32; 2]>, line: f32, rgb: [f32; 3], dash: Option<[i64; 2]> },
    /// A filled shape inside an outline.
    Shape { points: Vec<[f32; 2]>, line: f32, fill: [f32; 3], rgb: [f32; 3] },
    /// Filled squares, one shape: x, y, width, height of each.
    Squares { all: Vec<[f32; 4]> },
    /// A picture by its number.
    Picture { x: f32, y: f32, w: f32, h: f32, index: usize },
}

impl Draw {
    /// The same at another place.
    fn moved(self, [right, down]: [f32; 2]) -> Self {
        let at = |[x, y]: [f32; 2]| [x + right, y + down];
        let all = |points: Vec<[f32; 2]>| points.into_iter().map(at).collect();
        match self {
            Self::Text { x, y, line, grey } => Self::Text { x: x + right, y: y + down, line, grey },
            Self::Fill { x, y, w, h, rgb } => Self::Fill { x: x + right, y: y + down, w, h, rgb },
            Self::Frame { x, y, w, h, line, rgb } => {
                Self::Frame { x: x + right, y: y + down, w, h, line, rgb }
            }
            Self::Rule { from, to, line, grey } => Self::Rule { from: at(from), to: at(to), line, grey },
            Self::Path { points, line, rgb, dash } => Self::Path { points: all(points), line, rgb, dash },
            Self::Shape { points, line, fill, rgb } => Self::Shape { points: all(points), line, fill, rgb },
            Self::Squares { all } => Self::Squares {
                all: all.into_iter().map(|[x, y, w, h]| [x + right, y + down, w, h]).collect(),
            },
            Self::Picture { x, y, w, h, index } => Self::Picture { x: x + right, y: y + down, w, h, index },
        }
    }
}

impl Strip {
    /// Empty band of a height.
    pub(crate) fn of(height: f32) -> Self {
        Self { height, ..Self::default() }
    }

    /// Adds a line of text.
    pub(crate) fn text(&mut self, node: Option<NodeId>, x: f32, y: f32, line: Line) {
        self.cmds.push(Cmd { node, draw: Draw::Text { x, y, line: Rc::new(line), grey: 0.0 } });
    }

    /// Adds something drawn of an element.
    pub(crate) fn paint(&mut self, node: NodeId, draw: Draw) {
        self.cmds.push(Cmd { node: Some(node), draw });
    }

    /// Takes strips in, one under another, moved to the right.
    pub(crate) fn take(&mut self, strips: &[Strip], right: f32) {
        let mut y = 0.0;
        for (i, strip) in strips.iter().enumerate() {
            y += if i == 0 { 0.0 } else { strip.before };
            let moved = strip.cmds.iter().cloned();
            self.cmds.extend(moved.map(|cmd| Cmd { draw: cmd.draw.moved([right, y]), ..cmd }));
            let figure = strip.figure.map(|(node, [x, w])| (node, [right + x, w], [y, y + strip.height]));
            self.figures.extend(figure);
            self.notes.extend(&strip.notes);
            y += strip.height;
        }
        self.height = self.height.max(y);
    }

    /// Adds decoration.
    pub(crate) fn decorate(&mut self, draw: Draw) {
        self.cmds.push(Cmd { node: None, draw });
    }
}

/// Baseline of a line of type in a band of a pitch (Liberation Serif: ascent 0.891, descent 0.216).
pub(crate) fn baseline(size: f32, pitch: f32) -> f32 {
    (pitch - 1.107 * size) / 2.0 + 0.891 * size
}
