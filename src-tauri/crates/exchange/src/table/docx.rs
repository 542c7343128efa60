//! Documents of Word: paragraphs and tables of `word/document.xml`, as a reader would see them.

use opora_domain::authoring::Source;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::TableError;
use super::archive::Archive;
use super::grid::{Collected, Grid, flattened};
use super::numbering::Numbering;
use super::xml::{attribute, broken, number, referred};

/// Elements whose text is not on the page: deleted, moved away, codes of fields, a second drawing of the same.
const UNSEEN: [&str; 7] = ["del", "moveFrom", "instrText", "delText", "Fallback", "annotation", "rt"];
const MAX_NESTED: usize = 20;
/// A table inside a cell is a table of its own only when it has so many columns.
const OWN_COLUMNS: usize = 3;

#[derive(Default)]
struct Cell {
    text: String,
    columns: usize,
    continued: bool,
    continues_left: bool,
}

struct Table {
    grid: Grid,
    cell: Option<Cell>,
    row_deleted: bool,
}

#[derive(Default)]
struct Paragraph {
    text: String,
    list: Option<String>,
    depth: usize,
}

#[derive(Default)]
struct Document {
    collected: Collected,
    tables: Vec<Table>,
    /// Tables that stood inside a cell and are read after the outer one.
    inner: Vec<Grid>,
    paragraphs: Vec<Paragraph>,
    path: Vec<String>,
    unseen: usize,
    in_text: bool,
    number: usize,
    numbering: Numbering,
}

/// Reads the body of the document.
pub(super) fn read(archive: &mut Archive<'_>) -> Result<Source, TableError> {
    let missing = || TableError::Corrupt("no word/document.xml".into());
    let xml = archive.text("word/document.xml")?.ok_or_else(missing)?;
    let numbering = archive.text("word/numbering.xml")?;
    let mut document = Document::default();
    if let Some(numbering) = numbering {
        document.numbering = Numbering::read(&numbering)?;
    }
    document.walk(&xml)?;
    Ok(document.collected.source())
}

impl Document {
    fn walk(&mut self, xml: &str) -> Result<(), TableError> {
        let mut reader = Reader::from_str(xml);
        loop {
            match reader.read_event().map_err(broken)? {
                Event::Start(element) => {
                    self.open(&element)?;
                    self.path.push(element.local_name().as_ref().to_owned());
                }
                Event::Empty(element) => {
                    self.open(&element)?;
                    self.path.push(String::new());
                    self.close(element.local_name().as_ref())?;
                }
                Event::End(element) => self.close(element.local_name().as_ref())?,
                Event::Text(text) if self.in_text => self.write(&text.xml10_content()),
                Event::CData(text) if self.in_text => self.write(&text.xml10_content()),
                Event::GeneralRef(reference) if self.in_text => {
                    self.write(referred(&reference).map_or(String::new(), String::from).as_str());
                }
                Event::Eof => return self.end(),
                _ => {}
            }
        }
    }

    fn open(&mut self, element: &BytesStart<'_>) -> Result<(), TableError> {
        let name = element.local_name();
        let name = name.as_ref();
        let parent = self.path.last().map_or("", String::as_str);
        if name == "del" && parent == "trPr" {
            self.tables.iter_mut().last().into_iter().for_each(|table| table.row_deleted = true);
        }
        if UNSEEN.contains(&name) {
            self.unseen += 1;
            if name == "del" || name == "moveFrom" {
                self.collected.remark("Текст, удалённый в режиме правки, не прочитан.".to_owned());
            }
        }
        if self.unseen > 0 {
            return Ok(());
        }
        match name {
            "p" => self.paragraphs.push(Paragraph::default()),
            "t" => self.in_text = true,
            "tab" if parent == "r" => self.write("\t"),
            "br" | "cr" => self.write("\n"),
            "noBreakHyphen" => self.write("-"),
            "ilvl" => self.of_paragraph(|p| p.depth = number(element, "val").unwrap_or(0)),
            "numId" => self.of_paragraph(|p| p.list = attribute(element, "val").filter(|id| id != "0")),
            "tbl" => self.open_table()?,
            "tr" => self.open_row()?,
            "gridBefore" => {
                let columns = number(element, "val").unwrap_or(0);
                self.tables.last_mut().map_or(Ok(()), |table| table.grid.gap(columns))?;
            }
            "tc" => {
                if let Some(table) = self.tables.last_mut() {
                    table.cell = Some(Cell { columns: 1, ..Cell::default() });
                }
            }
            "gridSpan" => self.of_cell(|cell| cell.columns = number(element, "val").unwrap_or(1)),
            "vMerge" => {
                let restarts = attribute(element, "val").is_some_and(|val| val == "restart");
                self.of_cell(|cell| cell.continued = !restarts);
            }
            "hMerge" => {
                let restarts = attribute(element, "val").is_some_and(|val| val == "restart");
                self.of_cell(|cell| cell.continues_left = !restarts);
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), TableError> {
        self.path.pop();
        if UNSEEN.contains(&name) {
            self.unseen = self.unseen.saturating_sub(1);
            return Ok(());
        }
        if self.unseen > 0 {
            return Ok(());
        }
        match name {
            "t" => self.in_text = false,
            "p" => self.end_paragraph(),
            "tc" => self.end_cell()?,
            "tr" => self.end_row(),
            "tbl" => self.end_table()?,
            _ => {}
        }
        Ok(())
    }

    fn of_paragraph(&mut self, change: impl FnOnce(&mut Paragraph)) {
        self.paragraphs.last_mut().map(change).unwrap_or_default();
    }

    fn of_cell(&mut self, change: impl FnOnce(&mut Cell)) {
        self.tables.last_mut().and_then(|table| table.cell.as_mut()).map(change).unwrap_or_default();
    }

    fn write(&mut self, text: &str) {
        if self.unseen == 0 {
            self.of_paragraph(|paragraph| paragraph.text.push_str(text));
        }
    }

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.paragraphs.pop() else { return };
        let number = paragraph.list.and_then(|list| self.numbering.next(&list, paragraph.depth));
        let text = match number {
            Some(number) => format!("{number} {}", paragraph.text),
            None => paragraph.text,
        };
        match self.tables.last_mut() {
            None => self.collected.text(&text),
            Some(Table { cell: Some(cell), .. }) => {
                cell.text.push_str(&text);
                cell.text.push('\n');
            }
            Some(_) => {}
        }
    }

    fn open_table(&mut self) -> Result<(), TableError> {
        if self.tables.len() >= MAX_NESTED {
            return Err(TableError::Corrupt("tables nested too deep".into()));
        }
        self.number += 1;
        let grid = Grid::table(self.number);
        self.tables.push(Table { grid, cell: None, row_deleted: false });
        Ok(())
    }

    fn open_row(&mut self) -> Result<(), TableError> {
        let Some(table) = self.tables.last_mut() else { return Ok(()) };
        table.row_deleted = false;
        table.grid.start_row()
    }

    fn end_cell(&mut self) -> Result<(), TableError> {
        let Some(table) = self.tables.last_mut() else { return Ok(()) };
        let Some(cell) = table.cell.take() else { return Ok(()) };
        if cell.continued {
            table.grid.continued(cell.columns)
        } else if cell.continues_left {
            table.grid.covered()
        } else {
            table.grid.cell(&cell.text, cell.columns, 1)
        }
    }

    fn end_row(&mut self) {
        let Some(table) = self.tables.last_mut() else { return };
        if table.row_deleted {
            table.grid.drop_row();
            self.collected.remark("Строки, удалённые в режиме правки, не прочитаны.".to_owned());
        }
    }

    fn end_table(&mut self) -> Result<(), TableError> {
        let Some(table) = self.tables.pop() else { return Ok(()) };
        let Some(outer) = self.tables.last_mut() else {
            self.collected.table(table.grid)?;
            return std::mem::take(&mut self.inner)
                .into_iter()
                .try_for_each(|grid| self.collected.table(grid));
        };
        if table.grid.widest() >= OWN_COLUMNS {
            self.inner.push(table.grid);
        } else if let Some(cell) = &mut outer.cell {
            cell.text.push_str(&flattened(table.grid));
            cell.text.push('\n');
        }
        Ok(())
    }

    fn end(&mut self) -> Result<(), TableError> {
        match self.tables.is_empty() && self.paragraphs.is_empty() {
            true => Ok(()),
            false => Err(TableError::Corrupt("the document breaks off".into())),
        }
    }
}
