//! Blocks into paragraphs.

use crate::ReportError;
use crate::document::{
    Approval, Block, Chart, Document, Figure, Image, List, Orientation, ParagraphStyle, Requisites, Run,
    Signature, Stamp, Table,
};
use crate::pdf::fonts::Fonts;

use super::footnotes;
use super::picture::Picture;
use super::section::{self, Sheet};
use super::styles::{self, Marks};
use super::table::{self, Field};
use super::xml::Xml;

/// The body of the document.
#[derive(Debug)]
pub(super) struct Body<'a> {
    /// `word/document.xml` without its root.
    pub(super) xml: String,
    /// For each numbered list, which counts from one, the depth at which it begins.
    pub(super) numbered: Vec<usize>,
    /// Footnotes in the order in which they are called for.
    pub(super) footnotes: Vec<String>,
    /// Pictures in the order in which they stand.
    pub(super) pictures: Vec<Picture<'a>>,
}

/// Writes all blocks.
pub(super) fn write(document: &Document) -> Result<Body<'_>, ReportError> {
    let mut writer = Writer {
        xml: Xml::default(),
        fonts: Fonts::load()?,
        sheet: Sheet { orientation: Orientation::Portrait, filing: document.profile.left_margin },
        started: false,
        page_break: false,
        first_section: true,
        numbered: Vec::new(),
        footnotes: Vec::new(),
        pictures: Vec::new(),
    };
    document.blocks.iter().for_each(|block| writer.block(block));
    section::last(&mut writer.xml, writer.sheet, writer.first_section);
    let Writer { xml, numbered, footnotes, pictures, .. } = writer;
    Ok(Body { xml: xml.finish(), numbered, footnotes, pictures })
}

struct Writer<'a> {
    xml: Xml,
    fonts: Fonts,
    sheet: Sheet,
    /// Something stands on the page already.
    started: bool,
    /// The next paragraph begins a page.
    page_break: bool,
    /// No turn of the sheet yet.
    first_section: bool,
    numbered: Vec<usize>,
    footnotes: Vec<String>,
    pictures: Vec<Picture<'a>>,
}

impl<'a> Writer<'a> {
    fn block(&mut self, block: &'a Block) {
        match block {
            Block::PageBreak => {
                self.page_break = self.started;
                return;
            }
            Block::Turn(orientation) => return self.turn(*orientation),
            _ => self.break_page(),
        }
        match block {
            Block::Requisites(requisites) => self.requisites(requisites),
            Block::Approval(approval) => self.approval(approval),
            Block::Title { kind, about } => {
                self.words("Title", &kind.to_uppercase());
                self.words("Subtitle", about);
            }
            Block::Heading { level, text } => {
                let style = match level {
                    0..=2 => "Heading1",
                    3 => "Heading2",
                    _ => "Heading3",
                };
                self.words(style, text)
            }
            Block::Paragraph { runs, style } => self.runs(style_of(*style), runs),
            Block::List(list) => self.list(list, 0, None),
            Block::Table(table) if table.rows.is_empty() => self.words("BodyText", &table.empty),
            Block::Table(table) => self.table(table),
            Block::Chart(chart) if chart.is_empty() => {}
            Block::Chart(chart) => self.chart(chart),
            Block::Image(image) => self.image(image),
            Block::KeyValues(pairs) => self.key_values(pairs),
            Block::Figures(figures) => self.figures(figures),
            Block::Beside(columns) => self.beside(columns),
            Block::Signature(signature) => self.signature(signature),
            Block::PageBreak | Block::Turn(_) => {}
        }
        self.started = true;
    }

    fn words(&mut self, style: &str, text: &str) {
        self.xml.paragraph(style, |_| {}, |xml| xml.run(text, false));
    }

    fn runs(&mut self, style: &str, runs: &[Run]) {
        // «Решили:» is not left without its list.
        let leads = runs.last().is_some_and(|run| run.text.trim_end().ends_with(':'));
        let keep = |xml: &mut Xml| {
            if leads {
                xml.empty("w:keepNext", &[]);
            }
        };
        self.noted(style, keep, runs);
    }

    /// A paragraph of runs with the calls of their footnotes.
    fn noted(&mut self, style: &str, properties: impl FnOnce(&mut Xml), runs: &[Run]) {
        let footnotes = &mut self.footnotes;
        self.xml.paragraph(style, properties, |xml| {
            for run in runs {
                xml.run(&run.text, run.bold);
                if let Some(note) = &run.footnote {
                    footnotes::call(xml, footnotes.len());
                    footnotes.push(note.clone());
                }
            }
        });
    }

    fn break_page(&mut self) {
        if std::mem::take(&mut self.page_break) {
            let new_page = |xml: &mut Xml| {
                xml.element("w:r", &[], |xml| xml.empty("w:br", &[("w:type", "page")]));
            };
            self.xml.paragraph("AfterTable", |_| {}, new_page);
        }
    }

    /// The sheets so far end here.
    fn turn(&mut self, orientation: Orientation) {
        if self.started && orientation != self.sheet.orientation {
            section::end(&mut self.xml, self.sheet, self.first_section);
            (self.page_break, self.first_section) = (false, false);
        }
        self.sheet.orientation = orientation;
    }

    /// Numbers go on under numbers: «1.1)» under «1)».
    fn list(&mut self, list: &List, depth: usize, above: Option<Marks>) {
        let marks = match (list.numbered, above) {
            (false, _) => Marks::Dashes,
            (true, Some(Marks::Numbers(index))) => Marks::Numbers(index),
            (true, _) => {
                self.numbered.push(depth);
                Marks::Numbers(self.numbered.len() - 1)
            }
        };
        for item in &list.items {
            let number = |xml: &mut Xml| {
                xml.element("w:numPr", &[], |xml| {
                    xml.value("w:ilvl", styles::level(depth));
                    xml.value("w:numId", marks.id());
                });
            };
            self.noted(marks.style(), number, &item.runs);
            if let Some(inner) = &item.inner {
                self.list(inner, depth + 1, Some(marks));
            }
        }
    }

    /// The picture with its caption under it; what Word would not show is told in words.
    fn image(&mut self, image: &'a Image) {
        let Some(picture) = Picture::read(image) else { return self.words("FigureCaption", &image.alt) };
        let (number, sheet) = (self.pictures.len() + 1, self.sheet);
        let keep = |xml: &mut Xml| {
            if !image.caption.is_empty() {
                xml.empty("w:keepNext", &[]);
            }
        };
        self.xml.paragraph("Figure", keep, |xml| picture.draw(xml, number, &image.alt, sheet));
        self.pictures.push(picture);
        if !image.caption.is_empty() {
            self.words("FigureCaption", &image.caption);
        }
    }

    fn table(&mut self, table: &Table) {
        table::write(&mut self.xml, &mut self.fonts, table, self.sheet);
        match table.cut() {
            Some(note) => self.words("Note", &note),
            None => self.words("AfterTable", ""),
        }
    }

    /// The chart as a table: the same numbers that stand in it.
    fn chart(&mut self, chart: &Chart) {
        self.words("Caption", chart.title());
        self.table(&chart.as_table());
    }

    fn key_values(&mut self, pairs: &[(String, String)]) {
        for (name, value) in pairs {
            self.runs("NoIndent", &[Run::bold(format!("{name}: ")), Run::plain(value)]);
        }
    }

    /// Columns of words stand side by side; those with drawings one after another, as tables.
    fn beside(&mut self, columns: &'a [Vec<Block>]) {
        let share = 1.0 / columns.len().max(1) as f32;
        let lines = columns.iter().map(|column| column.iter().map(lines_of).collect::<Option<Vec<_>>>());
        match lines.collect::<Option<Vec<_>>>() {
            Some(all) => {
                let field =
                    |lines: Vec<Vec<(String, bool)>>| Field { share, center: false, lines: lines.concat() };
                self.fields(&all.into_iter().map(field).collect::<Vec<_>>());
            }
            None => columns.iter().flatten().for_each(|block| self.block(block)),
        }
    }

    /// Columns without borders: the figure, its words under it.
    fn figures(&mut self, figures: &[Figure]) {
        let share = 1.0 / figures.len().max(1) as f32;
        let field = |figure: &Figure| Field {
            share,
            center: true,
            lines: vec![(figure.value.clone(), true), (figure.words.clone(), false)],
        };
        self.fields(&figures.iter().map(field).collect::<Vec<_>>());
    }

    fn requisites(&mut self, requisites: &Requisites) {
        let number = match requisites.number.as_str() {
            "" => "________",
            number => number,
        };
        let date = format!("{} № {number}", requisites.date.format("%d.%m.%Y"));
        let mut left: Vec<(String, bool)> =
            requisites.organisation.iter().enumerate().map(|(i, line)| (line.clone(), i == 0)).collect();
        left.extend([(String::new(), false), (date, false)]);
        let right = requisites.addressee.iter().map(|line| (line.clone(), false)).collect();
        self.fields(&[
            Field { share: 0.48, center: true, lines: left },
            Field { share: 0.08, center: false, lines: Vec::new() },
            Field { share: 0.44, center: false, lines: right },
        ]);
    }

    fn approval(&mut self, approval: &Approval) {
        let lines = |stamp: &Option<Stamp>| {
            let stamp = stamp.iter();
            let said = |stamp: &Stamp| {
                let word = [(stamp.word.clone(), true)].into_iter();
                word.chain(stamp.lines.iter().map(|line| (line.clone(), false))).collect::<Vec<_>>()
            };
            stamp.flat_map(said).collect()
        };
        self.fields(&[
            Field { share: 0.46, center: false, lines: lines(&approval.agreed) },
            Field { share: 0.08, center: false, lines: Vec::new() },
            Field { share: 0.46, center: false, lines: lines(&approval.approved) },
        ]);
    }

    fn signature(&mut self, signature: &Signature) {
        let pen = vec![("_______________________".to_owned(), false), (signature.under_line(), false)];
        self.fields(&[
            Field { share: 0.36, center: false, lines: vec![(signature.post.clone(), false)] },
            Field { share: 0.34, center: true, lines: pen },
            Field { share: 0.3, center: false, lines: vec![(signature.name.clone(), false)] },
        ]);
    }

    fn fields(&mut self, fields: &[Field]) {
        table::fields(&mut self.xml, fields, self.sheet);
        self.words("AfterTable", "");
    }
}

/// The lines of a block in a column, the heading bold; none of what takes more than lines, or calls for footnotes.
fn lines_of(block: &Block) -> Option<Vec<(String, bool)>> {
    let plain = |runs: &[Run]| {
        let noted = runs.iter().any(|run| run.footnote.is_some());
        (!noted).then(|| runs.iter().map(|run| run.text.as_str()).collect::<String>())
    };
    match block {
        Block::Heading { text, .. } => Some(vec![(text.clone(), true)]),
        Block::Paragraph { runs, .. } => Some(vec![(plain(runs)?, false)]),
        Block::List(list) if !list.numbered && list.items.iter().all(|item| item.inner.is_none()) => {
            let lines = list.items.iter().map(|item| Some((format!("— {}", plain(&item.runs)?), false)));
            lines.collect()
        }
        _ => None,
    }
}

fn style_of(style: ParagraphStyle) -> &'static str {
    match style {
        ParagraphStyle::Body => "BodyText",
        ParagraphStyle::Note => "Note",
        ParagraphStyle::Caption => "Caption",
    }
}
