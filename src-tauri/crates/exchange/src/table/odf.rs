//! Open documents (.odt, .ods of LibreOffice, «МойОфис», «Р7-Офис»): paragraphs and tables of `content.xml`.

use opora_domain::authoring::Source;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::TableError;
use super::archive::Archive;
use super::grid::{Collected, Grid, MAX_COLUMNS, flattened};
use super::xml::{attribute, broken, number, referred};

/// Elements whose text is not on the page.
const UNSEEN: [&str; 5] = ["annotation", "tracked-changes", "note", "forms", "table-of-content"];
const MAX_NESTED: usize = 20;
/// A row with text that is repeated more often is a decoration.
const MAX_REPEATED: usize = 100;

#[derive(Default)]
struct Cell {
    text: String,
    columns: usize,
    rows: usize,
    repeated: usize,
    covered: bool,
}

struct Table {
    grid: Grid,
    hidden: bool,
    cell: Option<Cell>,
    repeated: usize,
}

#[derive(Default)]
struct Document {
    collected: Collected,
    sheets: bool,
    tables: Vec<Table>,
    /// Name of the style being read, and styles of hidden sheets.
    style: String,
    hidden: Vec<String>,
    paragraph: String,
    in_paragraph: usize,
    unseen: usize,
    number: usize,
}

/// Reads the body of the document.
pub(super) fn read(archive: &mut Archive<'_>) -> Result<Source, TableError> {
    let manifest = archive.text("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(TableError::Encrypted);
    }
    let missing = || TableError::Corrupt("no content.xml".into());
    let xml = archive.text("content.xml")?.ok_or_else(missing)?;
    let mut document = Document::default();
    document.walk(&xml)?;
    Ok(document.collected.source())
}

impl Document {
    fn walk(&mut self, xml: &str) -> Result<(), TableError> {
        let mut reader = Reader::from_str(xml);
        loop {
            match reader.read_event().map_err(broken)? {
                Event::Start(element) => self.open(&element)?,
                Event::Empty(element) => {
                    self.open(&element)?;
                    self.close(element.local_name().as_ref())?;
                }
                Event::End(element) => self.close(element.local_name().as_ref())?,
                Event::Text(text) => self.write(&text.xml10_content()),
                Event::CData(text) => self.write(&text.xml10_content()),
                Event::GeneralRef(reference) => {
                    self.write(referred(&reference).map_or(String::new(), String::from).as_str());
                }
                Event::Eof if self.tables.is_empty() => return Ok(()),
                Event::Eof => return Err(TableError::Corrupt("the document breaks off".into())),
                _ => {}
            }
        }
    }

    fn open(&mut self, element: &BytesStart<'_>) -> Result<(), TableError> {
        let name = element.local_name();
        let name = name.as_ref();
        if UNSEEN.contains(&name) {
            self.unseen += 1;
        }
        if self.unseen > 0 {
            return Ok(());
        }
        match name {
            "style" => self.style = attribute(element, "name").unwrap_or_default(),
            "table-properties" if attribute(element, "display").as_deref() == Some("false") => {
                self.hidden.push(self.style.clone());
            }
            "spreadsheet" => self.sheets = true,
            "p" | "h" if self.in_paragraph == 0 => {
                self.paragraph.clear();
                self.in_paragraph = 1;
            }
            "p" | "h" => self.in_paragraph += 1,
            "s" => self.write(" "),
            "tab" => self.write("\t"),
            "line-break" => self.write("\n"),
            "table" => self.open_table(element)?,
            "table-row" => self.open_row(element)?,
            "table-cell" | "covered-table-cell" => self.open_cell(element, name),
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), TableError> {
        if UNSEEN.contains(&name) {
            self.unseen = self.unseen.saturating_sub(1);
            return Ok(());
        }
        if self.unseen > 0 {
            return Ok(());
        }
        match name {
            "p" | "h" => self.end_paragraph(),
            "table-cell" | "covered-table-cell" => self.end_cell()?,
            "table-row" => self.end_row()?,
            "table" => self.end_table()?,
            _ => {}
        }
        Ok(())
    }

    fn write(&mut self, text: &str) {
        if self.in_paragraph > 0 && self.unseen == 0 {
            self.paragraph.push_str(text);
        }
    }

    fn end_paragraph(&mut self) {
        self.in_paragraph = self.in_paragraph.saturating_sub(1);
        if self.in_paragraph > 0 {
            return;
        }
        let text = std::mem::take(&mut self.paragraph);
        match self.tables.last_mut() {
            None => self.collected.text(&text),
            Some(Table { cell: Some(cell), .. }) => {
                cell.text.push_str(&text);
                cell.text.push('\n');
            }
            Some(_) => {}
        }
    }

    fn open_table(&mut self, element: &BytesStart<'_>) -> Result<(), TableError> {
        if self.tables.len() >= MAX_NESTED {
            return Err(TableError::Corrupt("tables nested too deep".into()));
        }
        self.in_paragraph = 0;
        self.number += 1;
        let name = attribute(element, "name").unwrap_or_default();
        let hidden = attribute(element, "style-name").is_some_and(|style| self.hidden.contains(&style));
        if hidden && self.sheets {
            self.collected.remark(format!("Скрытый лист «{name}» не прочитан."));
        }
        let grid = if self.sheets { Grid::sheet(&name) } else { Grid::table(self.number) };
        self.tables.push(Table { grid, hidden: hidden && self.sheets, cell: None, repeated: 1 });
        Ok(())
    }

    fn open_row(&mut self, element: &BytesStart<'_>) -> Result<(), TableError> {
        let Some(table) = self.tables.last_mut() else { return Ok(()) };
        table.repeated = number(element, "number-rows-repeated").unwrap_or(1);
        table.grid.start_row()
    }

    fn open_cell(&mut self, element: &BytesStart<'_>, name: &str) {
        let Some(table) = self.tables.last_mut() else { return };
        table.cell = Some(Cell {
            text: String::new(),
            columns: number(element, "number-columns-spanned").unwrap_or(1),
            rows: number(element, "number-rows-spanned").unwrap_or(1),
            repeated: number(element, "number-columns-repeated").unwrap_or(1),
            covered: name == "covered-table-cell",
        });
    }

    /// The cells that a cell covers follow it in the file, so it takes one place here.
    fn end_cell(&mut self) -> Result<(), TableError> {
        let Some(table) = self.tables.last_mut() else { return Ok(()) };
        let Some(cell) = table.cell.take() else { return Ok(()) };
        for _ in 0..cell.repeated.clamp(1, MAX_COLUMNS) {
            match cell.covered {
                true => table.grid.covered()?,
                false => table.grid.spanning(&cell.text, cell.columns, cell.rows)?,
            }
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), TableError> {
        let Some(table) = self.tables.last_mut() else { return Ok(()) };
        if table.repeated > 1 && !table.grid.row_is_empty() {
            return table.grid.repeat_row(table.repeated.min(MAX_REPEATED) - 1);
        }
        if table.grid.row_is_empty() && table.repeated > MAX_REPEATED {
            table.grid.drop_row();
        } else if table.repeated > 1 {
            return table.grid.repeat_row(table.repeated - 1);
        }
        Ok(())
    }

    fn end_table(&mut self) -> Result<(), TableError> {
        let Some(table) = self.tables.pop() else { return Ok(()) };
        match self.tables.last_mut() {
            None if table.hidden => {}
            None => self.collected.table(table.grid)?,
            Some(Table { cell: Some(cell), .. }) => {
                cell.text.push_str(&flattened(table.grid));
                cell.text.push('\n');
            }
            Some(_) => {}
        }
        Ok(())
    }
}
