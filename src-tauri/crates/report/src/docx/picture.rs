//! Pictures: bytes into the package, a drawing in the text.

use crate::document::Image;

use super::section::Sheet;
use super::xml::Xml;

/// English metric units in a twentieth of a point.
const EMU: f64 = 635.0;
/// A picture takes no more of the height of a sheet, twentieths of a point: 120 mm.
const HIGHEST: f64 = 120.0 * 1440.0 / 25.4;

/// A picture of the package.
#[derive(Debug)]
pub(super) struct Picture<'a> {
    /// Its bytes.
    pub(super) bytes: &'a [u8],
    /// «jpeg» or «png»: the end of its name and of its type.
    pub(super) kind: &'static str,
    /// Width and height, pixels.
    pixels: (f64, f64),
}

impl<'a> Picture<'a> {
    /// Reads what Word will have to show; none when it is neither JPEG nor PNG.
    pub(super) fn read(image: &'a Image) -> Option<Self> {
        let kind = match image.bytes.as_slice() {
            [0xff, 0xd8, ..] => "jpeg",
            [0x89, b'P', b'N', b'G', ..] => "png",
            _ => return None,
        };
        let read = rust_xlsxwriter::Image::new_from_buffer(&image.bytes).ok()?;
        let pixels = (read.width(), read.height());
        (pixels.0 >= 1.0 && pixels.1 >= 1.0).then_some(Self { bytes: &image.bytes, kind, pixels })
    }

    /// Name in the package.
    pub(super) fn name(&self, number: usize) -> String {
        format!("image{number}.{}", self.kind)
    }

    /// The drawing, as wide as the text allows and never larger than at 96 dots an inch.
    pub(super) fn draw(&self, xml: &mut Xml, number: usize, alt: &str, sheet: Sheet) {
        let (width, height) = (self.pixels.0 * 15.0, self.pixels.1 * 15.0);
        let scale = (f64::from(sheet.text_width()) / width).min(HIGHEST / height).min(1.0);
        let units = |side: f64| ((side * scale * EMU).round() as i64).to_string();
        let (cx, cy, id) = (units(width), units(height), number.to_string());
        let size = [("cx", cx.as_str()), ("cy", cy.as_str())];
        let named = [("id", id.as_str()), ("name", &format!("Рисунок {number}")), ("descr", alt)];
        let edges = [("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")];
        let nested = ["w:r", "w:drawing"];
        xml.nested(&nested, |xml| {
            xml.element("wp:inline", &edges, |xml| {
                xml.empty("wp:extent", &size);
                xml.empty("wp:docPr", &named);
                xml.element("a:graphic", &[], |xml| {
                    let uri = "http://schemas.openxmlformats.org/drawingml/2006/picture";
                    xml.element("a:graphicData", &[("uri", uri)], |xml| picture(xml, number, &named, &size));
                });
            });
        });
    }
}

fn picture(xml: &mut Xml, number: usize, named: &[(&str, &str)], size: &[(&str, &str)]) {
    xml.element("pic:pic", &[], |xml| {
        xml.element("pic:nvPicPr", &[], |xml| {
            xml.empty("pic:cNvPr", named);
            xml.empty("pic:cNvPicPr", &[]);
        });
        xml.element("pic:blipFill", &[], |xml| {
            xml.empty("a:blip", &[("r:embed", &format!("rIdImage{number}"))]);
            xml.nested(&["a:stretch"], |xml| xml.empty("a:fillRect", &[]));
        });
        xml.element("pic:spPr", &[], |xml| {
            xml.element("a:xfrm", &[], |xml| {
                xml.empty("a:off", &[("x", "0"), ("y", "0")]);
                xml.empty("a:ext", size);
            });
            xml.element("a:prstGeom", &[("prst", "rect")], |xml| xml.empty("a:avLst", &[]));
        });
    });
}
