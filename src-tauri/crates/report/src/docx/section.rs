//! Sheets: size, turn, margins, running headers.

use crate::document::Orientation;

use super::xml::Xml;

/// Twentieths of a point in a millimetre.
const TWIPS: f32 = 1440.0 / 25.4;

/// A sheet: how it is turned and its margin at the edge of filing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sheet {
    /// Turn.
    pub(super) orientation: Orientation,
    /// Margin at the edge of filing, millimetres: the left one, of a turned sheet the upper one.
    pub(super) filing: u8,
}

impl Sheet {
    /// Width of the text, twentieths of a point.
    pub(super) fn text_width(self) -> f32 {
        match self.orientation {
            Orientation::Portrait => (200.0 - f32::from(self.filing)) * TWIPS,
            Orientation::Landscape => 267.0 * TWIPS,
        }
    }
}

/// Ends the sheets so far in the middle of the text.
pub(super) fn end(xml: &mut Xml, sheet: Sheet, first: bool) {
    xml.paragraph("AfterTable", |xml| properties(xml, sheet, first), |_| {});
}

/// The sheets at the end of the text.
pub(super) fn last(xml: &mut Xml, sheet: Sheet, first: bool) {
    properties(xml, sheet, first);
}

/// Margins as in the PDF. Only the very first page has no number.
fn properties(xml: &mut Xml, sheet: Sheet, first: bool) {
    let twips = |mm: f32| ((mm * TWIPS).round() as i64).to_string();
    let turned = sheet.orientation == Orientation::Landscape;
    let filing = f32::from(sheet.filing);
    let (width, height) = if turned { (297.0, 210.0) } else { (210.0, 297.0) };
    let (left, top) = if turned { (20.0, filing) } else { (filing, 20.0) };
    let header = if turned { "rIdHeaderWide" } else { "rIdHeader" };
    xml.element("w:sectPr", &[], |xml| {
        xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", header)]);
        xml.empty("w:headerReference", &[("w:type", "first"), ("r:id", "rIdHeaderFirst")]);
        let (w, h) = (twips(width), twips(height));
        let mut size = vec![("w:w", w.as_str()), ("w:h", h.as_str())];
        size.extend(turned.then_some(("w:orient", "landscape")));
        xml.empty("w:pgSz", &size);
        let margins = [("w:top", top), ("w:right", 10.0), ("w:bottom", 20.0), ("w:left", left)];
        let edges = [("w:header", top - 10.0), ("w:footer", 10.0), ("w:gutter", 0.0)];
        let said: Vec<(&str, String)> =
            margins.into_iter().chain(edges).map(|(key, mm)| (key, twips(mm))).collect();
        xml.empty("w:pgMar", &said.iter().map(|(key, value)| (*key, value.as_str())).collect::<Vec<_>>());
        if first {
            xml.empty("w:titlePg", &[]);
        }
    });
}
