//! Pages into content, each mark tagged or declared decoration.

use super::breaking::{Item, Line, Setting, break_lines};
use super::content::{Content, Knot, Used};
use super::fonts::{Fonts, Glyph};
use super::geometry::{MM, Sheet};
use super::pages::{Page, Placed};
use super::strip::Draw;
use super::tags::{Kid, NodeId, Tree};
use super::text::Text;
use super::watermark::{Stamp, stamp_name};

/// The name of a picture in the resources of pages.
pub(crate) fn picture_name(index: usize) -> String {
    format!("P{index}")
}

/// What stands in the margins of a page.
pub(crate) struct Margins<'a> {
    /// Running header: left and right.
    pub(crate) header: &'a (String, String),
    /// A word across the page.
    pub(crate) watermark: Option<&'a str>,
    /// That word as drawn on each size of page.
    pub(crate) stamps: &'a [Stamp],
    /// Number of pages.
    pub(crate) total: usize,
}

/// Content of one page; `used` gathers the glyphs of all.
pub(crate) fn paint_page(
    fonts: &mut Fonts,
    tree: &mut Tree,
    used: &mut Used,
    (index, page): (usize, &Page),
    margins: &Margins<'_>,
) -> String {
    let content = Content::new(std::mem::take(used));
    let mut painter = Painter { fonts, tree, page: index, sheet: page.sheet, content, marks: 0, open: None };
    if let Some(index) = margins.stamps.iter().position(|stamp| stamp.sheet == page.sheet) {
        painter.stamp(index);
    }
    painter.header(margins);
    for placed in &page.cmds {
        painter.placed(placed);
    }
    painter.close();
    let (said, all) = painter.content.into_parts();
    *used = all;
    said
}

struct Painter<'a> {
    fonts: &'a mut Fonts,
    tree: &'a mut Tree,
    page: usize,
    sheet: Sheet,
    content: Content,
    /// Marked content sequences on this page so far.
    marks: usize,
    /// What the open sequence belongs to.
    open: Option<Owner>,
}

/// What a marked content sequence belongs to: an element, or nothing that is read aloud.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Owner {
    /// An element.
    Node(NodeId),
    /// Rules and shades.
    Layout,
    /// Words that the page repeats: the header of a table that goes on.
    Repeated,
    /// The running header with the number of the page.
    Header,
    /// The word across the page.
    Watermark,
}

/// Two decimals: enough on paper, and short in the file.
fn pt(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}

impl Painter<'_> {
    fn placed(&mut self, placed: &Placed) {
        let owner = match (placed.cmd.node, &placed.cmd.draw) {
            (Some(node), _) => Owner::Node(node),
            (None, Draw::Text { .. }) => Owner::Repeated,
            (None, _) => Owner::Layout,
        };
        self.mark(owner);
        self.draw(&placed.cmd.draw, placed.top);
    }

    /// Opens a marked content sequence of the owner unless it is open already.
    fn mark(&mut self, owner: Owner) {
        if self.open == Some(owner) {
            return;
        }
        self.close();
        // The others are artifacts of the pagination (ISO 32000-1, 14.8.2.2).
        match owner {
            Owner::Node(node) => self.tagged(node),
            Owner::Layout => self.content.line("/Artifact BMC"),
            Owner::Repeated => self.content.line("/Artifact <</Type/Pagination>> BDC"),
            Owner::Header => {
                self.content.line("/Artifact <</Attached[/Top]/Subtype/Header/Type/Pagination>> BDC");
            }
            Owner::Watermark => self.content.line("/Artifact <</Subtype/Watermark/Type/Pagination>> BDC"),
        }
        self.open = Some(owner);
    }

    fn tagged(&mut self, node: NodeId) {
        self.tree.attach(node);
        let mcid = self.marks;
        self.marks += 1;
        let element = &mut self.tree.nodes[node];
        element.kids.push(Kid::Mark { page: self.page, mcid });
        self.content.begin_marked(element.role, mcid);
    }

    fn close(&mut self) {
        if self.open.take().is_some() {
            self.content.line("EMC");
        }
    }

    fn draw(&mut self, draw: &Draw, top: f32) {
        match draw {
            Draw::Text { x, y, line, grey } => {
                let place = [pt(self.sheet.left + x), pt(self.sheet.height - top - y)];
                self.text(place, line, *grey);
            }
            Draw::Fill { x, y, w, h, rgb } => {
                self.content.op(rgb, "rg");
                self.rectangle([*x, top + y, *w, *h], "f");
            }
            Draw::Frame { x, y, w, h, line, rgb } => {
                self.pen(rgb, "RG", *line);
                self.rectangle([*x, top + y, *w, *h], "S");
            }
            Draw::Rule { from, to, line, grey } => {
                self.pen(&[*grey], "G", *line);
                self.path(&[*from, *to], top);
            }
            Draw::Path { points, line, rgb, dash } => {
                self.pen(rgb, "RG", *line);
                self.dashed(points, top, dash.as_ref());
            }
            Draw::Shape { points, line, fill, rgb } => {
                self.content.op(fill, "rg");
                self.pen(rgb, "RG", *line);
                let ring = points.iter().map(|point| self.knot(*point, top)).collect();
                self.content.polygon(&[ring], "b");
            }
            Draw::Squares { all } => {
                self.content.op(&[0.0], "g");
                let corners = |[x, y, w, h]: [f32; 4]| [[x, y], [x + w, y], [x + w, y + h], [x, y + h]];
                let ring = |square: &[f32; 4]| corners(*square).map(|point| self.knot(point, top)).to_vec();
                let rings: Vec<_> = all.iter().map(ring).collect();
                self.content.polygon(&rings, "f");
            }
            Draw::Picture { x, y, w, h, index } => self.picture([*x, top + y, *w, *h], *index),
        }
    }

    /// Colour and width of lines.
    fn pen(&mut self, colour: &[f32], operator: &str, width: f32) {
        self.content.op(colour, operator);
        self.content.op(&[width], "w");
    }

    fn point(&self, [x, y]: [f32; 2], top: f32) -> [f32; 2] {
        let Sheet { left, height, .. } = self.sheet;
        [pt(left + x), pt(height - top - y)]
    }

    fn knot(&self, point: [f32; 2], top: f32) -> Knot {
        Knot { at: self.point(point, top), handle: false }
    }

    fn path(&mut self, points: &[[f32; 2]], top: f32) {
        for (i, point) in points.iter().enumerate() {
            self.content.op(&self.point(*point, top), if i == 0 { "m" } else { "l" });
        }
        self.content.line("S");
    }

    fn dashed(&mut self, points: &[[f32; 2]], top: f32, dash: Option<&[i64; 2]>) {
        if let Some([dash, gap]) = dash {
            self.content.line(&format!("[{dash} {gap}] 0 d"));
        }
        self.path(points, top);
        if dash.is_some() {
            self.content.line("[] 0 d");
        }
    }

    fn picture(&mut self, [x, y, w, h]: [f32; 4], index: usize) {
        let [left, bottom] = self.point([x, y + h], 0.0);
        self.content.line("q");
        self.content.op(&[w, 0.0, 0.0, h, left, bottom], "cm");
        self.content.line(&format!("/{} Do", picture_name(index)));
        self.content.line("Q");
    }

    fn rectangle(&mut self, [x, y, w, h]: [f32; 4], paint: &str) {
        let (left, bottom) = (pt(self.sheet.left + x), pt(self.sheet.height - y - h));
        self.content.op(&[left, bottom, pt(w), pt(h)], "re");
        self.content.line(paint);
    }

    /// A line of text; spaces carry the stretch.
    fn text(&mut self, place: [f32; 2], line: &Line, tone: f32) {
        self.content.op(&[tone], "g");
        self.content.begin_text(place);
        let stretch = (line.stretch * 1000.0 / line.size).round() as i32;
        for item in &line.items {
            match item {
                Item::Space(bold, _) => {
                    let face = Fonts::face(*bold);
                    let space = Glyph { kern: -stretch, ..self.fonts.blank(*bold) };
                    self.content.glyph(face, line.size, &space);
                }
                Item::Word(segments) | Item::Call(_, segments) => {
                    for segment in segments.iter() {
                        let glyphs = segment.glyphs.iter();
                        glyphs.for_each(|glyph| self.content.glyph(segment.face, line.size, glyph));
                    }
                }
            }
        }
        self.content.end_text();
    }

    /// Running header; a draft or a demonstration says so on the first page too.
    fn header(&mut self, margins: &Margins<'_>) {
        let number = format!("стр. {} из {}", self.page + 1, margins.total);
        let (left, right) = margins.header;
        let rows = match (self.page, margins.watermark) {
            (0, None) => Vec::new(),
            (0, Some(word)) => vec![(word.to_owned(), 0.5)],
            (_, None) => vec![(left.clone(), 0.0), (number, 0.5), (right.clone(), 1.0)],
            (_, Some(word)) => {
                vec![(left.clone(), 0.0), (format!("{number} · {word}"), 0.5), (right.clone(), 1.0)]
            }
        };
        for (text, place) in rows {
            self.header_text(&text, place);
        }
    }

    fn header_text(&mut self, text: &str, place: f32) {
        let size = if place == 0.5 { 10.0 } else { 8.0 };
        let width = self.sheet.text * if place == 0.5 { 1.0 } else { 0.38 };
        let setting = Setting { size, width, indent: 0.0, justify: false, hyphenate: false };
        let Some(line) = break_lines(self.fonts, &Text::of(text, false), setting).into_iter().next() else {
            return;
        };
        let x = (self.sheet.text - line.width) * place;
        let draw = Draw::Text { x, y: 0.0, line: line.into(), grey: if place == 0.5 { 0.0 } else { 0.35 } };
        self.mark(Owner::Header);
        self.draw(&draw, self.sheet.top - 8.0 * MM);
    }

    fn stamp(&mut self, index: usize) {
        self.mark(Owner::Watermark);
        self.content.line(&format!("/{} Do", stamp_name(index)));
    }
}
