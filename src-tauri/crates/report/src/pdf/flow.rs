//! Blocks into strips.

use crate::document::{Approval, Block, Chart, Document, List, ParagraphStyle, Requisites, Run};

use super::breaking::{Line, Setting, break_lines};
use super::fonts::Fonts;
use super::geometry::{BODY, BODY_PITCH, INDENT, MM, SMALL, SMALL_PITCH, Sheet};
use super::strip::{Strip, baseline};
use super::table::{TableHead, lay_table};
use super::tags::{Attribute, NodeId, Tree};
use super::text::Text;
use super::{chart, signature};

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
    /// The sheet that is being filled.
    pub(crate) sheet: Sheet,
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
    /// Centred.
    pub(crate) center: bool,
    /// Words may be broken.
    pub(crate) hyphenate: bool,
}

impl Set {
    /// Breaks a text so.
    pub(crate) fn lines(&self, fonts: &mut Fonts, text: &Text) -> Vec<Line> {
        let Self { size, width, indent, justify, hyphenate, .. } = *self;
        break_lines(fonts, text, Setting { size, width, indent, justify, hyphenate })
    }

    /// Left edge of a line.
    pub(crate) fn left(&self, line: &Line) -> f32 {
        self.x + line.indent + if self.center { (self.width - line.indent - line.width) / 2.0 } else { 0.0 }
    }
}

/// Lays a document out.
pub(crate) fn lay_out<'a>(document: &Document, fonts: &'a mut Fonts) -> Flow<'a> {
    let mut flow =
        Flow { fonts, tree: Tree::new(), strips: Vec::new(), heads: Vec::new(), sheet: Sheet::default() };
    let mut page_break = false;
    for block in &document.blocks {
        let first = flow.strips.len();
        flow.block(block);
        if let Some(strip) = flow.strips.get_mut(first) {
            strip.page_break = std::mem::take(&mut page_break);
        }
        flow.strips[first..].iter_mut().for_each(|strip| strip.sheet = flow.sheet);
        page_break |= matches!(block, Block::PageBreak | Block::Turn(_));
    }
    flow
}

impl Flow<'_> {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Requisites(requisites) => self.requisites(requisites),
            Block::Title { kind, about } => self.title(kind, about),
            Block::Heading { level, text } => self.heading(*level, text),
            Block::Paragraph { runs, style } => self.paragraph(runs, *style),
            Block::List(list) => self.list(list, 0, 0),
            Block::Table(table) if table.rows.is_empty() => {
                self.paragraph(&[Run::plain(&table.empty)], ParagraphStyle::Body);
            }
            Block::Table(table) => lay_table(self, table),
            Block::Chart(chart) if chart.is_empty() => {}
            Block::Chart(Chart::Bars(bars)) => chart::lay_chart(self, bars),
            Block::Chart(chart) => lay_table(self, &chart.as_table()),
            Block::Image(image) => self.paragraph(&[Run::plain(&image.alt)], ParagraphStyle::Caption),
            Block::KeyValues(pairs) => self.key_values(pairs),
            Block::Signature(signature) => signature::lay_signature(self, signature),
            Block::Approval(approval) => self.approval(approval),
            Block::PageBreak => {}
            Block::Turn(orientation) => self.sheet = Sheet::of(*orientation),
        }
    }

    /// Ragged text of a type over the whole width.
    pub(crate) fn plain(&self, size: f32, pitch: f32) -> Set {
        let (x, width, indent) = (0.0, self.sheet.text, 0.0);
        Set { size, pitch, x, width, indent, justify: false, center: false, hyphenate: false }
    }

    fn body(&self) -> Set {
        Set { indent: INDENT, justify: true, hyphenate: true, ..self.plain(BODY, BODY_PITCH) }
    }

    /// A strip for each line; first two and last two lines stay together.
    pub(crate) fn lines(&mut self, node: NodeId, lines: Vec<Line>, set: Set, before: f32, keep: bool) {
        let count = lines.len();
        for (i, line) in lines.into_iter().enumerate() {
            let mut strip = Strip::of(set.pitch);
            strip.before = if i == 0 { before } else { 0.0 };
            strip.keep = keep || (i + 1 < count && (i == 0 || i + 2 == count));
            strip.text(Some(node), set.left(&line), baseline(set.size, set.pitch), line);
            self.strips.push(strip);
        }
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
        for (text, size, before) in [(kind.to_uppercase(), 14.0, 22.0), (about.to_owned(), 13.0, 2.0)] {
            let set = Set { center: true, ..self.plain(size, size * 1.3) };
            let lines = set.lines(self.fonts, &Text::of(&text, true));
            self.lines(node, lines, set, before, true);
        }
        self.strips[first].bookmark = Some((1, format!("{kind} {about}")));
    }

    fn heading(&mut self, level: u8, text: &str) {
        let (role, size, before) = if level <= 2 { ("H2", 13.0, 16.0) } else { ("H3", 12.0, 9.0) };
        let set = self.plain(size, size * 1.3);
        let first = self.text_block(role, &Text::of(text, true), set, before, true);
        self.strips[first].bookmark = Some((level.clamp(2, 3), text.to_owned()));
        self.space_after(3.0);
    }

    fn paragraph(&mut self, runs: &[Run], style: ParagraphStyle) {
        let text = Text::new(runs);
        match style {
            ParagraphStyle::Body => {
                // «Решили:» is not left without its list.
                let keep = text.string.trim_end().ends_with(':');
                self.text_block("P", &text, self.body(), 2.0, keep)
            }
            ParagraphStyle::Note => {
                let set = Set { justify: true, hyphenate: true, ..self.plain(SMALL, SMALL_PITCH) };
                self.text_block("P", &text, set, 4.0, false)
            }
            ParagraphStyle::Caption => {
                let first = self.text_block("P", &text, self.plain(11.0, 14.0), 7.0, true);
                self.space_after(2.0);
                first
            }
        };
    }

    /// Empty space that belongs to the last strip, kept with what follows as that strip is.
    fn space_after(&mut self, height: f32) {
        if let Some(last) = self.strips.last_mut() {
            last.height += height;
        }
    }

    fn list(&mut self, list: &List, parent: NodeId, depth: usize) {
        let node = self.tree.add(parent, "L");
        self.tree.set(node, Attribute::ListNumbering(if list.numbered { "Decimal" } else { "None" }));
        for (i, item) in list.items.iter().enumerate() {
            let label = if list.numbered { format!("{})", i + 1) } else { "—".to_owned() };
            let body = self.list_item(node, &label, &item.runs, depth);
            if let Some(inner) = &item.inner {
                self.list(inner, body, depth + 1);
            }
        }
    }

    fn list_item(&mut self, list: NodeId, label: &str, runs: &[Run], depth: usize) -> NodeId {
        let item = self.tree.add(list, "LI");
        let (mark, body) = (self.tree.add(item, "Lbl"), self.tree.add(item, "LBody"));
        let left = INDENT + 7.0 * MM * depth as f32;
        let hang = left + 7.0 * MM;
        let set = Set { x: hang, width: self.sheet.text - hang, indent: 0.0, ..self.body() };
        let lines = set.lines(self.fonts, &Text::new(runs));
        let first = self.strips.len();
        self.lines(body, lines, set, 2.0, false);
        let label = Set { x: left, width: hang, ..self.plain(BODY, BODY_PITCH) }
            .lines(self.fonts, &Text::of(label, false));
        for line in label {
            let mut strip = Strip::default();
            strip.text(Some(mark), left, baseline(BODY, BODY_PITCH), line);
            self.strips[first].cmds.splice(0..0, strip.cmds);
        }
        body
    }

    /// Name and value in one line: two columns would come apart when the text is copied.
    fn key_values(&mut self, pairs: &[(String, String)]) {
        for (i, (name, value)) in pairs.iter().enumerate() {
            let text = Text::new(&[Run::bold(format!("{name}: ")), Run::plain(value)]);
            let before = if i == 0 { 14.0 } else { 1.0 };
            self.text_block("P", &text, self.plain(BODY, BODY_PITCH), before, false);
        }
    }

    /// Columns of lines as one strip.
    fn side_by_side(&mut self, columns: Vec<(NodeId, Set, Vec<Line>)>, before: f32) {
        let height = columns.iter().map(|(_, set, lines)| set.pitch * lines.len() as f32).fold(0.0, f32::max);
        let mut strip = Strip::of(height);
        strip.before = before;
        for (node, set, lines) in columns {
            for (i, line) in lines.into_iter().enumerate() {
                let y = i as f32 * set.pitch + baseline(set.size, set.pitch);
                strip.text(Some(node), set.left(&line), y, line);
            }
        }
        self.strips.push(strip);
    }

    /// Each stamp in its half of the page, the approval at the right.
    fn approval(&mut self, approval: &Approval) {
        let left = Set { width: 80.0 * MM, ..self.plain(BODY, 14.5) };
        let right = Set { x: self.sheet.text - left.width, ..left };
        let mut columns = Vec::new();
        for (set, stamp) in [(left, &approval.agreed), (right, &approval.approved)] {
            let Some(stamp) = stamp else { continue };
            let node = self.tree.add(0, "P");
            let mut lines = set.lines(self.fonts, &Text::of(&stamp.word, true));
            for line in &stamp.lines {
                lines.extend(set.lines(self.fonts, &Text::of(line, false)));
            }
            columns.push((node, set, lines));
        }
        self.side_by_side(columns, 0.0);
    }

    fn requisites(&mut self, requisites: &Requisites) {
        let left = Set { center: true, width: 80.0 * MM, ..self.plain(BODY, 14.5) };
        let right = Set { x: 95.0 * MM, width: self.sheet.text - 95.0 * MM, center: false, ..left };
        let number = match requisites.number.as_str() {
            "" => "№ ________".to_owned(),
            number => format!("№ {number}"),
        };
        let date = format!("{} {number}", requisites.date.format("%d.%m.%Y"));
        let mut columns = Vec::new();
        for (i, line) in requisites.organisation.iter().enumerate() {
            columns.push((left, Text::of(line, i == 0)));
        }
        let from_node = self.tree.add(0, "P");
        let mut from: Vec<Line> = Vec::new();
        for (set, text) in columns {
            from.extend(set.lines(self.fonts, &text));
        }
        let date_node = self.tree.add(0, "P");
        let date_lines = left.lines(self.fonts, &Text::of(&date, false));
        let to_node = self.tree.add(0, "P");
        let mut to = Vec::new();
        for line in &requisites.addressee {
            to.extend(right.lines(self.fonts, &Text::of(line, false)));
        }
        let below = Set { pitch: 14.5, ..left };
        self.requisites_strip((from_node, left, from), (date_node, below, date_lines), (to_node, right, to));
    }

    fn requisites_strip(
        &mut self,
        from: (NodeId, Set, Vec<Line>),
        date: (NodeId, Set, Vec<Line>),
        to: (NodeId, Set, Vec<Line>),
    ) {
        let date_top = from.1.pitch * from.2.len() as f32 + 10.0;
        self.side_by_side(vec![from, to], 0.0);
        let Some(strip) = self.strips.last_mut() else { return };
        let (node, set, lines) = date;
        strip.height = strip.height.max(date_top + set.pitch);
        for (i, line) in lines.into_iter().enumerate() {
            let y = date_top + i as f32 * set.pitch + baseline(set.size, set.pitch);
            strip.text(Some(node), set.left(&line), y, line);
        }
    }
}
