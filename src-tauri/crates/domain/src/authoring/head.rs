//! The head of a table: which row names the columns and what each of them holds.

use super::calendar;
use super::heading::{Word, meaning};
use super::text::{norm, years};
use super::{Column, ColumnField, Merged, RawCell, RawTable, SheetKind};

/// The head is looked for in so many first rows.
const LOOK_IN: usize = 25;

/// A head that was found.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Head {
    /// Its first row.
    pub(super) row: usize,
    /// How many rows it takes.
    pub(super) rows: usize,
    pub(super) kind: SheetKind,
    pub(super) columns: Vec<Column>,
}

/// Finds the head of a table, from `start`.
pub(super) fn find(table: &RawTable, start: usize) -> Option<Head> {
    let last = table.rows.len().min(start + LOOK_IN);
    (start..last).find_map(|row| at(table, row))
}

/// The head that begins in this row, if one does.
pub(super) fn at(table: &RawTable, row: usize) -> Option<Head> {
    let cells = table.rows.get(row)?;
    let texts = cells.iter().filter(|cell| !cell.text.is_empty());
    let grid = calendar::is_head(cells);
    let means = |text: &str| meaning(text).is_some() || (grid && calendar::is_column(text));
    let known = texts.clone().filter(|cell| means(&cell.text)).count();
    let numbered = texts.clone().any(|cell| is_row_number(&cell.text));
    if known < 2 || known * 2 < texts.count() || numbered {
        return None;
    }
    let rows = height(table, row);
    let heads = heads(table, row, rows);
    let kind = kind_of(&heads)?;
    Some(Head { row, rows, kind, columns: columns(&heads, kind) })
}

/// A head inside a table, where a row of the plan may have the same words: every cell of it is understood and short.
pub(super) fn inside(table: &RawTable, row: usize) -> Option<Head> {
    let cells = table.rows.get(row)?.iter().filter(|cell| !cell.text.is_empty());
    let plain = |cell: &RawCell| cell.text.chars().count() < 70 && meaning(&cell.text).is_some();
    if cells.clone().count() < 3 || !cells.clone().all(plain) {
        return None;
    }
    at(table, row)
}

/// «1.2» begins a row of the plan; «2025» may name a column.
fn is_row_number(text: &str) -> bool {
    super::codes::of_cell(text).is_some() && years(text).is_empty() && !calendar::is_column(text)
}

/// The row repeats the head after a page break.
pub(super) fn repeats(columns: &[Column], row: &[RawCell]) -> bool {
    let filled = row.iter().enumerate().filter(|(_, cell)| !cell.text.is_empty());
    let same = |(at, cell): &(usize, &RawCell)| {
        let (head, text) = (columns.get(*at).map_or("", |column| &column.head), norm(&cell.text));
        let head = norm(head);
        head == text || (text.chars().count() > 2 && (head.starts_with(&text) || head.ends_with(&text)))
    };
    filled.clone().count() >= 2 && filled.clone().all(|pair| same(&pair))
}

/// Rows below that only part the columns further: «Этапы: стартовый | итоговый».
fn height(table: &RawTable, row: usize) -> usize {
    let mut rows = 1;
    while rows < 3
        && table.rows.get(row + rows).is_some_and(|next| continues(&table.rows[row + rows - 1], next))
    {
        rows += 1;
    }
    rows
}

fn continues(above: &[RawCell], next: &[RawCell]) -> bool {
    let filled: Vec<usize> = (0..next.len()).filter(|&at| !next[at].text.is_empty()).collect();
    if filled.is_empty() || filled.iter().any(|&at| next[at].text.chars().count() > 60) {
        return false;
    }
    let merged_down = next.iter().filter(|cell| cell.merged == Merged::Up).count();
    // «1 | 2 | … | 12» under a wide «Месяц» are months: numbers of columns stand under every column.
    if merged_down == 0 && is_column_numbers(next) {
        return false;
    }
    let under_wide = |at: usize| {
        above[at].merged == Merged::Left || above.get(at + 1).is_some_and(|cell| cell.merged == Merged::Left)
    };
    if merged_down > 0 {
        return filled.iter().all(|&at| under_wide(at) || above[at].text.is_empty());
    }
    // Without merged cells: the first columns stay empty and a nameless column gets its name.
    let first_empty = next.iter().take(2).all(|cell| cell.text.is_empty());
    let names = filled.iter().any(|&at| above[at].text.is_empty());
    first_empty && names
}

/// The words above each column, those of a wide cell over all that it covers.
fn heads(table: &RawTable, row: usize, rows: usize) -> Vec<String> {
    let of_column = |column: usize| {
        let mut parts: Vec<&str> = Vec::new();
        for at in row..row + rows {
            let lower = table.rows.get(at + 1).filter(|_| at + 1 < row + rows);
            let parted = lower.is_some_and(|lower| !lower[column].text.is_empty());
            let text = shown(&table.rows[at], column, parted);
            if !text.is_empty() && !parts.contains(&text) {
                parts.push(text);
            }
        }
        super::text::line(&parts.join(" "))
    };
    (0..table.width()).map(of_column).collect()
}

/// The text over a column: its own, or that of the wide cell which covers it.
fn shown(row: &[RawCell], column: usize, parted: bool) -> &str {
    let owner = match row[column].merged {
        Merged::Up => None,
        Merged::Left => (0..column).rev().find(|&at| row[at].merged == Merged::Whole),
        // Where the source keeps no merged cells, a nameless column with a name below is a part of its left one.
        Merged::Whole if row[column].text.is_empty() && parted => {
            (0..column).rev().find(|&at| !row[at].text.is_empty())
        }
        Merged::Whole => Some(column),
    };
    owner.map_or("", |at| &row[at].text)
}

fn kind_of(heads: &[String]) -> Option<SheetKind> {
    let words: Vec<Word> = heads.iter().filter_map(|head| meaning(head)).collect();
    let has = |word: Word| words.contains(&word);
    let many = words.iter().filter(|word| **word == Word::Stage).count();
    let events = has(Word::Event) || has(Word::Name) || has(Word::Section);
    let grid = heads.iter().filter(|head| calendar::is_column(head)).count() > 1;
    let of_plan =
        has(Word::Term) || has(Word::Responsible) || has(Word::Evidence) || (grid && has(Word::Event));
    if has(Word::Indicator) && !has(Word::Event) && (has(Word::Unit) || many > 0 || !of_plan) {
        return Some(SheetKind::Indicators);
    }
    if has(Word::Name) && many > 1 && !of_plan {
        return Some(SheetKind::Indicators);
    }
    if events && (of_plan || (has(Word::Event) && (has(Word::Result) || has(Word::Code)))) {
        return Some(SheetKind::Events);
    }
    None
}

fn columns(heads: &[String], kind: SheetKind) -> Vec<Column> {
    let mut fields: Vec<ColumnField> = heads.iter().map(|head| field(meaning(head), head, kind)).collect();
    if !fields.contains(&ColumnField::Title) {
        promote(&mut fields, heads);
    }
    keep_first(&mut fields, heads, ColumnField::Title, ColumnField::Result);
    keep_first(&mut fields, heads, ColumnField::Code, ColumnField::Ignore);
    keep_first(&mut fields, heads, ColumnField::Section, ColumnField::Ignore);
    heads.iter().zip(fields).map(|(head, field)| Column { head: head.clone(), field }).collect()
}

fn field(word: Option<Word>, head: &str, kind: SheetKind) -> ColumnField {
    let events = kind == SheetKind::Events;
    if events && calendar::is_column(head) {
        return ColumnField::Term;
    }
    match word {
        Some(Word::Code) => ColumnField::Code,
        Some(Word::Section) => ColumnField::Section,
        Some(Word::Event) if events => ColumnField::Title,
        Some(Word::Name) => ColumnField::Title,
        Some(Word::Indicator) if events => ColumnField::Result,
        Some(Word::Indicator) => ColumnField::Title,
        Some(Word::Result) if events => ColumnField::Result,
        Some(Word::Term) if events => ColumnField::Term,
        Some(Word::Responsible) if events => ColumnField::Responsible,
        Some(Word::Evidence) if events => ColumnField::Evidence,
        Some(Word::Unit) => ColumnField::Unit,
        Some(Word::Stage) if events && !years(head).is_empty() => ColumnField::Term,
        Some(Word::Stage | Word::Result) if !events => ColumnField::Target,
        Some(Word::Term) if !events && !years(head).is_empty() => ColumnField::Target,
        _ => ColumnField::Ignore,
    }
}

/// A plan whose events stand in the column «Направление деятельности» or «Задача».
fn promote(fields: &mut [ColumnField], heads: &[String]) {
    let sections = fields.iter().filter(|field| **field == ColumnField::Section).count();
    let candidate = match sections {
        0 => (0..fields.len()).find(|&at| fields[at] == ColumnField::Ignore && !heads[at].is_empty()),
        _ => fields.iter().rposition(|field| *field == ColumnField::Section),
    };
    if let Some(at) = candidate {
        fields[at] = ColumnField::Title;
    }
}

/// Of several columns of one meaning the first keeps it; a wide head over two columns is one.
fn keep_first(fields: &mut [ColumnField], heads: &[String], field: ColumnField, other: ColumnField) {
    let Some(first) = fields.iter().position(|known| *known == field) else { return };
    for at in first + 1..fields.len() {
        if fields[at] == field && heads[at] != heads[first] {
            fields[at] = other;
        }
    }
}

/// «1 | 2 | 3 | 4»: numbers of columns under the head.
pub(super) fn is_column_numbers(row: &[RawCell]) -> bool {
    let texts: Vec<&str> = row.iter().map(|cell| cell.text.trim()).filter(|text| !text.is_empty()).collect();
    let number = |text: &str| text.trim_end_matches('.').parse::<usize>().ok();
    texts.len() >= 2 && texts.iter().enumerate().all(|(at, text)| number(text) == Some(at + 1))
}
