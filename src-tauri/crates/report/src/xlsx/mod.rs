//! A document as .xlsx: its text on the first sheet, each table on a sheet of its own, numbers as numbers.

mod chart;
mod look;
mod notes;
mod sheet;
mod text;
mod value;

use std::borrow::Cow;

use chrono::{Datelike, Timelike};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

use crate::ReportError;
use crate::clean::clean;
use crate::document::{Block, Chart, Document, Metadata, Orientation, Table};
use look::Look;

/// Writes a document for counting. Words are never formulas, whatever they begin with.
/// Same document, same bytes.
///
/// # Errors
/// [`ReportError::Write`] when the writer fails; never because of the text.
pub fn to_xlsx(document: &Document) -> Result<Vec<u8>, ReportError> {
    write(document).map_err(|error| ReportError::Write(error.to_string()))
}

fn write(document: &Document) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(&document.metadata)?);
    let look = Look::new();
    let tables = tables(document);
    let names = names(&tables);
    text::write(workbook.add_worksheet(), document, &names, &look)?;
    let (mut data, mut free) = (Worksheet::new(), 0);
    for (found, name) in tables.iter().zip(&names) {
        let drawing = match found.chart {
            Some(chart) => {
                let (drawing, next) = chart::draw(&mut data, free, chart)?;
                free = next;
                Some(drawing)
            }
            None => None,
        };
        sheet::write(workbook.add_worksheet().set_name(name)?, document, found, drawing.as_ref(), &look)?;
    }
    if free > 0 {
        data.set_name(chart::SHEET)?.set_hidden(true);
        workbook.push_worksheet(data);
    }
    // A document that is one table opens at it.
    if let [_] = tables.as_slice() {
        workbook.worksheet_from_index(1)?.set_active(true);
    }
    workbook.save_to_buffer()
}

fn properties(metadata: &Metadata) -> Result<DocProperties, XlsxError> {
    let made = metadata.created.to_utc();
    let year = u16::try_from(made.year()).unwrap_or(1900);
    let day = ExcelDateTime::from_ymd(year, made.month() as u8, made.day() as u8)?;
    let moment = day.and_hms(made.hour() as u16, made.minute() as u8, made.second() as u8)?;
    Ok(DocProperties::new()
        .set_title(clean(&metadata.title))
        .set_author(clean(&metadata.author))
        .set_subject(clean(&metadata.subject))
        .set_creation_datetime(&moment))
}

/// Most characters of a cell.
const CELL_MAX: usize = 32_000;
/// So many signs of words for a drawing fit.
const ALT_MAX: usize = 255;

/// Words as a cell takes them; what is longer than any cell is cut, and says so.
fn cell_text(text: &str) -> String {
    let text = clean(text);
    match text.char_indices().nth(CELL_MAX) {
        Some((end, _)) => format!("{}… (текст сокращён)", &text[..end]),
        None => text,
    }
}

/// Words for those who do not see a drawing: the office program takes so many signs and no more.
fn short_alt(alt: &str) -> String {
    let text = clean(alt);
    match text.chars().count() > ALT_MAX {
        true => text.chars().take(ALT_MAX - 1).chain(['…']).collect(),
        false => text,
    }
}

/// A table with its caption and the turn of its sheet; a chart is its table and a drawing.
struct Found<'a> {
    caption: String,
    table: Cow<'a, Table>,
    orientation: Orientation,
    chart: Option<&'a Chart>,
}

fn tables(document: &Document) -> Vec<Found<'_>> {
    let (mut found, mut orientation) = (Vec::new(), Orientation::Portrait);
    find(&document.blocks, &mut orientation, &mut found);
    found
}

fn find<'a>(blocks: &'a [Block], orientation: &mut Orientation, found: &mut Vec<Found<'a>>) {
    for block in blocks {
        match block {
            Block::Turn(turned) => *orientation = *turned,
            Block::Beside(columns) => columns.iter().for_each(|column| find(column, orientation, found)),
            Block::Table(table) if !table.rows.is_empty() => {
                let (caption, table) = (table.summary.clone(), Cow::Borrowed(table));
                found.push(Found { caption, table, orientation: *orientation, chart: None });
            }
            Block::Chart(chart) if !chart.is_empty() => {
                let (caption, table) = (chart.title().to_owned(), Cow::Owned(chart.as_table()));
                found.push(Found { caption, table, orientation: *orientation, chart: Some(chart) });
            }
            _ => {}
        }
    }
}

/// Most characters of a sheet's name.
const NAME_MAX: usize = 31;

/// Names of sheets: what the tables are about, cut short, each one once.
fn names(tables: &[Found<'_>]) -> Vec<String> {
    let mut names: Vec<String> = vec![text::SHEET.to_lowercase(), chart::SHEET.to_lowercase()];
    let mut shown = Vec::new();
    for (i, found) in tables.iter().enumerate() {
        let name = sheet_name(&found.caption, i + 1, &names);
        names.push(name.to_lowercase());
        shown.push(name);
    }
    shown
}

fn sheet_name(caption: &str, number: usize, taken: &[String]) -> String {
    let forbidden = |c: char| matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'' | '\n' | '\t');
    let allowed: String = clean(caption).chars().filter(|c| !forbidden(*c)).collect();
    let cut = |most: usize| -> String {
        let short: String = allowed.chars().take(most).collect();
        let whole = allowed.chars().count() <= most;
        let at_word = short.rsplit_once(' ').filter(|_| !whole).map_or(short.as_str(), |(kept, _)| kept);
        at_word.trim_end_matches([' ', ',', '.', '—', '-']).to_owned()
    };
    let plain = cut(NAME_MAX);
    match plain.is_empty() || taken.contains(&plain.to_lowercase()) {
        false => plain,
        true => format!("{} {number}", cut(NAME_MAX - 4)).trim().to_owned(),
    }
}
