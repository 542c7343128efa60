//! The tables of a source and how they are understood: heads found, pages of one table joined in meaning.

use super::calendar;
use super::head::{self, Head};
use super::text::{has_any, norm};
use super::{Block, Column, ColumnField, RawTable, Sheet, SheetKind, Source};

/// Text above a table longer than this names nothing.
const LONGEST_HEADING: usize = 300;

/// All tables of the source, in order, those that are left alone among them.
pub(super) fn of(source: &Source) -> Vec<Sheet> {
    let mut sheets: Vec<Sheet> = Vec::new();
    let mut above: Vec<&str> = Vec::new();
    let mut years = Vec::new();
    for block in &source.blocks {
        match block {
            Block::Text(text) => {
                note_years(&mut years, text);
                above.push(text);
            }
            Block::Table(table) => {
                let mut fresh = parts(table, &above, sheets.last());
                for sheet in &mut fresh {
                    let head = sheet.table.rows.iter().take(sheet.head_rows).flatten();
                    head.for_each(|cell| note_years(&mut years, &cell.text));
                    sheet.years.clone_from(&years);
                }
                sheets.extend(fresh);
                above.clear();
            }
        }
    }
    sheets
}

/// The nearest text that names a year holds for the months of a grid.
fn note_years(years: &mut Vec<i32>, text: &str) {
    let said = calendar::years_said(text);
    if !said.is_empty() {
        *years = said;
    }
}

/// A table, cut where another head begins in it.
fn parts(table: &RawTable, above: &[&str], previous: Option<&Sheet>) -> Vec<Sheet> {
    let heading = heading(above);
    let Some(first) = head::find(table, 0) else {
        return vec![headless(table, heading, previous)];
    };
    let mut parts = Vec::new();
    let mut from = 0;
    let mut head = first;
    let mut row = head.row + head.rows;
    while row < table.rows.len() {
        match head::inside(table, row).filter(|next| differs(next, &head)) {
            Some(next) => {
                parts.push(sheet(table, from..row, &head, part_heading(table, from, &head, &heading)));
                from = row;
                row = next.row + next.rows;
                head = next;
            }
            None => row += 1,
        }
    }
    parts.push(sheet(table, from..table.rows.len(), &head, part_heading(table, from, &head, &heading)));
    parts
}

fn differs(next: &Head, known: &Head) -> bool {
    let fields = |head: &Head| head.columns.iter().map(|column| column.field).collect::<Vec<_>>();
    next.kind != known.kind || fields(next) != fields(known)
}

fn sheet(table: &RawTable, rows: std::ops::Range<usize>, head: &Head, heading: String) -> Sheet {
    let mut part = table.clone();
    part.first_row = table.first_row + rows.start;
    part.rows = table.rows[rows.clone()].to_vec();
    Sheet {
        table: part,
        heading,
        years: Vec::new(),
        kind: head.kind,
        head_rows: head.row + head.rows - rows.start,
        columns: head.columns.clone(),
    }
}

/// The text over a table; on a sheet of Excel it stands in the rows over the head.
fn part_heading(table: &RawTable, from: usize, head: &Head, heading: &str) -> String {
    let inside = table.rows[from..head.row].iter().rev().filter_map(|row| {
        let mut texts = row.iter().map(|cell| cell.text.as_str()).filter(|text| !text.is_empty());
        let only = texts.next().filter(|text| text.chars().count() < LONGEST_HEADING)?;
        texts.next().is_none().then(|| only.to_owned())
    });
    inside.into_iter().next().unwrap_or_else(|| heading.to_owned())
}

/// A table without a head goes on from the one before it, or is understood by what stands in it.
fn headless(table: &RawTable, heading: String, previous: Option<&Sheet>) -> Sheet {
    let same = previous.filter(|sheet| {
        sheet.kind != SheetKind::Other && sheet.table.width() == table.width() && !looks_foreign(table)
    });
    let (kind, columns) = match same {
        Some(sheet) => (sheet.kind, sheet.columns.clone()),
        None => match super::guess::by_content(table) {
            Some(columns) => (SheetKind::Events, columns),
            None => (SheetKind::Other, nothing(table)),
        },
    };
    Sheet { table: table.clone(), heading, years: Vec::new(), kind, head_rows: 0, columns }
}

/// Signatures and passports stand in tables too.
fn looks_foreign(table: &RawTable) -> bool {
    table
        .rows
        .iter()
        .take(2)
        .flatten()
        .any(|cell| has_any(&norm(&cell.text), &["согласован", "утвержд", "фио", "ф.и.о"]))
}

fn nothing(table: &RawTable) -> Vec<Column> {
    vec![Column { head: String::new(), field: ColumnField::Ignore }; table.width()]
}

/// The last short line above.
fn heading(above: &[&str]) -> String {
    let last = above.iter().rev().find(|text| text.chars().count() < LONGEST_HEADING);
    last.map(|text| super::text::line(text)).unwrap_or_default()
}
