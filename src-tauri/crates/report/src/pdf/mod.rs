//! A document as PDF/A-3a: own layout, drawn with printpdf, finished with lopdf.

mod breaking;
mod chart;
mod code;
mod content;
mod finish;
mod flow;
pub(crate) mod fonts;
pub(crate) mod geometry;
mod image;
mod pages;
mod paint;
mod signature;
mod strip;
pub(crate) mod table;
mod tags;
pub(crate) mod text;
mod watermark;

use printpdf::{
    Codepoint, FontId, Mm, Op, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Pt, TextItem,
    XObjectId,
};

use crate::ReportError;
use crate::document::Document;
use code::Corner;
use content::{Used, face_name};
use flow::Flow;
use fonts::Fonts;
use geometry::Sheet;
use image::Picture;
use pages::Pages;
use paint::Margins;
use tags::Attribute;
use watermark::Stamp;

/// A finished, unsigned PDF.
#[derive(Debug, Clone, PartialEq)]
pub struct PdfOutput {
    /// The file.
    pub bytes: Vec<u8>,
    /// Number of pages.
    pub pages: usize,
    /// Where the drawn marks of electronic signatures stand, in the order of the signers: page index from 0 and
    /// `[x1, y1, x2, y2]`, points from the lower left corner. Over the n-th lies the empty field `Signature{n}`.
    pub marks: Vec<(usize, [f32; 4])>,
}

/// Draws a document. Same document, same bytes.
///
/// # Errors
/// [`ReportError`] when the program's own fonts are damaged or the writer fails; never because of the text.
pub fn to_pdf(document: &Document) -> Result<PdfOutput, ReportError> {
    let mut fonts = Fonts::load()?;
    let mut flow = flow::lay_out(document, &mut fonts);
    let pages = paged(&mut flow, document.code.as_deref());
    let (mut tree, pictures) = (flow.tree, flow.pictures);
    let sheets: Vec<Sheet> = pages.pages.iter().map(|page| page.sheet).collect();
    let word = document.watermark.as_deref();
    let stamps = watermark::stamps(&mut fonts, word, &sheets);
    let margins =
        Margins { header: &document.header, watermark: word, stamps: &stamps, total: pages.pages.len() };
    let mut used = Used::new();
    let numbered = pages.pages.iter().enumerate();
    let contents: Vec<String> =
        numbered.map(|page| paint::paint_page(&mut fonts, &mut tree, &mut used, page, &margins)).collect();
    let drawn = draw(&fonts, (pictures, stamps), &sheets, &used);
    let bytes = finish::finish(drawn, document, &fonts, &used, &contents, &tree, &pages)?;
    Ok(PdfOutput { bytes, pages: pages.pages.len(), marks: pages.marks })
}

/// How many pages a document takes.
///
/// # Errors
/// [`ReportError`] when the program's own fonts are damaged.
pub(crate) fn page_count(document: &Document) -> Result<usize, ReportError> {
    let mut fonts = Fonts::load()?;
    let mut flow = flow::lay_out(document, &mut fonts);
    Ok(paged(&mut flow, document.code.as_deref()).pages.len())
}

/// Pages with the code on the first one: at its foot, or above the text when the foot would cost a page.
fn paged(flow: &mut Flow<'_>, words: Option<&str>) -> Pages {
    let code = words.and_then(|words| Some((code::encode(words)?, words)));
    let mut pages = pages::paginate(flow, 0.0);
    if let Some((code, words)) = code {
        let reserved = pages::paginate(flow, code::ROOM);
        let corner =
            if pages.pages.len() == 1 && reserved.pages.len() > 1 { Corner::Top } else { Corner::Bottom };
        if corner == Corner::Bottom {
            pages = reserved;
        }
        code::put(&mut pages, &mut flow.tree, &code, words, corner);
    }
    for (node, rect) in &pages.figures {
        flow.tree.set(*node, Attribute::BBox(*rect));
    }
    pages
}

/// Pages, fonts and pictures by printpdf. The content of the pages comes later, as it is: here the first page names
/// the glyphs, for printpdf to write their widths and what they stand for.
fn draw(
    fonts: &Fonts,
    (pictures, stamps): (Vec<Picture>, Vec<Stamp>),
    sheets: &[Sheet],
    used: &Used,
) -> lopdf::Document {
    let mut pdf = PdfDocument::new("");
    let mut named = vec![Op::StartTextSection];
    for (face, glyphs) in used {
        // Own ids: printpdf's come from a counter of the process and would differ from call to call.
        let id = FontId(face_name(*face));
        named.push(Op::SetFont { font: PdfFontHandle::External(id.clone()), size: Pt(1.0) });
        let shown = glyphs.iter().map(|(gid, text)| Codepoint::with_cid(*gid, 0.0, text.clone()));
        named.push(Op::ShowText { items: vec![TextItem::GlyphIds(shown.collect())] });
        pdf.resources.fonts.map.insert(id, PdfFont::new(fonts.faces[*face].described(glyphs)));
    }
    named.push(Op::EndTextSection);
    for (i, picture) in pictures.into_iter().enumerate() {
        pdf.resources.xobjects.map.insert(XObjectId(paint::picture_name(i)), picture.into_xobject());
    }
    for (i, stamp) in stamps.into_iter().enumerate() {
        pdf.resources.xobjects.map.insert(XObjectId(watermark::stamp_name(i)), stamp.into_xobject());
    }
    let page = |sheet: &Sheet| {
        let ops = std::mem::take(&mut named);
        PdfPage::new(Mm(sheet.width / geometry::MM), Mm(sheet.height / geometry::MM), ops)
    };
    pdf.pages = sheets.iter().map(page).collect();
    pdf.to_lopdf_document(&PdfSaveOptions { optimize: false, ..PdfSaveOptions::default() }, &mut Vec::new())
}
