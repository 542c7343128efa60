//! A document as plain text and tables, whatever file or clipboard it came from.

use serde::{Deserialize, Serialize};

/// What a file or a clipboard holds, in order.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// Paragraphs and tables.
    pub blocks: Vec<Block>,
    /// What was left unread of the file, in words: hidden sheets, deleted text.
    pub remarks: Vec<String>,
}

/// A paragraph or a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Block {
    /// A paragraph outside tables, never empty.
    Text(String),
    /// A table.
    Table(RawTable),
}

/// A table: every row has the same number of cells.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RawTable {
    /// «Лист «План»» or «Таблица 2».
    pub place: String,
    /// Cells have addresses like «C12» rather than numbers of rows.
    pub sheet: bool,
    /// Number of the first row in the file, from 1.
    pub first_row: usize,
    /// Number of the first column in the file, from 1.
    pub first_column: usize,
    /// Rows in order.
    pub rows: Vec<Vec<RawCell>>,
}

/// A cell.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RawCell {
    /// Its text; lines are parted by `\n`.
    #[serde(rename = "t", default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Whether it is a part of another cell.
    #[serde(rename = "m", default, skip_serializing_if = "Merged::is_whole")]
    pub merged: Merged,
}

/// Whether a cell is a part of another.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Merged {
    /// A cell of its own.
    #[default]
    Whole,
    /// It continues the cell to its left.
    Left,
    /// It continues the cell above.
    Up,
}

impl Merged {
    fn is_whole(&self) -> bool {
        *self == Self::Whole
    }
}

impl RawCell {
    /// A cell of its own.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), merged: Merged::Whole }
    }

    /// A part of another cell.
    pub fn part(merged: Merged) -> Self {
        Self { text: String::new(), merged }
    }
}

impl RawTable {
    /// Where a row stands: «Таблица 2, строка 5».
    pub fn row_place(&self, row: usize) -> String {
        format!("{}, строка {}", self.place, self.first_row + row)
    }

    /// How many columns it has.
    pub fn width(&self) -> usize {
        self.rows.first().map_or(0, Vec::len)
    }
}

/// Letters of a column, from 1: A, Z, AA.
pub fn column_letters(mut number: usize) -> String {
    let mut letters = Vec::new();
    while number > 0 {
        number -= 1;
        letters.push(char::from(b'A' + u8::try_from(number % 26).expect("below 26")));
        number /= 26;
    }
    letters.iter().rev().collect()
}
