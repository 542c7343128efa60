//! Blocks into strips.

mod beside;
mod head;
mod list;
mod notes;

use crate::document::{Block, Document, ParagraphStyle, Run};

use super::breaking::{Item, Line, Setting, break_lines};
use super::fonts::Fonts;
use super::geometry::{INDENT, Look, Sheet};
use super::image::{self, Picture};
use super::strip::{Strip, baseline};
use super::table::{TableHead, lay_table};
use super::tags::{NodeId, Tree};
use super::text::Text;
use super::{chart, signature};
pub(crate) use notes::Footnote;

/// Everything laid out, not yet paged.
pub(crate) struct Flow<'a> {
    /// Fonts.
    pub(crate) fonts: &'a mut Fonts,
    /// Structure tree.
    pub(crate) tree: Tree,
    /// Strips in order.
    pub(crate) strips: Vec<Strip>,
    /// Headers of the tables, to be repeated.
    pub(crate) heads: Vec<TableHead>,
    /// Footnotes in the order of their calls.
    pub(crate) notes: Vec<Footnote>,
    /// Words of all footnotes met so far.
    note_words: Vec<String>,
    /// Pictures in order.
    pub(crate) pictures: Vec<Picture>,
    /// The sheet that is being filled.
    pub(crate) sheet: Sheet,
    /// Sizes of type.
    pub(crate) look: Look,
    /// First-line indent; none in a column beside others, whose lines are ragged too.
    indent: f32,
    /// The number in the caption of the table that follows: «2» of «Таблица 2. …».
    pub(crate) table_number: Option<String>,
}

/// How a piece of text stands in its block.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Set {
    /// Type, points.
    pub(crate) size: f32,
    /// Line pitch, points.
    pub(crate) pitch: f32,
    /// Left edge.
    pub(crate) x: f32,
    /// Width.
    pub(crate) width: f32,
    /// First-line indent.
    pub(crate) indent: f32,
    /// Both edges straight.
    pub(crate) justify: bool,
    /// Where ragged lines stand: 0 at the left, 0.5 in the middle, 1 at the right.
    pub(crate) place: f32,
    /// Words may be broken.
    pub(crate) hyphenate: bool,
}

impl Set {
    /// Breaks a text so.
    pub(crate) fn lines(&self, fonts: &mut Fonts, text: &Text) -> Vec<Line> {
        break_lines(fonts, text, self.setting())
    }

    /// How its lines are broken.
    pub(crate) fn setting(&self) -> Setting {
        let Self { size, width, indent, justify, hyphenate, .. } = *self;
        Setting { size, width, indent, justify, hyphenate }
    }

    /// Left edge of a line.
    pub(crate) fn left(&self, line: &Line) -> f32 {
        self.x + line.indent + (self.width - line.indent - line.width) * self.place
    }
}

/// Lays a document out.
pub(crate) fn lay_out<'a>(document: &Document, fonts: &'a mut Fonts) -> Flow<'a> {
    let look = Look::of(document.profile);
    let mut flow = Flow {
        fonts,
        tree: Tree::new(),
        strips: Vec::new(),
        heads: Vec::new(),
        notes: Vec::new(),
        note_words: Vec::new(),
        pictures: Vec::new(),
        sheet: Sheet::of(Default::default(), &look),
        look,
        indent: INDENT,
        table_number: None,
    };
    let mut page_break = false;
    for block in &document.blocks {
        let first = flow.strips.len();
        flow.block(block);
        flow.table_number = table_number(block);
        if let Some(strip) = flow.strips.get_mut(first) {
            strip.page_break = std::mem::take(&mut page_break);
        }
        flow.strips[first..].iter_mut().for_each(|strip| strip.sheet = flow.sheet);
        page_break |= matches!(block, Block::PageBreak | Block::Turn(_));
    }
    flow
}

/// The number that a caption gives to the table under it.
fn table_number(block: &Block) -> Option<String> {
    let Block::Paragraph { runs, style: ParagraphStyle::Caption } = block else { return None };
    let words = runs.first()?.text.strip_prefix("Таблица")?;
    let number = words.split_whitespace().next()?.trim_end_matches(['.', ',', ':', '—', '–']);
    number.ends_with(|c: char| c.is_ascii_digit()).then(|| number.to_owned())
}

impl Flow<'_> {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Requisites(requisites) => self.requisites(requisites),
            Block::Title { kind, about } => self.title(kind, about),
            Block::Heading { level, text } => self.heading(*level, text),
            Block::Paragraph { runs, style } => self.paragraph(runs, *style),
            Block::List(list) => self.list(list, 0, &list::Place::default()),
            Block::Table(table) if table.rows.is_empty() => {
                self.paragraph(&[Run::plain(&table.empty)], ParagraphStyle::Body);
            }
            Block::Table(table) => lay_table(self, table),
            Block::Chart(chart) if chart.is_empty() => {}
            Block::Chart(chart) => chart::lay_chart(self, chart),
            Block::Image(image) => image::lay_image(self, image),
            Block::KeyValues(pairs) => self.key_values(pairs),
            Block::Figures(figures) => self.figures(figures),
            Block::Beside(columns) => self.beside(columns),
            Block::Signature(signature) => signature::lay_signature(self, signature),
            Block::Approval(approval) => self.approval(approval),
            Block::PageBreak => {}
            Block::Turn(orientation) => self.sheet = Sheet::of(*orientation, &self.look),
        }
    }

    /// Ragged text of a type over the whole width.
    pub(crate) fn plain(&self, size: f32, pitch: f32) -> Set {
        let (x, width, indent) = (0.0, self.sheet.text, 0.0);
        Set { size, pitch, x, width, indent, justify: false, place: 0.0, hyphenate: false }
    }

    /// Ragged small text, as in tables.
    pub(crate) fn small(&self) -> Set {
        Set { hyphenate: true, ..self.plain(self.look.small, self.look.small_pitch) }
    }

    fn body(&self) -> Set {
        let plain = self.plain(self.look.size, self.look.pitch);
        Set { indent: self.indent, justify: self.indent > 0.0, hyphenate: true, ..plain }
    }

    /// A strip for each line; first two and last two lines stay together.
    pub(crate) fn lines(&mut self, node: NodeId, lines: Vec<Line>, set: Set, before: f32, keep: bool) {
        let count = lines.len();
        for (i, line) in lines.into_iter().enumerate() {
            let mut strip = Strip::of(set.pitch);
            strip.before = if i == 0 { before } else { 0.0 };
            strip.keep = keep || (i + 1 < count && (i == 0 || i + 2 == count));
            self.line(&mut strip, node, set, baseline(set.size, set.pitch), line);
            self.strips.push(strip);
        }
    }

    /// A line of text on a strip, with the footnotes that it calls for.
    pub(crate) fn line(&mut self, strip: &mut Strip, node: NodeId, set: Set, y: f32, line: Line) {
        let left = set.left(&line);
        match line.items.iter().any(|item| matches!(item, Item::Call(..))) {
            true => self.line_with_calls(strip, node, left, y, &line),
            false => strip.text(Some(node), left, y, line),
        }
    }

    /// Text of a paragraph; its footnotes are numbered on.
    pub(crate) fn text(&mut self, runs: &[Run]) -> Text {
        let text = Text::noted(runs, self.note_words.len() + 1);
        self.note_words.extend(text.notes.iter().cloned());
        text
    }

    fn text_block(&mut self, role: &'static str, text: &Text, set: Set, before: f32, keep: bool) -> usize {
        let first = self.strips.len();
        let node = self.tree.add(0, role);
        let lines = set.lines(self.fonts, text);
        self.lines(node, lines, set, before, keep);
        first
    }

    fn title(&mut self, kind: &str, about: &str) {
        let node = self.tree.add(0, "H1");
        let first = self.strips.len();
        let size = self.look.heading(1);
        for (text, size, before) in [(kind.to_uppercase(), size, 22.0), (about.to_owned(), size - 1.0, 2.0)] {
            let set = Set { place: 0.5, ..self.plain(size, size * 1.3) };
            let lines = set.lines(self.fonts, &Text::of(&text, true));
            self.lines(node, lines, set, before, true);
        }
        self.strips[first].bookmark = Some((1, format!("{kind} {about}").trim().to_owned()));
        self.space_after(4.0);
    }

    fn heading(&mut self, level: u8, text: &str) {
        let (role, before) = if level <= 2 { ("H2", 16.0) } else { ("H3", 9.0) };
        let size = self.look.heading(level.max(2));
        let set = self.plain(size, size * 1.3);
        let first = self.text_block(role, &Text::of(text, true), set, before, true);
        self.strips[first].bookmark = Some((level.clamp(2, 3), text.to_owned()));
        self.space_after(3.0);
    }

    pub(crate) fn paragraph(&mut self, runs: &[Run], style: ParagraphStyle) {
        let text = self.text(runs);
        match style {
            ParagraphStyle::Body => {
                // «Решили:» is not left without its list.
                let keep = text.string.trim_end().ends_with(':');
                self.text_block("P", &text, self.body(), 2.0, keep);
            }
            ParagraphStyle::Note => {
                let set = Set { justify: true, ..self.small() };
                self.text_block("P", &text, set, 4.0, false);
            }
            ParagraphStyle::Caption => {
                let size = self.look.caption();
                self.text_block("P", &text, self.plain(size, size * 1.27), 7.0, true);
                self.space_after(2.0);
            }
        }
    }

    /// Empty space that belongs to the last strip, kept with what follows as that strip is.
    pub(crate) fn space_after(&mut self, height: f32) {
        if let Some(last) = self.strips.last_mut() {
            last.height += height;
        }
    }

    /// Name and value in one line: two columns would come apart when the text is copied.
    fn key_values(&mut self, pairs: &[(String, String)]) {
        for (i, (name, value)) in pairs.iter().enumerate() {
            let text = Text::new(&[Run::bold(format!("{name}: ")), Run::plain(value)]);
            let before = if i == 0 { 14.0 } else { 1.0 };
            let set = self.plain(self.look.size, self.look.pitch);
            self.text_block("P", &text, set, before, i == 0 && pairs.len() > 1);
        }
    }
}
