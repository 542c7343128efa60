//! Blocks into paragraphs.

use crate::ReportError;
use crate::document::{
    Approval, Block, Chart, Document, List, Orientation, ParagraphStyle, Requisites, Run, Signature, Stamp,
    Table,
};
use crate::pdf::fonts::Fonts;

use super::section;
use super::styles::List as Style;
use super::table::{self, Field};
use super::xml::Xml;

/// The body of the document.
#[derive(Debug)]
pub(super) struct Body {
    /// `word/document.xml` without its root.
    pub(super) xml: String,
    /// Numbered lists: each counts from one.
    pub(super) numbered: usize,
}

/// Writes all blocks.
pub(super) fn write(document: &Document) -> Result<Body, ReportError> {
    let mut writer = Writer {
        xml: Xml::default(),
        fonts: Fonts::load()?,
        orientation: Orientation::Portrait,
        started: false,
        page_break: false,
        first_section: true,
        numbered: 0,
    };
    document.blocks.iter().for_each(|block| writer.block(block));
    section::last(&mut writer.xml, writer.orientation, writer.first_section);
    Ok(Body { xml: writer.xml.finish(), numbered: writer.numbered })
}

struct Writer {
    xml: Xml,
    fonts: Fonts,
    orientation: Orientation,
    /// Something stands on the page already.
    started: bool,
    /// The next paragraph begins a page.
    page_break: bool,
    /// No turn of the sheet yet.
    first_section: bool,
    numbered: usize,
}

impl Writer {
    fn block(&mut self, block: &Block) {
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
                self.words(if *level <= 2 { "Heading1" } else { "Heading2" }, text)
            }
            Block::Paragraph { runs, style } => self.runs(style_of(*style), runs),
            Block::List(list) => self.list(list, 0),
            Block::Table(table) if table.rows.is_empty() => self.words("BodyText", &table.empty),
            Block::Table(table) => self.table(table),
            Block::Chart(chart) if chart.is_empty() => {}
            Block::Chart(chart) => self.chart(chart),
            Block::Image(image) => self.words("Caption", &image.alt),
            Block::KeyValues(pairs) => self.key_values(pairs),
            Block::Signature(signature) => self.signature(signature),
            Block::PageBreak | Block::Turn(_) => {}
        }
        self.started = true;
    }

    fn words(&mut self, style: &str, text: &str) {
        self.xml.paragraph(style, |_| {}, |xml| xml.run(text, false));
    }

    fn runs(&mut self, style: &str, runs: &[Run]) {
        let body = |xml: &mut Xml| runs.iter().for_each(|run| xml.run(&run.text, run.bold));
        // «Решили:» is not left without its list.
        let leads = runs.last().is_some_and(|run| run.text.trim_end().ends_with(':'));
        let keep = |xml: &mut Xml| {
            if leads {
                xml.empty("w:keepNext", &[]);
            }
        };
        self.xml.paragraph(style, keep, body);
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
        if self.started && orientation != self.orientation {
            section::end(&mut self.xml, self.orientation, self.first_section);
            (self.page_break, self.first_section) = (false, false);
        }
        self.orientation = orientation;
    }

    fn list(&mut self, list: &List, level: usize) {
        let style = if list.numbered { Style::Numbered(self.numbered) } else { Style::Dashes };
        self.numbered += usize::from(list.numbered);
        for item in &list.items {
            let number = |xml: &mut Xml| {
                xml.element("w:numPr", &[], |xml| {
                    xml.value("w:ilvl", level);
                    xml.value("w:numId", style.id());
                });
            };
            let words = |xml: &mut Xml| item.runs.iter().for_each(|run| xml.run(&run.text, run.bold));
            self.xml.paragraph(style.style(), number, words);
            if let Some(inner) = &item.inner {
                self.list(inner, level + 1);
            }
        }
    }

    fn table(&mut self, table: &Table) {
        table::write(&mut self.xml, &mut self.fonts, table, self.orientation);
        self.words("AfterTable", "");
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
        let pen = vec![
            ("_______________________".to_owned(), false),
            (format!("подпись, {}", signature.date.format("%d.%m.%Y")), false),
        ];
        self.fields(&[
            Field { share: 0.36, center: false, lines: vec![(signature.post.clone(), false)] },
            Field { share: 0.34, center: true, lines: pen },
            Field { share: 0.3, center: false, lines: vec![(signature.name.clone(), false)] },
        ]);
    }

    fn fields(&mut self, fields: &[Field]) {
        table::fields(&mut self.xml, fields, self.orientation);
        self.words("AfterTable", "");
    }
}

fn style_of(style: ParagraphStyle) -> &'static str {
    match style {
        ParagraphStyle::Body => "BodyText",
        ParagraphStyle::Note => "Note",
        ParagraphStyle::Caption => "Caption",
    }
}
