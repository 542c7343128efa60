//! The texts of a table, each measured and broken once however often it stands there.

use std::collections::HashMap;
use std::rc::Rc;

use crate::document::{Row, Table};
use crate::pdf::breaking::{Line, Pieces, Setting};
use crate::pdf::fonts::Fonts;
use crate::pdf::text::Text;

/// Lines shared by all cells that say the same.
pub(super) type Lines = Rc<[Rc<Line>]>;

/// Rows that speak for a table.
const SAMPLE: usize = 60;

/// A text of cells.
struct Entry {
    text: Text,
    pieces: Pieces,
    /// Its lines in the widths and types it was set in.
    set: Vec<([u32; 2], Lines)>,
}

/// All texts of a table.
#[derive(Default)]
pub(super) struct Texts<'a> {
    known: [HashMap<&'a str, usize>; 2],
    entries: Vec<Entry>,
}

/// Widths of a column, thousandths of an em.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Measure {
    /// Of the longest word.
    pub(super) words: i32,
    /// Of the longest syllable of a cell or word of the header.
    pub(super) syllables: i32,
    /// Of the longest cell in one line.
    pub(super) widest: i32,
}

impl<'a> Texts<'a> {
    fn entry(&mut self, fonts: &mut Fonts, text: &'a str, bold: bool) -> &mut Entry {
        let next = self.entries.len();
        let index = *self.known[usize::from(bold)].entry(text).or_insert(next);
        if index == next {
            let text = Text::of(text, bold);
            let pieces = Pieces::new(fonts, &text);
            self.entries.push(Entry { text, pieces, set: Vec::new() });
        }
        &mut self.entries[index]
    }

    /// Lines of a text in a width.
    pub(super) fn lines(&mut self, fonts: &mut Fonts, text: &'a str, bold: bool, setting: Setting) -> Lines {
        let entry = self.entry(fonts, text, bold);
        let key = [setting.width.to_bits(), setting.size.to_bits()];
        if let Some((_, lines)) = entry.set.iter().find(|(known, _)| *known == key) {
            return Rc::clone(lines);
        }
        let lines: Lines = entry.pieces.lines(fonts, &entry.text, setting).into_iter().map(Rc::new).collect();
        entry.set.push((key, Rc::clone(&lines)));
        lines
    }

    /// Widths of the unbroken lines of cells, row by row; of a long table some rows speak for all.
    pub(super) fn sample(&mut self, fonts: &mut Fonts, table: &'a Table) -> Vec<Vec<Vec<i32>>> {
        let rows = table.printed();
        let each = rows.len().div_ceil(SAMPLE).max(1);
        let mut sample = Vec::new();
        for row in rows.iter().step_by(each) {
            let Row::Cells(cells) = row else { continue };
            let cells = cells.iter().take(table.columns.len());
            sample.push(cells.map(|cell| self.entry(fonts, cell, false).pieces.unbroken()).collect());
        }
        sample
    }

    /// Measures a column: its header keeps whole words.
    pub(super) fn measure(&mut self, fonts: &mut Fonts, table: &'a Table, column: usize) -> Measure {
        let head = self.entry(fonts, &table.columns[column].title, true);
        let word = head.pieces.least(&head.text, false);
        let mut all = Measure { words: word, syllables: word, widest: head.pieces.widest() };
        for row in table.printed() {
            let (cells, bold) = match row {
                Row::Cells(cells) => (cells, false),
                Row::Total(cells) => (cells, true),
                Row::Group(_) | Row::Subgroup(_) => continue,
            };
            let Some(cell) = cells.get(column).filter(|cell| !cell.is_empty()) else { continue };
            let entry = self.entry(fonts, cell, bold);
            all.words = all.words.max(entry.pieces.least(&entry.text, false));
            all.syllables = all.syllables.max(entry.pieces.least(&entry.text, true));
            all.widest = all.widest.max(entry.pieces.widest());
        }
        all
    }
}
