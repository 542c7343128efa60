//! A table being put together: merged cells find their places, and its size is limited.

use opora_domain::authoring::{Block, Merged, RawCell, RawTable, Source};

use super::TableError;

/// Rows of one table.
pub(super) const MAX_ROWS: usize = 20_000;
/// Columns of one table; what stands further right is no road map.
pub(super) const MAX_COLUMNS: usize = 100;
/// Cells of one table, and of all tables of a file.
const MAX_CELLS: usize = 400_000;
const MAX_CELL_CHARS: usize = 20_000;

/// Paragraphs and tables as they are read.
#[derive(Default)]
pub(super) struct Collected {
    blocks: Vec<Block>,
    remarks: Vec<String>,
    cells: usize,
}

impl Collected {
    pub(super) fn text(&mut self, text: &str) {
        let text = tidy(text);
        if !text.is_empty() {
            self.blocks.push(Block::Text(text));
        }
    }

    pub(super) fn table(&mut self, mut grid: Grid) -> Result<(), TableError> {
        grid.end_row()?;
        let place = grid.place.clone();
        let Some(table) = grid.finish() else { return Ok(()) };
        self.cells += table.rows.len() * table.width();
        if self.cells > MAX_CELLS {
            return Err(TableError::TooLong { place, limit: MAX_CELLS });
        }
        self.blocks.push(Block::Table(table));
        Ok(())
    }

    pub(super) fn remark(&mut self, remark: String) {
        if !self.remarks.contains(&remark) {
            self.remarks.push(remark);
        }
    }

    pub(super) fn source(self) -> Source {
        Source { blocks: self.blocks, remarks: self.remarks }
    }
}

/// A table inside a cell, as lines of its text.
pub(super) fn flattened(grid: Grid) -> String {
    let lines = grid.rows.iter().map(|row| {
        let filled = row.iter().map(|cell| cell.text.as_str()).filter(|text| !text.is_empty());
        filled.collect::<Vec<_>>().join(" ")
    });
    format!("\n{}", lines.collect::<Vec<_>>().join("\n"))
}

/// A stretch of merged cells, ends included.
#[derive(Clone, Copy)]
struct Span {
    rows: (usize, usize),
    columns: (usize, usize),
}

/// A table being put together.
pub(super) struct Grid {
    place: String,
    sheet: bool,
    rows: Vec<Vec<RawCell>>,
    cells: usize,
    spans: Vec<Span>,
}

impl Grid {
    pub(super) fn table(number: usize) -> Self {
        Self::new(format!("Таблица {number}"), false)
    }

    pub(super) fn sheet(name: &str) -> Self {
        Self::new(format!("Лист «{name}»"), true)
    }

    fn new(place: String, sheet: bool) -> Self {
        Self { place, sheet, rows: Vec::new(), cells: 0, spans: Vec::new() }
    }

    pub(super) fn start_row(&mut self) -> Result<(), TableError> {
        if self.rows.len() >= MAX_ROWS {
            return Err(TableError::TooLong { place: self.place.clone(), limit: MAX_ROWS });
        }
        self.end_row()?;
        let row = self.rows.len();
        self.spans.retain(|span| span.rows.1 >= row);
        self.rows.push(Vec::new());
        Ok(())
    }

    /// Cells at the end of the row that are covered from above.
    fn end_row(&mut self) -> Result<(), TableError> {
        if self.rows.is_empty() { Ok(()) } else { self.step_over_covered() }
    }

    /// Takes the row back: it was deleted, or it is one of a million empty ones.
    pub(super) fn drop_row(&mut self) {
        self.cells -= self.rows.pop().map_or(0, |row| row.len());
    }

    /// Adds a cell that covers so many columns and rows; cells covered from above are stepped over.
    pub(super) fn cell(&mut self, text: &str, columns: usize, rows: usize) -> Result<(), TableError> {
        if self.rows.is_empty() {
            self.start_row()?;
        }
        self.step_over_covered()?;
        self.place_cell(RawCell::new(tidy(text)), columns, rows)
    }

    /// Adds a cell that continues the one above.
    pub(super) fn continued(&mut self, columns: usize) -> Result<(), TableError> {
        if self.rows.is_empty() {
            self.start_row()?;
        }
        self.place_cell(RawCell::part(Merged::Up), columns, 1)
    }

    /// Adds a cell whose covered places the file itself writes out.
    pub(super) fn spanning(&mut self, text: &str, columns: usize, rows: usize) -> Result<(), TableError> {
        let (row, column) = (self.rows.len().saturating_sub(1), self.width());
        self.push(RawCell::new(tidy(text)))?;
        if rows > 1 {
            let rows = (row, row + rows.min(MAX_ROWS) - 1);
            self.spans.push(Span { rows, columns: (column, column + columns.clamp(1, MAX_COLUMNS) - 1) });
        }
        Ok(())
    }

    /// Adds a cell that the file itself says is covered.
    pub(super) fn covered(&mut self) -> Result<(), TableError> {
        let merged = self.covered_by(self.rows.len().saturating_sub(1), self.width()).unwrap_or(Merged::Left);
        self.push(RawCell::part(merged))
    }

    /// Adds a part of a cell that was merged elsewhere.
    pub(super) fn part(&mut self, merged: Merged) -> Result<(), TableError> {
        self.push(RawCell::part(merged))
    }

    /// Adds empty cells.
    pub(super) fn gap(&mut self, columns: usize) -> Result<(), TableError> {
        (0..columns.min(MAX_COLUMNS)).try_for_each(|_| self.push(RawCell::default()))
    }

    /// Columns filled in the row at hand.
    pub(super) fn width(&self) -> usize {
        self.rows.last().map_or(0, Vec::len)
    }

    /// Columns of the widest row.
    pub(super) fn widest(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// The text of the row at hand is empty.
    pub(super) fn row_is_empty(&self) -> bool {
        self.rows.last().is_none_or(|row| row.iter().all(|cell| cell.text.is_empty()))
    }

    /// Repeats the row at hand.
    pub(super) fn repeat_row(&mut self, times: usize) -> Result<(), TableError> {
        let row = self.rows.last().cloned().unwrap_or_default();
        for _ in 0..times {
            self.start_row()?;
            row.iter().cloned().try_for_each(|cell| self.push(cell))?;
        }
        Ok(())
    }

    /// The table without its empty edges; none when nothing is written in it.
    pub(super) fn finish(mut self) -> Option<RawTable> {
        let filled = |row: &Vec<RawCell>| row.iter().any(|cell| !cell.text.is_empty());
        let first = self.rows.iter().position(filled)?;
        let last = self.rows.iter().rposition(filled)?;
        self.rows.truncate(last + 1);
        self.rows.drain(..first);
        let width = self.rows.iter().map(|row| last_filled(row)).max().unwrap_or(0);
        for row in &mut self.rows {
            row.resize_with(width, RawCell::default);
        }
        let empty_left =
            (0..width).take_while(|&column| self.rows.iter().all(|row| row[column].text.is_empty()));
        let left = empty_left.count();
        self.rows.iter_mut().for_each(|row| drop(row.drain(..left)));
        Some(RawTable {
            place: self.place,
            sheet: self.sheet,
            first_row: first + 1,
            first_column: left + 1,
            rows: self.rows,
        })
    }

    fn place_cell(&mut self, cell: RawCell, columns: usize, rows: usize) -> Result<(), TableError> {
        let (row, column) = (self.rows.len() - 1, self.width());
        let columns = columns.clamp(1, MAX_COLUMNS);
        let up = cell.merged == Merged::Up;
        self.push(cell)?;
        for _ in 1..columns {
            self.push(RawCell::part(if up { Merged::Up } else { Merged::Left }))?;
        }
        if rows > 1 {
            let rows = (row, row + rows.min(MAX_ROWS) - 1);
            self.spans.push(Span { rows, columns: (column, column + columns - 1) });
        }
        Ok(())
    }

    fn step_over_covered(&mut self) -> Result<(), TableError> {
        while let Some(merged) = self.covered_by(self.rows.len() - 1, self.width()) {
            self.push(RawCell::part(merged))?;
        }
        Ok(())
    }

    fn covered_by(&self, row: usize, column: usize) -> Option<Merged> {
        let covers = |span: &&Span| {
            row > span.rows.0 && row <= span.rows.1 && column >= span.columns.0 && column <= span.columns.1
        };
        self.spans.iter().find(covers).map(|_| Merged::Up)
    }

    fn push(&mut self, cell: RawCell) -> Result<(), TableError> {
        let (row, column) = (self.rows.len(), self.width() + 1);
        if cell.text.len() > MAX_CELL_CHARS && cell.text.chars().count() > MAX_CELL_CHARS {
            let place = format!("{}, строка {row}, столбец {column}", self.place);
            return Err(TableError::CellTooLong { place, limit: MAX_CELL_CHARS });
        }
        if self.cells >= MAX_CELLS {
            return Err(TableError::TooLong { place: self.place.clone(), limit: MAX_CELLS });
        }
        if column <= MAX_COLUMNS
            && let Some(last) = self.rows.last_mut()
        {
            last.push(cell);
            self.cells += 1;
        }
        Ok(())
    }
}

fn last_filled(row: &[RawCell]) -> usize {
    let taken = |cell: &RawCell| !cell.text.is_empty() || cell.merged != Merged::Whole;
    row.iter().rposition(taken).map_or(0, |at| at + 1)
}

/// Text without invisible characters; each line trimmed, no empty lines.
pub(super) fn tidy(text: &str) -> String {
    let lines = text.lines().map(tidy_line).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

fn tidy_line(line: &str) -> String {
    let seen: String = line.chars().filter_map(seen_char).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn seen_char(c: char) -> Option<char> {
    match c {
        '\t' | '\u{a0}' | '\u{202f}' | '\u{2007}' => Some(' '),
        '\u{ad}'
        | '\u{feff}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}' => None,
        '\u{2011}' => Some('-'),
        '\u{f0b7}' | '\u{f0a7}' => Some('–'),
        c if c.is_control() => None,
        c => Some(c),
    }
}
