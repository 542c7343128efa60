//! The first sheet: everything the document says outside its tables, and where the tables are.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use crate::document::{Approval, Block, Chart, Document, Image, List, Orientation, Requisites, Signature};

use super::look::Look;
use super::notes::Notes;
use super::sheet::{HIGHEST, LINE, lines, page};
use super::{cell_text, short_alt};

/// Name of the sheet.
pub(super) const SHEET: &str = "Документ";
/// Most of a picture, pixels.
const PICTURE: [f64; 2] = [600.0, 400.0];
/// Widths of the two columns, characters.
const WIDTHS: [f64; 2] = [34.0, 66.0];

pub(super) fn write(
    sheet: &mut Worksheet,
    document: &Document,
    names: &[String],
    look: &Look,
) -> Result<(), XlsxError> {
    sheet.set_name(SHEET)?;
    sheet.set_column_width(0, WIDTHS[0])?.set_column_width(1, WIDTHS[1])?;
    let mut writer = Writer { sheet, look, row: 0, names: names.iter(), notes: Notes::default() };
    if let Some(word) = &document.watermark {
        writer.line(word, &look.name)?;
    }
    for block in &document.blocks {
        writer.block(block)?;
    }
    writer.notes()?;
    page(sheet, document, Orientation::Portrait);
    Ok(())
}

struct Writer<'a> {
    sheet: &'a mut Worksheet,
    look: &'a Look,
    row: u32,
    /// Sheets of the tables still to come.
    names: std::slice::Iter<'a, String>,
    notes: Notes,
}

impl Writer<'_> {
    fn block(&mut self, block: &Block) -> Result<(), XlsxError> {
        let look = self.look;
        match block {
            Block::Requisites(requisites) => self.requisites(requisites),
            Block::Approval(approval) => self.approval(approval),
            Block::Title { kind, about } => {
                self.row += 1;
                self.line(&kind.to_uppercase(), &look.title)?;
                self.line(about, &look.heading)
            }
            Block::Heading { text, .. } => {
                self.row += 1;
                self.line(text, &look.heading)
            }
            Block::Paragraph { runs, .. } => {
                let said = self.notes.said(runs);
                self.line(&said, &look.words)
            }
            Block::List(list) => self.list(list, ""),
            Block::Table(table) if table.rows.is_empty() => self.line(&table.empty, &look.words),
            Block::Table(_) => self.reference(),
            Block::Chart(chart) if chart.is_empty() => Ok(()),
            Block::Chart(chart) => self.chart(chart),
            Block::Image(image) => self.image(image),
            Block::KeyValues(pairs) => {
                pairs.iter().try_for_each(|(name, value)| self.pair(&format!("{name}:"), value))
            }
            Block::Figures(figures) => {
                figures.iter().try_for_each(|figure| self.pair(&figure.words, &figure.value))
            }
            Block::Beside(columns) => columns.iter().flatten().try_for_each(|block| self.block(block)),
            Block::Signature(signature) => self.signature(signature),
            Block::PageBreak | Block::Turn(_) => Ok(()),
        }
    }

    /// Words across both columns.
    fn line(&mut self, text: &str, format: &Format) -> Result<(), XlsxError> {
        let text = cell_text(text);
        if text.is_empty() {
            return Ok(());
        }
        self.sheet.merge_range(self.row, 0, self.row, 1, &text, format)?;
        self.sheet.set_row_height(self.row, height(&text, WIDTHS[0] + WIDTHS[1]))?;
        self.row += 1;
        Ok(())
    }

    fn pair(&mut self, name: &str, value: &str) -> Result<(), XlsxError> {
        let (name, value) = (cell_text(name), cell_text(value));
        self.sheet.write_string_with_format(self.row, 0, &name, &self.look.name)?;
        self.sheet.write_string_with_format(self.row, 1, &value, &self.look.words)?;
        let rows = height(&value, WIDTHS[1]).max(height(&name, WIDTHS[0]));
        self.sheet.set_row_height(self.row, rows)?;
        self.row += 1;
        Ok(())
    }

    fn list(&mut self, list: &List, above: &str) -> Result<(), XlsxError> {
        let look = self.look;
        for (i, item) in list.items.iter().enumerate() {
            let number = format!("{above}{}", i + 1);
            let mark = if list.numbered { format!("{number})") } else { "—".to_owned() };
            let said = self.notes.said(&item.runs);
            self.line(&format!("{mark} {said}"), &look.words)?;
            if let Some(inner) = &item.inner {
                self.list(inner, &format!("{number}."))?;
            }
        }
        Ok(())
    }

    fn reference(&mut self) -> Result<(), XlsxError> {
        let Some(name) = self.names.next() else { return Ok(()) };
        let look = self.look;
        self.line(&format!("Таблица на листе «{name}»."), &look.words)
    }

    fn chart(&mut self, chart: &Chart) -> Result<(), XlsxError> {
        let Some(name) = self.names.next() else { return Ok(()) };
        let look = self.look;
        self.line(chart.title(), &look.name)?;
        self.line(&format!("Диаграмма и её значения на листе «{name}»."), &look.words)
    }

    /// The picture over its own row; what the writer cannot read is told in words.
    fn image(&mut self, image: &Image) -> Result<(), XlsxError> {
        let look = self.look;
        let Ok(picture) = rust_xlsxwriter::Image::new_from_buffer(&image.bytes) else {
            return self.line(&image.alt, &look.words);
        };
        let scale = (PICTURE[0] / picture.width()).min(PICTURE[1] / picture.height()).min(1.0);
        let (width, height) = (picture.width() * scale, picture.height() * scale);
        let picture = picture.set_scale_to_size(width, height, true).set_alt_text(short_alt(&image.alt));
        self.sheet.set_row_height(self.row, (height * 0.75 + 6.0).min(HIGHEST))?;
        self.sheet.insert_image_with_offset(self.row, 0, &picture, 2, 3)?;
        self.row += 1;
        self.line(&image.caption, &look.words)
    }

    /// Notes under the text.
    fn notes(&mut self) -> Result<(), XlsxError> {
        let look = self.look;
        let lines = self.notes.lines();
        self.row += u32::from(!lines.is_empty());
        lines.iter().try_for_each(|line| self.line(line, &look.words))
    }

    fn requisites(&mut self, requisites: &Requisites) -> Result<(), XlsxError> {
        let look = self.look;
        for line in &requisites.organisation {
            self.line(line, &look.words)?;
        }
        let number = if requisites.number.is_empty() { "________" } else { &requisites.number };
        self.line(&format!("{} № {number}", requisites.date.format("%d.%m.%Y")), &look.words)?;
        requisites.addressee.iter().try_for_each(|line| self.line(line, &look.words))
    }

    fn approval(&mut self, approval: &Approval) -> Result<(), XlsxError> {
        let look = self.look;
        for stamp in [&approval.agreed, &approval.approved].into_iter().flatten() {
            self.line(&stamp.word, &look.name)?;
            stamp.lines.iter().try_for_each(|line| self.line(line, &look.words))?;
        }
        Ok(())
    }

    fn signature(&mut self, signature: &Signature) -> Result<(), XlsxError> {
        self.row += 1;
        let pen = format!("____________________ {}", signature.name);
        self.pair(&signature.post, &format!("{pen}\n{}", signature.under_line()))
    }
}

fn height(text: &str, width: f64) -> f64 {
    (lines(text, width) * LINE).min(HIGHEST)
}
