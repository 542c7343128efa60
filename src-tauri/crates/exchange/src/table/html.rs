//! HTML of the clipboard, and of those «.xls» files that are pages.

use ego_tree::iter::Edge;
use opora_domain::authoring::Source;
use scraper::node::Element;
use scraper::{Html, Node};

use super::TableError;
use super::grid::{Collected, Grid, flattened};

/// A cell being read.
struct Cell {
    text: String,
    columns: usize,
    rows: usize,
}

/// A table being read; one inside a cell of another gives its text to that cell.
struct Table {
    grid: Grid,
    cell: Option<Cell>,
}

#[derive(Default)]
struct Reader {
    collected: Collected,
    paragraph: String,
    tables: Vec<Table>,
    number: usize,
    hidden: usize,
}

/// Reads paragraphs and tables. The tree is walked edge by edge: a page nested without end costs no stack.
pub(super) fn read(html: &str) -> Result<Source, TableError> {
    let page = Html::parse_document(html);
    let mut reader = Reader::default();
    for edge in page.tree.root().traverse() {
        match edge {
            Edge::Open(node) => reader.open(node.value())?,
            Edge::Close(node) => reader.close(node.value())?,
        }
    }
    reader.end_paragraph();
    Ok(reader.collected.source())
}

impl Reader {
    fn open(&mut self, node: &Node) -> Result<(), TableError> {
        match node {
            Node::Text(text) if self.hidden == 0 => self.text(text),
            Node::Element(element) if is_hidden(element) => self.hidden += 1,
            Node::Element(element) if self.hidden == 0 => self.open_element(element)?,
            _ => {}
        }
        Ok(())
    }

    fn open_element(&mut self, element: &Element) -> Result<(), TableError> {
        match element.name() {
            "table" => self.open_table(),
            "tr" => self.row()?,
            "td" | "th" => {
                self.end_cell()?;
                if let Some(table) = self.tables.last_mut() {
                    let span = |name| element.attr(name).and_then(|n| n.trim().parse().ok()).unwrap_or(1);
                    table.cell =
                        Some(Cell { text: String::new(), columns: span("colspan"), rows: span("rowspan") });
                }
            }
            "br" | "p" | "div" | "li" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.line(),
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, node: &Node) -> Result<(), TableError> {
        let Node::Element(element) = node else { return Ok(()) };
        if is_hidden(element) {
            self.hidden -= 1;
            return Ok(());
        }
        match element.name() {
            _ if self.hidden > 0 => {}
            "td" | "th" | "tr" => self.end_cell()?,
            "table" => self.end_table()?,
            "p" | "div" | "li" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.line(),
            _ => {}
        }
        Ok(())
    }

    /// A line break of the source is a space on the page.
    fn text(&mut self, text: &str) {
        let text = text.replace(['\n', '\r'], " ");
        match self.tables.last_mut() {
            None => self.paragraph.push_str(&text),
            Some(Table { cell: Some(cell), .. }) => cell.text.push_str(&text),
            Some(_) => {}
        }
    }

    fn line(&mut self) {
        match self.tables.last_mut() {
            None => self.end_paragraph(),
            Some(Table { cell: Some(cell), .. }) => cell.text.push('\n'),
            Some(_) => {}
        }
    }

    fn end_paragraph(&mut self) {
        self.collected.text(&std::mem::take(&mut self.paragraph));
    }

    fn open_table(&mut self) {
        if self.tables.is_empty() {
            self.end_paragraph();
            self.number += 1;
        }
        self.tables.push(Table { grid: Grid::table(self.number), cell: None });
    }

    fn row(&mut self) -> Result<(), TableError> {
        self.end_cell()?;
        self.tables.last_mut().map_or(Ok(()), |table| table.grid.start_row())
    }

    fn end_cell(&mut self) -> Result<(), TableError> {
        let Some(table) = self.tables.last_mut() else { return Ok(()) };
        let Some(cell) = table.cell.take() else { return Ok(()) };
        table.grid.cell(&cell.text, cell.columns, cell.rows)
    }

    fn end_table(&mut self) -> Result<(), TableError> {
        self.end_cell()?;
        let Some(table) = self.tables.pop() else { return Ok(()) };
        match self.tables.last_mut() {
            None => self.collected.table(table.grid)?,
            Some(Table { cell: Some(cell), .. }) => cell.text.push_str(&flattened(table.grid)),
            Some(_) => {}
        }
        Ok(())
    }
}

fn is_hidden(element: &Element) -> bool {
    let named =
        matches!(element.name(), "head" | "style" | "script" | "title" | "template" | "noscript" | "del");
    let styled = element.attr("style").is_some_and(|style| style.replace(' ', "").contains("display:none"));
    named || styled
}
