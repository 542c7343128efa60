//! Pages into printpdf operations, each mark tagged or declared decoration.

use std::collections::BTreeMap;

use printpdf::{
    Codepoint, Color, DictItem, FontId, Greyscale, LineDashPattern, LinePoint, Op, PaintMode, PdfFontHandle,
    Point, Polygon, PolygonRing, Pt, Rect, Rgb, TextItem, TextMatrix, WindingOrder, XObjectId,
    XObjectTransform,
};

use super::breaking::{Item, Line, Setting, break_lines};
use super::fonts::{Fonts, Segment};
use super::geometry::{MM, Sheet};
use super::pages::{Page, Placed};
use super::strip::Draw;
use super::tags::{Kid, NodeId, Tree};
use super::text::Text;
use super::watermark::watermark;

/// The name of a face in the resources of pages.
pub(crate) fn font_id(face: usize) -> FontId {
    FontId(format!("F{face}"))
}

/// The name of a picture in the resources of pages.
pub(crate) fn picture_id(index: usize) -> XObjectId {
    XObjectId(format!("P{index}"))
}

/// What stands in the margins of a page.
pub(crate) struct Margins<'a> {
    /// Running header: left and right.
    pub(crate) header: &'a (String, String),
    /// A word across the page.
    pub(crate) watermark: Option<&'a str>,
    /// Number of pages.
    pub(crate) total: usize,
}

/// Operations of one page.
pub(crate) fn paint_page(
    fonts: &mut Fonts,
    tree: &mut Tree,
    index: usize,
    page: &Page,
    margins: &Margins<'_>,
) -> Vec<Op> {
    let mut painter =
        Painter { fonts, tree, page: index, sheet: page.sheet, ops: Vec::new(), marks: 0, open: None };
    if let Some(word) = margins.watermark {
        painter.watermark(word);
    }
    painter.header(margins);
    for placed in &page.cmds {
        painter.placed(placed);
    }
    painter.close();
    painter.ops
}

struct Painter<'a> {
    fonts: &'a mut Fonts,
    tree: &'a mut Tree,
    page: usize,
    sheet: Sheet,
    ops: Vec<Op>,
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

/// An artifact of the pagination (ISO 32000-1, 14.8.2.2).
fn pagination(subtype: &str, place: Option<&str>) -> Op {
    let name = |word: &str| DictItem::Name(word.as_bytes().to_vec());
    let mut map = [("Type".to_owned(), name("Pagination"))].into_iter().collect::<BTreeMap<_, _>>();
    if !subtype.is_empty() {
        map.insert("Subtype".to_owned(), name(subtype));
    }
    if let Some(place) = place {
        map.insert("Attached".to_owned(), DictItem::Array(vec![name(place)]));
    }
    Op::BeginMarkedContentWithProperties { tag: "Artifact".to_owned(), properties: DictItem::Dict { map } }
}

/// Two decimals: enough on paper, and short in the file.
fn pt(value: f32) -> Pt {
    Pt((value * 100.0).round() / 100.0)
}

fn rgb([r, g, b]: [f32; 3]) -> Color {
    Color::Rgb(Rgb { r, g, b, icc_profile: None })
}

fn grey(percent: f32) -> Color {
    Color::Greyscale(Greyscale { percent, icc_profile: None })
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
        let begin = match owner {
            Owner::Node(node) => self.tagged(node),
            Owner::Layout => Op::BeginMarkedContent { tag: "Artifact".to_owned() },
            Owner::Repeated => pagination("", None),
            Owner::Header => pagination("Header", Some("Top")),
            Owner::Watermark => pagination("Watermark", None),
        };
        self.ops.push(begin);
        self.open = Some(owner);
    }

    fn tagged(&mut self, node: NodeId) -> Op {
        self.tree.attach(node);
        let mcid = self.marks;
        self.marks += 1;
        let element = &mut self.tree.nodes[node];
        element.kids.push(Kid::Mark { page: self.page, mcid });
        let map = [("MCID".to_owned(), DictItem::Int(mcid as i64))].into();
        Op::BeginMarkedContentWithProperties {
            tag: element.role.to_owned(),
            properties: DictItem::Dict { map },
        }
    }

    fn close(&mut self) {
        if self.open.take().is_some() {
            self.ops.push(Op::EndMarkedContent);
        }
    }

    fn draw(&mut self, draw: &Draw, top: f32) {
        match draw {
            Draw::Text { x, y, line, grey } => {
                let matrix = TextMatrix::Translate(pt(self.sheet.left + x), pt(self.sheet.height - top - y));
                self.text(matrix, line, *grey);
            }
            Draw::Fill { x, y, w, h, rgb: colour } => {
                self.ops.push(Op::SetFillColor { col: rgb(*colour) });
                self.rectangle([*x, top + y, *w, *h], PaintMode::Fill);
            }
            Draw::Frame { x, y, w, h, line, rgb: colour } => {
                self.ops.push(Op::SetOutlineColor { col: rgb(*colour) });
                self.ops.push(Op::SetOutlineThickness { pt: Pt(*line) });
                self.rectangle([*x, top + y, *w, *h], PaintMode::Stroke);
            }
            Draw::Rule { from, to, line, grey: tone } => {
                self.ops.push(Op::SetOutlineColor { col: grey(*tone) });
                self.ops.push(Op::SetOutlineThickness { pt: Pt(*line) });
                self.path(&[*from, *to], top);
            }
            Draw::Path { points, line, rgb: colour, dash } => {
                self.ops.push(Op::SetOutlineColor { col: rgb(*colour) });
                self.ops.push(Op::SetOutlineThickness { pt: Pt(*line) });
                self.dashed(points, top, dash.as_ref());
            }
            Draw::Shape { points, line, fill, rgb: colour } => {
                self.ops.push(Op::SetFillColor { col: rgb(*fill) });
                self.ops.push(Op::SetOutlineColor { col: rgb(*colour) });
                self.ops.push(Op::SetOutlineThickness { pt: Pt(*line) });
                let ring = points.iter().map(|point| self.point(*point, top)).collect();
                self.polygon(vec![ring], PaintMode::FillStroke);
            }
            Draw::Squares { all } => {
                self.ops.push(Op::SetFillColor { col: grey(0.0) });
                let corners = |[x, y, w, h]: [f32; 4]| [[x, y], [x + w, y], [x + w, y + h], [x, y + h]];
                let ring = |square: &[f32; 4]| corners(*square).map(|point| self.point(point, top)).to_vec();
                let rings = all.iter().map(ring).collect();
                self.polygon(rings, PaintMode::Fill);
            }
            Draw::Picture { x, y, w, h, index } => self.picture([*x, top + y, *w, *h], *index),
        }
    }

    fn point(&self, [x, y]: [f32; 2], top: f32) -> LinePoint {
        let Sheet { left, height, .. } = self.sheet;
        LinePoint { p: Point { x: pt(left + x), y: pt(height - top - y) }, bezier: false }
    }

    fn polygon(&mut self, rings: Vec<Vec<LinePoint>>, mode: PaintMode) {
        let rings = rings.into_iter().map(|points| PolygonRing { points }).collect();
        self.ops
            .push(Op::DrawPolygon { polygon: Polygon { rings, mode, winding_order: WindingOrder::NonZero } });
    }

    fn path(&mut self, points: &[[f32; 2]], top: f32) {
        let points = points.iter().map(|point| self.point(*point, top)).collect();
        self.ops.push(Op::DrawLine { line: printpdf::Line { points, is_closed: false } });
    }

    fn dashed(&mut self, points: &[[f32; 2]], top: f32, dash: Option<&[i64; 2]>) {
        let pattern = |dash: &[i64]| {
            let dash: Vec<f32> = dash.iter().map(|part| *part as f32).collect();
            Op::SetLineDashPattern { dash: LineDashPattern::new(0.0, &dash) }
        };
        if let Some(dash) = dash {
            self.ops.push(pattern(dash));
        }
        self.path(points, top);
        if dash.is_some() {
            self.ops.push(pattern(&[]));
        }
    }

    fn picture(&mut self, [x, y, w, h]: [f32; 4], index: usize) {
        let (left, bottom) = (pt(self.sheet.left + x), pt(self.sheet.height - y - h));
        let transform = XObjectTransform {
            translate_x: Some(left),
            translate_y: Some(bottom),
            scale_x: Some(w),
            scale_y: Some(h),
            no_auto_scale: true,
            ..XObjectTransform::default()
        };
        self.ops.push(Op::UseXobject { id: picture_id(index), transform });
    }

    fn rectangle(&mut self, [x, y, w, h]: [f32; 4], mode: PaintMode) {
        let mut rectangle =
            Rect::from_xywh(pt(self.sheet.left + x), pt(self.sheet.height - y - h), pt(w), pt(h));
        rectangle.mode = Some(mode);
        self.ops.push(Op::DrawRectangle { rectangle });
    }

    fn text(&mut self, matrix: TextMatrix, line: &Line, tone: f32) {
        self.ops.push(Op::SetFillColor { col: grey(tone) });
        self.ops.push(Op::StartTextSection);
        self.ops.push(Op::SetTextMatrix { matrix });
        let stretch = (line.stretch * 1000.0 / line.size).round();
        for (face, items) in by_face(self.fonts, line, stretch) {
            let font = PdfFontHandle::External(font_id(face));
            self.ops.push(Op::SetFont { font, size: Pt(line.size) });
            self.ops.push(Op::ShowText { items });
        }
        self.ops.push(Op::EndTextSection);
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

    fn watermark(&mut self, word: &str) {
        self.mark(Owner::Watermark);
        self.ops.push(Op::SetFillColor { col: grey(0.93) });
        self.ops.push(Op::DrawPolygon { polygon: watermark(self.fonts, word, self.sheet) });
    }
}

/// The line as runs of one face; spaces carry the stretch.
fn by_face(fonts: &Fonts, line: &Line, stretch: f32) -> Vec<(usize, Vec<TextItem>)> {
    let mut runs: Vec<(usize, Vec<TextItem>)> = Vec::new();
    for item in &line.items {
        match item {
            Item::Space(bold, _) => {
                let face = Fonts::face(*bold);
                let gid = fonts.faces[face].gid(' ').unwrap_or_default();
                push(&mut runs, face, vec![Codepoint::with_cid(gid, -stretch, " ".to_owned())]);
            }
            Item::Word(segments) | Item::Call(_, segments) => {
                segments.iter().for_each(|s| push(&mut runs, s.face, codepoints(s)))
            }
        }
    }
    runs
}

fn push(runs: &mut Vec<(usize, Vec<TextItem>)>, face: usize, glyphs: Vec<Codepoint>) {
    match runs.last_mut() {
        Some((last, items)) if *last == face => match items.last_mut() {
            Some(TextItem::GlyphIds(all)) => all.extend(glyphs),
            _ => items.push(TextItem::GlyphIds(glyphs)),
        },
        _ => runs.push((face, vec![TextItem::GlyphIds(glyphs)])),
    }
}

fn codepoints(segment: &Segment) -> Vec<Codepoint> {
    let glyphs = segment.glyphs.iter();
    glyphs.map(|glyph| Codepoint::with_cid(glyph.gid, glyph.kern as f32, glyph.text.clone())).collect()
}
