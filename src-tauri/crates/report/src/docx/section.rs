//! Sheets: size, turn, margins, running headers.

use crate::document::Orientation;

use super::xml::Xml;

/// Twentieths of a point in a millimetre.
const TWIPS: f32 = 1440.0 / 25.4;

/// Width of the text, twentieths of a point.
pub(super) fn text_width(orientation: Orientation) -> f32 {
    match orientation {
        Orientation::Portrait => 170.0 * TWIPS,
        Orientation::Landscape => 267.0 * TWIPS,
    }
}

/// Ends the sheets so far in the middle of the text.
pub(super) fn end(xml: &mut Xml, orientation: Orientation, first: bool) {
    xml.paragraph("AfterTable", |xml| properties(xml, orientation, first), |_| {});
}

/// The sheets at the end of the text.
pub(super) fn last(xml: &mut Xml, orientation: Orientation, first: bool) {
    properties(xml, orientation, first);
}

/// Margins as in the PDF: 30 mm at the edge of filing. Only the very first page has no number.
fn properties(xml: &mut Xml, orientation: Orientation, first: bool) {
    let twips = |mm: f32| ((mm * TWIPS).round() as i64).to_string();
    let turned = orientation == Orientation::Landscape;
    let (width, height) = if turned { (297.0, 210.0) } else { (210.0, 297.0) };
    let (left, top) = if turned { (20.0, 30.0) } else { (30.0, 20.0) };
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
