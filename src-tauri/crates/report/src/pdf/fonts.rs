//! The fonts compiled in, and words shaped with them.

use std::collections::HashMap;
use std::rc::Rc;

use harfrust::{Buffer, Font, ShapeOptions, ShaperFont, shape};
use printpdf::ParsedFont;

use crate::ReportError;

/// Regular and bold first, then the faces that lend the glyphs these lack (₽).
const FILES: [(&str, &[u8]); 4] = [
    ("LiberationSerif", include_bytes!("../../../../../assets/fonts/LiberationSerif-Regular.ttf")),
    ("LiberationSerif-Bold", include_bytes!("../../../../../assets/fonts/LiberationSerif-Bold.ttf")),
    ("PTSerif-Regular", include_bytes!("../../../../../assets/fonts/PTSerif-Regular.ttf")),
    ("PTSerif-Bold", include_bytes!("../../../../../assets/fonts/PTSerif-Bold.ttf")),
];

/// Stands for a character that no face has.
const UNKNOWN: char = '\u{25a1}';

/// One glyph as it will be shown.
#[derive(Debug, Clone)]
pub(crate) struct Glyph {
    /// Id in its face.
    pub(crate) gid: u16,
    /// Text it stands for.
    pub(crate) text: String,
    /// How far it pulls the next glyph to the left, thousandths of an em.
    pub(crate) kern: i32,
}

/// Glyphs of one face.
#[derive(Debug, Clone)]
pub(crate) struct Segment {
    /// Index of the face.
    pub(crate) face: usize,
    /// Glyphs.
    pub(crate) glyphs: Vec<Glyph>,
    /// Width, thousandths of an em, as a reader of the PDF adds it up.
    pub(crate) width: i32,
}

/// A face in the three forms that its users want.
pub(crate) struct Face {
    /// PostScript name.
    pub(crate) name: &'static str,
    /// The file.
    pub(crate) bytes: &'static [u8],
    /// For printpdf.
    pub(crate) parsed: ParsedFont,
    /// For the shaper.
    font: Font,
}

/// All faces, with the words already shaped.
pub(crate) struct Fonts {
    /// Faces in the order of the files.
    pub(crate) faces: Vec<Face>,
    words: HashMap<(String, bool), Rc<[Segment]>>,
}

impl Fonts {
    /// Reads the fonts that are compiled in.
    pub(crate) fn load() -> Result<Self, ReportError> {
        let faces = FILES.iter().map(|(name, bytes)| Face::load(name, bytes)).collect::<Option<_>>();
        Ok(Self { faces: faces.ok_or(ReportError::Font)?, words: HashMap::new() })
    }

    /// The face of plain or bold text.
    pub(crate) fn face(bold: bool) -> usize {
        usize::from(bold)
    }

    /// Shapes a word (no spaces in it).
    pub(crate) fn word(&mut self, word: &str, bold: bool) -> Rc<[Segment]> {
        let key = (word.to_owned(), bold);
        if let Some(found) = self.words.get(&key) {
            return Rc::clone(found);
        }
        let shaped: Rc<[Segment]> = self
            .by_face(word, bold)
            .iter()
            .map(|(face, text)| self.faces[*face].shape(*face, text))
            .collect();
        self.words.insert(key, Rc::clone(&shaped));
        shaped
    }

    /// Width of a word, thousandths of an em.
    pub(crate) fn width(&mut self, word: &str, bold: bool) -> i32 {
        self.word(word, bold).iter().map(|segment| segment.width).sum()
    }

    /// Width of a space, thousandths of an em.
    pub(crate) fn space(&self, bold: bool) -> i32 {
        let face = &self.faces[Self::face(bold)];
        face.gid(' ').map_or(250, |gid| face.advance(gid))
    }

    /// Cuts a word into pieces that one face has whole.
    fn by_face(&self, word: &str, bold: bool) -> Vec<(usize, String)> {
        let mut pieces: Vec<(usize, String)> = Vec::new();
        for c in word.chars() {
            let (face, c) = self.choose(c, bold);
            match pieces.last_mut() {
                Some((last, text)) if *last == face => text.push(c),
                _ => pieces.push((face, c.to_string())),
            }
        }
        pieces
    }

    fn choose(&self, c: char, bold: bool) -> (usize, char) {
        let main = Self::face(bold);
        [main, main + 2]
            .into_iter()
            .find(|face| self.faces[*face].gid(c).is_some())
            .map_or((main, UNKNOWN), |face| (face, c))
    }
}

impl Face {
    fn load(name: &'static str, bytes: &'static [u8]) -> Option<Self> {
        let mut parsed = ParsedFont::from_bytes(bytes, 0, &mut Vec::new())?;
        parsed.font_name = Some(name.to_owned());
        Some(Self { name, bytes, parsed, font: Font::new(bytes.to_vec(), 0)? })
    }

    /// Glyph of a character, never .notdef.
    pub(crate) fn gid(&self, c: char) -> Option<u16> {
        self.parsed.lookup_glyph_index(c as u32).filter(|gid| *gid != 0)
    }

    /// Width of a glyph as printpdf writes it into /W: thousandths of an em, cut off.
    pub(crate) fn advance(&self, gid: u16) -> i32 {
        let raw = self.parsed.get_glyph_width(gid).unwrap_or(0);
        (f32::from(raw) * 1000.0 / f32::from(self.parsed.units_per_em)) as i32
    }

    /// For drawing glyphs as shapes.
    pub(crate) fn outline_font(&self) -> &Font {
        &self.font
    }

    fn shape(&self, face: usize, text: &str) -> Segment {
        let mut buffer = Buffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let shaper = ShaperFont::new(&self.font);
        if shape(&shaper, &mut buffer, ShapeOptions::new()).is_err() {
            return Segment { face, glyphs: Vec::new(), width: 0 };
        }
        self.segment(face, text, &buffer)
    }

    fn segment(&self, face: usize, text: &str, buffer: &Buffer) -> Segment {
        let infos = buffer.glyph_infos();
        let mut segment = Segment { face, glyphs: Vec::with_capacity(infos.len()), width: 0 };
        for (i, (info, position)) in infos.iter().zip(buffer.glyph_positions()).enumerate() {
            let end = infos.get(i + 1).map_or(text.len(), |next| next.cluster as usize);
            let gid = info.glyph_id as u16;
            let natural = self.advance(gid);
            let shaped = self.thousandths(position.x_advance);
            let text = text.get(info.cluster as usize..end).unwrap_or_default().to_owned();
            // Rounding differs by one unit; only what a kern table says is kerning.
            let kern = if (natural - shaped).abs() > 1 { natural - shaped } else { 0 };
            segment.width += natural - kern;
            segment.glyphs.push(Glyph { gid, text, kern });
        }
        segment
    }

    fn thousandths(&self, units: i32) -> i32 {
        units * 1000 / i32::from(self.parsed.units_per_em)
    }
}
