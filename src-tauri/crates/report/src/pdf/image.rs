//! Photographs: upright, opaque, no finer than paper shows, with a caption and words for those who do not see them.

use std::collections::BTreeMap;
use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{ColorType, DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use printpdf::{DictItem, ExternalStream, ExternalXObject, XObject};

use super::flow::{Flow, Set};
use super::strip::{Draw, Strip};
use super::text::Text;
use crate::document::{Image, ParagraphStyle, Run};

/// Pixels on an inch of paper.
const DPI: f32 = 200.0;
/// Share of the page's height that a picture may take.
const HIGHEST: f32 = 0.64;
/// Points of a pixel of a small picture: it is not blown up beyond 96 on an inch.
const PIXEL: f32 = 0.75;
/// Quality of photographs, percent.
const QUALITY: u8 = 82;
/// A picture wider or higher is not opened: it would not fit in the memory of a laptop.
const LARGEST: u32 = 20_000;
/// Memory for opening a picture.
const MEMORY: u64 = 512 * 1024 * 1024;

/// A picture as the file will carry it.
#[derive(Debug, Clone)]
pub(crate) struct Picture {
    /// Pixels across.
    pub(crate) width: u32,
    /// Pixels down.
    pub(crate) height: u32,
    /// No colours.
    pub(crate) grey: bool,
    /// JPEG, otherwise plain samples.
    pub(crate) jpeg: bool,
    /// Its data.
    pub(crate) data: Vec<u8>,
}

impl Picture {
    /// As printpdf takes it.
    pub(crate) fn into_xobject(self) -> XObject {
        let name = |word: &str| DictItem::Name(word.as_bytes().to_vec());
        let mut dict = BTreeMap::from([
            ("Type".to_owned(), name("XObject")),
            ("Subtype".to_owned(), name("Image")),
            ("Width".to_owned(), DictItem::Int(self.width.into())),
            ("Height".to_owned(), DictItem::Int(self.height.into())),
            ("BitsPerComponent".to_owned(), DictItem::Int(8)),
            ("ColorSpace".to_owned(), name(if self.grey { "DeviceGray" } else { "DeviceRGB" })),
        ]);
        if self.jpeg {
            dict.insert("Filter".to_owned(), name("DCTDecode"));
        }
        let stream = ExternalStream { dict, content: self.data, compress: !self.jpeg };
        XObject::External(ExternalXObject { stream, width: None, height: None, dpi: None })
    }
}

/// Lays a picture out; one that cannot be read leaves a sentence.
pub(crate) fn lay_image(flow: &mut Flow<'_>, image: &Image) {
    let Some((decoded, format)) = open(&image.bytes) else {
        let said = if image.alt.is_empty() { image.caption.as_str() } else { &image.alt };
        let words = format!("Изображение «{}» не читается.", said.trim().trim_end_matches('.'));
        return flow.paragraph(&[Run::plain(words)], ParagraphStyle::Note);
    };
    let (w, h) = frame(&decoded, flow);
    let index = flow.pictures.len();
    flow.pictures.push(pack(decoded, format, [w, h]));
    let node = flow.tree.add(0, "Figure");
    let alt = if image.alt.is_empty() { &image.caption } else { &image.alt };
    flow.tree.nodes[node].alt = Some(alt.clone());
    let x = (flow.sheet.text - w) / 2.0;
    let mut strip = Strip { before: 8.0, figure: Some((node, [x, w])), ..Strip::of(h + 4.0) };
    strip.keep = !image.caption.is_empty();
    strip.paint(node, Draw::Picture { x, y: 0.0, w, h, index });
    flow.strips.push(strip);
    caption(flow, &image.caption);
}

fn caption(flow: &mut Flow<'_>, words: &str) {
    if words.is_empty() {
        return;
    }
    let node = flow.tree.add(0, "P");
    let size = flow.look.caption();
    let set = Set { place: 0.5, ..flow.plain(size, size * 1.27) };
    let lines = set.lines(flow.fonts, &Text::of(words, false));
    let count = lines.len();
    flow.lines(node, lines, set, 0.0, true);
    if let Some(last) = flow.strips.last_mut().filter(|_| count > 0) {
        last.keep = false;
    }
    flow.space_after(6.0);
}

/// Upright as the camera was held.
fn open(bytes: &[u8]) -> Option<(DynamicImage, ImageFormat)> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let format = reader.format().filter(|format| matches!(format, ImageFormat::Jpeg | ImageFormat::Png))?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(LARGEST);
    limits.max_image_height = Some(LARGEST);
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    let turn = decoder.orientation().ok()?;
    let mut decoded = DynamicImage::from_decoder(decoder).ok()?;
    decoded.apply_orientation(turn);
    Some((decoded, format))
}

/// Size on paper, points.
fn frame(image: &DynamicImage, flow: &Flow<'_>) -> (f32, f32) {
    let (w, h) = (image.width().max(1) as f32, image.height().max(1) as f32);
    let (room, high) = (flow.sheet.text, flow.sheet.room() * HIGHEST);
    let scale = (room / w).min(high / h).min(PIXEL);
    ((w * scale).max(1.0), (h * scale).max(1.0))
}

/// No finer than paper shows; photographs as JPEG, drawings sample by sample.
fn pack(image: DynamicImage, format: ImageFormat, [w, _]: [f32; 2]) -> Picture {
    let image = opaque(image);
    let most = (w / 72.0 * DPI).ceil().max(1.0) as u32;
    let image = match image.width() > most {
        true => {
            let height =
                (u64::from(image.height()) * u64::from(most) / u64::from(image.width())).max(1) as u32;
            image.resize_exact(most, height, FilterType::Triangle)
        }
        false => image,
    };
    let (width, height) = (image.width(), image.height());
    let grey = image.color() == ColorType::L8;
    let mut data = Vec::new();
    let jpeg = format == ImageFormat::Jpeg
        && image.write_with_encoder(JpegEncoder::new_with_quality(&mut data, QUALITY)).is_ok();
    if !jpeg {
        data = image.into_bytes();
    }
    Picture { width, height, grey, jpeg, data }
}

/// Eight bits of grey or of red, green and blue; what was transparent is white, as paper is.
fn opaque(image: DynamicImage) -> DynamicImage {
    let colour = image.color();
    if colour.has_alpha() {
        let mut rgba = image.into_rgba8();
        for pixel in rgba.pixels_mut() {
            let [r, g, b, a] = pixel.0;
            let over = |c: u8| ((u32::from(c) * u32::from(a) + 255 * (255 - u32::from(a)) + 127) / 255) as u8;
            pixel.0 = [over(r), over(g), over(b), 255];
        }
        let flat = DynamicImage::ImageRgba8(rgba);
        return if colour.has_color() { flat.into_rgb8().into() } else { flat.into_luma8().into() };
    }
    if colour.has_color() { image.into_rgb8().into() } else { image.into_luma8().into() }
}
