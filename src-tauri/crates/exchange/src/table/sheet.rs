//! Sheets of Excel, .xlsx and .xls: values as they are shown, merged cells, hidden sheets left out.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{
    Data, DataRef, Dimensions, ExcelDateTime, Reader, Sheet, SheetType, SheetVisible, Xls, XlsError, Xlsx,
    XlsxError,
};
use opora_domain::authoring::{Merged, Source, column_letters};

use super::TableError;
use super::grid::{Collected, Grid, MAX_COLUMNS, MAX_ROWS, tidy};

/// So many cells are named in a remark; the rest are counted.
const MAX_NAMED: usize = 10;

/// Filled cells of a sheet by row and column, from 0.
type Cells = BTreeMap<(usize, usize), String>;

pub(super) fn read_xlsx(bytes: &[u8]) -> Result<Source, TableError> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(of_xlsx)?;
    let mut collected = Collected::default();
    for name in visible(book.sheets_metadata().to_vec(), &mut collected) {
        let merged = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let cells = xlsx_cells(&mut book, &name)?;
        without_value(&mut book, &name, &cells)?.into_iter().for_each(|text| collected.remark(text));
        collected.table(gathered(&name, cells, &merged)?)?;
    }
    Ok(collected.source())
}

pub(super) fn read_xls(bytes: &[u8]) -> Result<Source, TableError> {
    let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(of_xls)?;
    let mut collected = Collected::default();
    for name in visible(book.sheets_metadata().to_vec(), &mut collected) {
        let merged = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let range = book.worksheet_range(&name).map_err(of_xls)?;
        let (top, left) = range.start().unwrap_or_default();
        let mut cells = Cells::new();
        for (row, column, value) in range.used_cells() {
            let at = (row + top as usize, column + left as usize);
            keep(&mut cells, &name, at, old_value(value))?;
        }
        collected.table(gathered(&name, cells, &merged)?)?;
    }
    Ok(collected.source())
}

fn visible(sheets: Vec<Sheet>, collected: &mut Collected) -> Vec<String> {
    let mut names = Vec::new();
    for sheet in sheets.into_iter().filter(|sheet| sheet.typ == SheetType::WorkSheet) {
        match sheet.visible {
            SheetVisible::Visible => names.push(sheet.name),
            _ => collected.remark(format!("Скрытый лист «{}» не прочитан.", sheet.name)),
        }
    }
    names
}

/// Cell by cell: a sheet with one cell in its last corner is not unfolded into billions.
fn xlsx_cells(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Cells, TableError> {
    let mut reader = book.worksheet_cells_reader(name).map_err(of_xlsx)?;
    let percent: Vec<Option<usize>> = reader.styles().iter().map(percent_of).collect();
    let decimals: Vec<Option<usize>> = reader.styles().iter().map(decimals_of).collect();
    let mut cells = Cells::new();
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(of_xlsx)? {
        let (row, column) = cell.get_position();
        let of = |known: &[Option<usize>]| known.get(style).copied().flatten();
        let text = value(cell.get_value(), of(&percent), of(&decimals));
        keep(&mut cells, name, (row as usize, column as usize), text)?;
    }
    Ok(cells)
}

/// Formulas that say nothing: the file has no value of theirs, or it is an error.
fn without_value(
    book: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    cells: &Cells,
) -> Result<Option<String>, TableError> {
    let mut reader = book.worksheet_cells_reader(name).map_err(of_xlsx)?;
    let mut silent = Vec::new();
    while let Some(cell) = reader.next_formula().map_err(of_xlsx)? {
        let (row, column) = cell.get_position();
        let at = (row as usize, column as usize);
        if !cell.get_value().is_empty() && at.1 < MAX_COLUMNS && !cells.contains_key(&at) {
            silent.push(format!("{}{}", column_letters(at.1 + 1), at.0 + 1));
        }
    }
    let more = silent.len().saturating_sub(MAX_NAMED);
    let more = if more == 0 { String::new() } else { format!(" и ещё {more}") };
    let named = silent.iter().take(MAX_NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    Ok((!silent.is_empty())
        .then(|| format!("Лист «{name}»: формулы без значения прочитаны как пустые ячейки: {named}{more}.")))
}

fn keep(cells: &mut Cells, sheet: &str, at: (usize, usize), text: String) -> Result<(), TableError> {
    if text.is_empty() || at.1 >= MAX_COLUMNS {
        return Ok(());
    }
    if at.0 >= MAX_ROWS {
        return Err(TableError::TooLong { place: format!("Лист «{sheet}»"), limit: MAX_ROWS });
    }
    cells.insert(at, text);
    Ok(())
}

fn gathered(name: &str, cells: Cells, merged: &[Dimensions]) -> Result<Grid, TableError> {
    let mut grid = Grid::sheet(name);
    let parts = parts(merged);
    let last_row = cells.keys().map(|at| at.0).max();
    let width = cells.keys().map(|at| at.1 + 1).max().unwrap_or(0);
    for row in 0..last_row.map_or(0, |row| row + 1) {
        grid.start_row()?;
        for column in 0..width {
            match (cells.get(&(row, column)), parts.get(&(row, column))) {
                (Some(text), None) => grid.cell(text, 1, 1)?,
                (_, Some(merged)) => grid.part(*merged)?,
                (None, None) => grid.gap(1)?,
            }
        }
    }
    Ok(grid)
}

/// Cells that belong to a merged one; of a stretch only what a table may have.
fn parts(merged: &[Dimensions]) -> BTreeMap<(usize, usize), Merged> {
    let mut parts = BTreeMap::new();
    for stretch in merged {
        let (top, left) = (stretch.start.0 as usize, stretch.start.1 as usize);
        let bottom = (stretch.end.0 as usize).min(top + MAX_ROWS / 10).min(MAX_ROWS);
        for row in top..=bottom {
            for column in left..=(stretch.end.1 as usize).min(MAX_COLUMNS) {
                let merged = if row > top { Merged::Up } else { Merged::Left };
                if (row, column) != (top, left) {
                    parts.insert((row, column), merged);
                }
            }
        }
    }
    parts
}

fn value(value: &DataRef<'_>, percent: Option<usize>, decimals: Option<usize>) -> String {
    match value {
        DataRef::Int(n) => n.to_string(),
        DataRef::Float(n) => match (percent, decimals) {
            (Some(digits), _) => format!("{:.*}%", digits, n * 100.0).replace('.', ","),
            (None, Some(digits)) => format!("{n:.digits$}"),
            (None, None) => plain_number(*n),
        },
        DataRef::String(text) => tidy(text),
        DataRef::SharedString(text) => tidy(text),
        DataRef::Bool(flag) => yes_or_no(*flag),
        DataRef::DateTime(moment) => date(moment),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => iso_date(text),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

fn old_value(value: &Data) -> String {
    match value {
        Data::Int(n) => n.to_string(),
        Data::Float(n) => plain_number(*n),
        Data::String(text) => tidy(text),
        Data::Bool(flag) => yes_or_no(*flag),
        Data::DateTime(moment) => date(moment),
        Data::DateTimeIso(text) | Data::DurationIso(text) => iso_date(text),
        _ => String::new(),
    }
}

fn yes_or_no(flag: bool) -> String {
    if flag { "да" } else { "нет" }.to_owned()
}

/// 0.1 + 0.2 is shown as 0.3, as Excel does.
fn plain_number(n: f64) -> String {
    format!("{}", (n * 1e9).round() / 1e9)
}

fn date(moment: &ExcelDateTime) -> String {
    match moment.as_datetime() {
        Some(day) if !moment.is_duration() => day.format("%d.%m.%Y").to_string(),
        _ => plain_number(moment.as_f64()),
    }
}

fn iso_date(text: &str) -> String {
    let day = text.get(..10).and_then(|day| day.parse::<chrono::NaiveDate>().ok());
    day.map_or_else(|| text.to_owned(), |day| day.format("%d.%m.%Y").to_string())
}

fn format_of(style: &calamine::Style) -> Option<&str> {
    style.number_format.as_ref().map(|format| format.format_code.split(';').next().unwrap_or_default())
}

fn digits(code: &str) -> usize {
    code.split_once('.').map_or(0, |(_, tail)| tail.chars().take_while(|c| *c == '0').count())
}

/// «0,0%»: digits after the comma of a percentage.
fn percent_of(style: &calamine::Style) -> Option<usize> {
    format_of(style).filter(|code| code.contains('%')).map(digits)
}

/// «0.00»: so that the number 1.10 of a row is not read as 1.1.
fn decimals_of(style: &calamine::Style) -> Option<usize> {
    let plain = |code: &&str| code.chars().all(|c| matches!(c, '0' | '.' | '#')) && code.contains(".0");
    format_of(style).filter(plain).map(digits)
}

fn of_xlsx(error: XlsxError) -> TableError {
    match error {
        XlsxError::Password => TableError::Encrypted,
        other => TableError::Corrupt(other.to_string()),
    }
}

fn of_xls(error: XlsError) -> TableError {
    match error {
        XlsError::Password => TableError::Encrypted,
        other => TableError::Corrupt(other.to_string()),
    }
}
