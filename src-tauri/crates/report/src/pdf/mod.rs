//! A document as PDF/A-3a: own layout, drawn with printpdf, finished with lopdf.

mod breaking;
mod chart;
mod finish;
mod flow;
mod fonts;
mod geometry;
mod pages;
mod paint;
mod signature;
mod strip;
mod table;
mod tags;
mod text;
mod watermark;

use printpdf::{Mm, Op, PdfDocument, PdfFont, PdfPage, PdfSaveOptions};

use crate::document::Document;
use fonts::Fonts;
use paint::Margins;

/// Why a PDF was not made.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// A compiled-in font does not parse: the program itself is damaged.
    #[error("Не читается шрифт программы. Данные целы; переустановите программу.")]
    Font,
    /// A font could not be cut down to the glyphs used.
    #[error("Не удалось встроить шрифт в документ: {0}. Данные целы; сообщите разработчику.")]
    Subset(String),
    /// The file could not be put together.
    #[error("Не удалось собрать файл PDF: {0}. Данные целы; сообщите разработчику.")]
    Write(String),
}

/// A finished, unsigned PDF.
#[derive(Debug, Clone, PartialEq)]
pub struct PdfOutput {
    /// The file.
    pub bytes: Vec<u8>,
    /// Number of pages.
    pub pages: usize,
    /// Where the drawn mark of the signature stands, for the widget over it:
    /// page index from 0 and `[x1, y1, x2, y2]`, points from the lower left corner.
    pub mark_rect: Option<(usize, [f32; 4])>,
}

/// Draws a document. Same document, same bytes.
///
/// # Errors
/// [`ReportError`] when the program's own fonts are damaged or the writer fails; never because of the text.
pub fn to_pdf(document: &Document) -> Result<PdfOutput, ReportError> {
    let mut fonts = Fonts::load()?;
    let mut flow = flow::lay_out(document, &mut fonts);
    let pages = pages::paginate(&mut flow);
    let mut tree = flow.tree;
    let margins = Margins {
        header: &document.header,
        watermark: document.watermark.as_deref(),
        total: pages.pages.len(),
    };
    let ops: Vec<Vec<Op>> = pages
        .pages
        .iter()
        .enumerate()
        .map(|(i, page)| paint::paint_page(&mut fonts, &mut tree, i, page, &margins))
        .collect();
    let used = finish::fonts::used_glyphs(&ops);
    let drawn = draw(&fonts, ops);
    let bytes = finish::finish(drawn, document, &fonts, &used, &tree, &pages.bookmarks)?;
    Ok(PdfOutput { bytes, pages: pages.pages.len(), mark_rect: pages.mark })
}

/// Hands the operations to printpdf.
fn draw(fonts: &Fonts, pages: Vec<Vec<Op>>) -> lopdf::Document {
    let mut pdf = PdfDocument::new("");
    for (i, face) in fonts.faces.iter().enumerate() {
        // Own ids: printpdf's come from a counter of the process and would differ from call to call.
        pdf.resources.fonts.map.insert(paint::font_id(i), PdfFont::new(face.parsed.clone()));
    }
    pdf.pages = pages.into_iter().map(|ops| PdfPage::new(Mm(210.0), Mm(297.0), ops)).collect();
    pdf.to_lopdf_document(&PdfSaveOptions { optimize: false, ..PdfSaveOptions::default() }, &mut Vec::new())
}
