//! The fonts compiled in, and words shaped with them.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;
use std::sync::OnceLock;

use harfrust::{Buffer, ClusterLevel, Direction, Font, Script, ShapeOptions, ShapePlan, ShaperFont, shape};
use printpdf::ParsedFont;

use crate::ReportError;

/// Regular and bold first, then the faces that lend the glyphs these lack: ₽, then ☐ and ✓.
const FILES: [(&str, &[u8]); 5] = [
    ("LiberationSerif", include_bytes!("../../../../../assets/fonts/LiberationSerif-Regular.ttf")),
    ("LiberationSerif-Bold", include_bytes!("../../../../../assets/fonts/LiberationSerif-Bold.ttf")),
    ("PTSerif-Regular", include_bytes!("../../../../../assets/fonts/PTSerif-Regular.ttf")),
    ("PTSerif-Bold", include_bytes!("../../../../../assets/fonts/PTSerif-Bold.ttf")),
    ("DejaVuSans", include_bytes!("../../../../../assets/fonts/DejaVuSans-Symbols.ttf")),
];
/// The face of signs, the same for plain and bold text.
const SIGNS: usize = 4;

/// Kerning below this, thousandths of an em, is left out: a fifth of a point in a table is seen by nobody, and each
/// number costs room in the file. Rounding alone differs by one.
const KERN: i32 = 20;

/// Stands for a character that no face has.
const UNKNOWN: char = '\u{25a1}';
/// Coloured signs of telephones and what is drawn for them in black.
const TWINS: [(char, char); 8] = [
    ('\u{2011}', '-'),
    ('✅', '☑'),
    ('❌', '☒'),
    ('❎', '☒'),
    ('❗', '!'),
    ('❓', '?'),
    ('⭐', '★'),
    ('➕', '+'),
];

/// One glyph as it will be shown.
#[derive(Debug, Clone)]
pub(crate) struct Glyph {
    /// Id in its face.
    pub(crate) gid: u16,
    /// Text it stands for.
    pub(crate) text: String,
    /// How far it pulls the next glyph to the left, thousandths of an em.
    pub(crate) kern: i32,
    /// Width with the kerning, thousandths of an em.
    pub(crate) width: i32,
    /// Bytes of the source that it stands for.
    pub(crate) bytes: u8,
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
    parsed: ParsedFont,
    /// For the shaper.
    font: Font,
}

/// All faces, with the words already shaped.
pub(crate) struct Fonts {
    /// Faces in the order of the files.
    pub(crate) faces: &'static [Face],
    /// Words shaped already: plain ones and bold ones.
    words: [HashMap<Box<str>, Rc<[Segment]>>; 2],
    /// How a face shapes a script, made for its first word.
    plans: HashMap<(usize, Option<Script>), ShapePlan>,
}

impl Fonts {
    /// Reads the fonts that are compiled in.
    pub(crate) fn load() -> Result<Self, ReportError> {
        // Parsed once in a process; nothing that is drawn changes them.
        static FACES: OnceLock<Option<Vec<Face>>> = OnceLock::new();
        let load = || FILES.iter().map(|(name, bytes)| Face::load(name, bytes)).collect();
        let faces = FACES.get_or_init(load).as_deref().ok_or(ReportError::Font)?;
        Ok(Self { faces, words: Default::default(), plans: HashMap::new() })
    }

    /// The face of plain or bold text.
    pub(crate) fn face(bold: bool) -> usize {
        usize::from(bold)
    }

    /// Shapes a word (no spaces in it).
    pub(crate) fn word(&mut self, word: &str, bold: bool) -> Rc<[Segment]> {
        if let Some(found) = self.words[usize::from(bold)].get(word) {
            return Rc::clone(found);
        }
        let pieces = self.by_face(word, bold);
        let shaped: Rc<[Segment]> = pieces.iter().map(|piece| self.shape(piece)).collect();
        self.words[usize::from(bold)].insert(word.into(), Rc::clone(&shaped));
        shaped
    }

    fn shape(&mut self, piece: &Piece) -> Segment {
        let face = &self.faces[piece.face];
        let mut buffer = Buffer::new();
        buffer.push_str(&piece.text);
        buffer.guess_segment_properties();
        buffer.set_direction(Direction::LeftToRight);
        // A letter and its accent stay two: each glyph stands for its own character.
        buffer.set_cluster_level(ClusterLevel::MonotoneCharacters);
        let script = buffer.script();
        let plan = || ShapePlan::new(&face.font, Direction::LeftToRight, script, None, &[]);
        let plan = self.plans.entry((piece.face, script)).or_insert_with(plan);
        let options = ShapeOptions::new().plan(Some(plan));
        if shape(&ShaperFont::new(&face.font), &mut buffer, options).is_err() {
            return Segment { face: piece.face, glyphs: Vec::new(), width: 0 };
        }
        face.segment(piece, &buffer)
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

    /// A space as it is shown.
    pub(crate) fn blank(&self, bold: bool) -> Glyph {
        let gid = self.faces[Self::face(bold)].gid(' ').unwrap_or_default();
        Glyph { gid, text: " ".to_owned(), kern: 0, width: self.space(bold), bytes: 1 }
    }

    /// Cuts a word into pieces that one face has whole.
    fn by_face(&self, word: &str, bold: bool) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        for c in word.chars() {
            let (face, drawn) = self.choose(c, bold);
            let bytes = c.len_utf8() as u8;
            match pieces.last_mut() {
                Some(last) if last.face == face => last.push(drawn, bytes),
                _ => {
                    let mut piece = Piece { face, text: String::new(), bytes: Vec::new() };
                    piece.push(drawn, bytes);
                    pieces.push(piece);
                }
            }
        }
        pieces
    }

    /// The face that has a character, and the character or what is drawn for it.
    fn choose(&self, c: char, bold: bool) -> (usize, char) {
        let main = Self::face(bold);
        let twin = TWINS.iter().find(|(coloured, _)| *coloured == c).map_or(c, |(_, twin)| *twin);
        [main, main + 2, SIGNS]
            .into_iter()
            .find(|face| self.faces[*face].gid(twin).is_some())
            .map_or((main, UNKNOWN), |face| (face, twin))
    }
}

/// Characters of one face with the bytes that each takes in the source.
struct Piece {
    face: usize,
    text: String,
    bytes: Vec<u8>,
}

impl Piece {
    fn push(&mut self, c: char, bytes: u8) {
        self.text.push(c);
        self.bytes.push(bytes);
    }

    /// Bytes of the source that some characters stand for.
    fn source(&self, from: usize, to: usize) -> u8 {
        let chars = self.text.char_indices().zip(&self.bytes);
        chars.filter(|((at, _), _)| (from..to).contains(at)).map(|(_, bytes)| *bytes).sum()
    }
}

impl Face {
    fn load(name: &'static str, bytes: &'static [u8]) -> Option<Self> {
        let mut parsed = ParsedFont::from_bytes(bytes, 0, &mut Vec::new())?;
        parsed.font_name = Some(name.to_owned());
        Some(Self { name, bytes, parsed, font: Font::new(bytes.to_vec(), 0)? })
    }

    /// For printpdf: what it says of the font, without the file, with the widths of some glyphs only.
    pub(crate) fn described(&self, glyphs: &BTreeMap<u16, String>) -> ParsedFont {
        let parsed = &self.parsed;
        let width = |gid: &u16| Some((*gid, parsed.get_glyph_width(*gid)?));
        ParsedFont {
            original_bytes: Vec::new(),
            font_index: parsed.font_index,
            font_name: parsed.font_name.clone(),
            codepoint_to_glyph: BTreeMap::new(),
            glyph_widths: glyphs.keys().filter_map(width).collect(),
            units_per_em: parsed.units_per_em,
            font_metrics: parsed.font_metrics.clone(),
            font_type: parsed.font_type,
            pdf_font_metrics: parsed.pdf_font_metrics.clone(),
        }
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

    fn segment(&self, piece: &Piece, buffer: &Buffer) -> Segment {
        let infos = buffer.glyph_infos();
        let mut segment = Segment { face: piece.face, glyphs: Vec::with_capacity(infos.len()), width: 0 };
        for (i, (info, position)) in infos.iter().zip(buffer.glyph_positions()).enumerate() {
            let (start, end) = (
                info.cluster as usize,
                infos.get(i + 1).map_or(piece.text.len(), |next| next.cluster as usize),
            );
            let gid = info.glyph_id as u16;
            let natural = self.advance(gid);
            let shaped = self.thousandths(position.x_advance);
            let text = piece.text.get(start..end).unwrap_or_default().to_owned();
            let kern = if (natural - shaped).abs() >= KERN { natural - shaped } else { 0 };
            let width = natural - kern;
            segment.width += width;
            segment.glyphs.push(Glyph { gid, text, kern, width, bytes: piece.source(start, end) });
        }
        segment
    }

    fn thousandths(&self, units: i32) -> i32 {
        units * 1000 / i32::from(self.parsed.units_per_em)
    }
}
