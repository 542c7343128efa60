//! A sheet of a table: title rows, the header frozen, filtered and repeated in print.

use rust_xlsxwriter::{Chart, Worksheet, XlsxError};

use crate::document::{Column, Document, Orientation, Row};

use super::Found;
use super::cell_text;
use super::look::Look;
use super::value::{self, Value};

/// The row of the table's header; above it the title, the caption and a space.
const HEAD: u32 = 3;
/// Characters of the type across an upright sheet of A4 and a turned one.
const UPRIGHT: f64 = 95.0;
const TURNED: f64 = 140.0;
/// Height of a line, points.
pub(super) const LINE: f64 = 15.0;
/// A row takes no more, points.
pub(super) const HIGHEST: f64 = 409.0;

pub(super) fn write(
    sheet: &mut Worksheet,
    document: &Document,
    found: &Found<'_>,
    drawing: Option<&Chart>,
    look: &Look,
) -> Result<(), XlsxError> {
    let table = found.table.as_ref();
    let widths = widths(&table.columns, found.orientation);
    for (i, width) in (0..).zip(&widths) {
        sheet.set_column_width(i, *width)?;
    }
    sheet.write_string_with_format(0, 0, cell_text(&document.metadata.title), &look.title)?;
    let about = [document.watermark.as_deref(), Some(&found.caption)];
    let about = about.into_iter().flatten().collect::<Vec<_>>().join(". ");
    sheet.write_string(1, 0, cell_text(&about))?;
    for (i, column) in (0..).zip(&table.columns) {
        sheet.write_string_with_format(HEAD, i, cell_text(&column.title), &look.head)?;
    }
    for (i, row) in (HEAD + 1..).zip(&table.rows) {
        write_row(sheet, i, row, (&table.columns, &widths), look)?;
    }
    let last = (HEAD + table.rows.len() as u32, table.columns.len().saturating_sub(1) as u16);
    sheet.autofilter(HEAD, 0, last.0, last.1)?;
    sheet.set_freeze_panes(HEAD + 1, 0)?;
    sheet.set_repeat_rows(HEAD, HEAD)?;
    if let Some(drawing) = drawing {
        sheet.insert_chart(last.0 + 2, 0, drawing)?;
    }
    page(sheet, document, found.orientation);
    Ok(())
}

fn write_row(
    sheet: &mut Worksheet,
    at: u32,
    row: &Row,
    (columns, widths): (&[Column], &[f64]),
    look: &Look,
) -> Result<(), XlsxError> {
    let (texts, format) = match row {
        Row::Group(text) => return across(sheet, at, text, (widths, &look.group)),
        Row::Subgroup(text) => return across(sheet, at, text, (widths, &look.subgroup)),
        Row::Cells(texts) => (texts, &look.cell),
        Row::Total(texts) => (texts, &look.total),
    };
    for (i, column) in columns.iter().enumerate() {
        let text = texts.get(i).map_or("", String::as_str);
        value::write(sheet, (at, i as u16), &Value::of(text, column.kind), format)?;
    }
    let lines = texts.iter().zip(widths).map(|(text, width)| lines(text, *width)).fold(1.0, f64::max);
    sheet.set_row_height(at, (lines * LINE).min(HIGHEST))?;
    Ok(())
}

/// Lines that a text takes in a column: not every program fits rows by itself, and none fits merged cells.
pub(super) fn lines(text: &str, width: f64) -> f64 {
    // Serif type is a little narrower than the digits by which widths are counted.
    let of_line = |line: &str| (line.chars().count() as f64 * 0.95 / width).ceil().max(1.0);
    text.lines().map(of_line).sum::<f64>().max(1.0)
}

/// A heading over all columns.
fn across(
    sheet: &mut Worksheet,
    at: u32,
    text: &str,
    (widths, format): (&[f64], &rust_xlsxwriter::Format),
) -> Result<(), XlsxError> {
    let text = cell_text(text);
    let lines = lines(&text, widths.iter().sum());
    match widths.len() {
        0 | 1 => drop(sheet.write_string_with_format(at, 0, &text, format)?),
        count => drop(sheet.merge_range(at, 0, at, (count - 1) as u16, &text, format)?),
    }
    sheet.set_row_height(at, (lines * LINE).min(HIGHEST))?;
    Ok(())
}

/// Widths in characters: by weight, but no narrower than the longest word of the header and an arrow of the filter.
fn widths(columns: &[Column], orientation: Orientation) -> Vec<f64> {
    let full = if orientation == Orientation::Landscape { TURNED } else { UPRIGHT };
    let weights: f32 = columns.iter().map(|column| column.weight).sum();
    let width = |column: &Column| {
        let words = column.title.split_whitespace().map(|word| word.chars().count());
        let least = words.max().unwrap_or(0) as f64 * 1.15 + 4.0;
        (f64::from(column.weight / weights) * full).max(least).round()
    };
    columns.iter().map(width).collect()
}

/// A4, one sheet wide, with a running header.
pub(super) fn page(sheet: &mut Worksheet, document: &Document, orientation: Orientation) {
    sheet.set_paper_size(9).set_print_fit_to_pages(1, 0);
    // Inches: the edge of filing is 30 mm, as on paper of the other forms.
    match orientation {
        Orientation::Portrait => sheet.set_margins(1.18, 0.39, 0.79, 0.79, 0.4, 0.4),
        Orientation::Landscape => sheet.set_landscape().set_margins(0.79, 0.39, 1.18, 0.79, 0.79, 0.4),
    };
    let word = document.watermark.as_ref().map(|word| format!(" · {word}")).unwrap_or_default();
    sheet.set_header(format!("&C&10стр. &P из &N{word}"));
}
