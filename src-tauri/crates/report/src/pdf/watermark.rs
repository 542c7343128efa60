//! A pale word from corner to corner, drawn as shapes so that copied text stays clean; once for all pages of a size.

use std::collections::BTreeMap;

use harfrust::font::glyph::outline::{DrawMemory, DrawOptions, PathElement};
use printpdf::{DictItem, ExternalStream, ExternalXObject, XObject};

use super::content::{Content, Knot};
use super::fonts::Fonts;
use super::geometry::Sheet;

/// Type, points: shorter words are larger.
const SIZES: [f32; 2] = [150.0, 620.0];

/// How pale: nearly the paper.
const GREY: f32 = 0.93;

/// The word as pages of one size show it.
pub(crate) struct Stamp {
    /// The page.
    pub(crate) sheet: Sheet,
    /// Operators.
    content: String,
}

/// The name of a stamp in the resources of pages.
pub(crate) fn stamp_name(index: usize) -> String {
    format!("W{index}")
}

/// A stamp for each kind of sheet; none without a word.
pub(crate) fn stamps(fonts: &mut Fonts, word: Option<&str>, sheets: &[Sheet]) -> Vec<Stamp> {
    let mut stamps: Vec<Stamp> = Vec::new();
    let Some(word) = word else { return stamps };
    for sheet in sheets {
        if stamps.iter().all(|stamp| stamp.sheet != *sheet) {
            let mut content = Content::default();
            content.op(&[GREY], "g");
            content.polygon(&watermark(fonts, word, *sheet), "f");
            stamps.push(Stamp { sheet: *sheet, content: content.said });
        }
    }
    stamps
}

impl Stamp {
    /// As printpdf takes it.
    pub(crate) fn into_xobject(self) -> XObject {
        let name = |word: &str| DictItem::Name(word.as_bytes().to_vec());
        let corners = [0.0, 0.0, self.sheet.width, self.sheet.height];
        let dict = BTreeMap::from([
            ("Type".to_owned(), name("XObject")),
            ("Subtype".to_owned(), name("Form")),
            ("BBox".to_owned(), DictItem::Array(corners.map(DictItem::Real).to_vec())),
        ]);
        let stream = ExternalStream { dict, content: self.content.into_bytes(), compress: true };
        XObject::External(ExternalXObject { stream, width: None, height: None, dpi: None })
    }
}

/// The rings of the word, one filled shape across an A4 page.
fn watermark(fonts: &mut Fonts, word: &str, sheet: Sheet) -> Vec<Vec<Knot>> {
    let segments = fonts.word(word, true);
    let width: i32 = segments.iter().map(|segment| segment.width).sum();
    let size = (SIZES[1] * 1000.0 / width.max(1) as f32).min(SIZES[0]);
    let (sin, cos) = (sheet.height / sheet.width).atan().sin_cos();
    let mut pen = -width as f32 * size / 2000.0;
    let mut rings = Vec::new();
    for segment in segments.iter() {
        let face = &fonts.faces[segment.face];
        for glyph in &segment.glyphs {
            let place = Place { pen, size, sin, cos, sheet };
            rings.extend(place.rings(&outline(face.outline_font(), glyph.gid)));
            pen += (face.advance(glyph.gid) - glyph.kern) as f32 * size / 1000.0;
        }
    }
    rings
}

/// Outline in ems; a glyph that cannot be drawn is left out of the decoration.
fn outline(font: &harfrust::Font, gid: u16) -> Vec<PathElement> {
    let mut path = Vec::new();
    if let Some(glyph) = font.outline_glyphs().get(u32::from(gid).into()) {
        let options = DrawOptions::new().with_ppem(Some(1000.0));
        if glyph.draw(&options, DrawMemory::Scratch, &mut path).is_err() {
            path.clear();
        }
    }
    path
}

/// Where a glyph stands on the slanted line through the middle of the page.
struct Place {
    pen: f32,
    size: f32,
    sin: f32,
    cos: f32,
    sheet: Sheet,
}

impl Place {
    fn point(&self, x: f32, y: f32, handle: bool) -> Knot {
        let along = self.pen + x * self.size / 1000.0;
        // Capitals are about 0.66 em high: half of it brings their middle onto the line.
        let across = (y / 1000.0 - 0.33) * self.size;
        let round = |value: f32| (value * 10.0).round() / 10.0;
        let (x, y) = (along * self.cos - across * self.sin, along * self.sin + across * self.cos);
        let Sheet { width, height, .. } = self.sheet;
        Knot { at: [round(width / 2.0 + x), round(height / 2.0 + y)], handle }
    }

    fn rings(&self, path: &[PathElement]) -> Vec<Vec<Knot>> {
        let mut rings: Vec<Vec<Knot>> = Vec::new();
        let mut at = (0.0, 0.0);
        for element in path {
            let (points, end) = self.element(*element, at);
            at = end;
            match (element, rings.last_mut()) {
                (PathElement::MoveTo { .. }, _) | (_, None) => rings.push(points),
                (_, Some(ring)) => ring.extend(points),
            }
        }
        rings.retain(|ring| ring.len() > 2);
        rings
    }

    /// Points of an element, cubic throughout, and where it ends.
    fn element(&self, element: PathElement, (x0, y0): (f32, f32)) -> (Vec<Knot>, (f32, f32)) {
        match element {
            PathElement::MoveTo { x, y } | PathElement::LineTo { x, y } => {
                (vec![self.point(x, y, false)], (x, y))
            }
            PathElement::QuadTo { cx0, cy0, x, y } => {
                let third = |from: f32, control: f32| from + (control - from) * 2.0 / 3.0;
                let first = self.point(third(x0, cx0), third(y0, cy0), true);
                let second = self.point(third(x, cx0), third(y, cy0), true);
                (vec![first, second, self.point(x, y, false)], (x, y))
            }
            PathElement::CurveTo { cx0, cy0, cx1, cy1, x, y } => (
                vec![self.point(cx0, cy0, true), self.point(cx1, cy1, true), self.point(x, y, false)],
                (x, y),
            ),
            PathElement::Close => (Vec::new(), (x0, y0)),
        }
    }
}
