use opora_domain::authoring::{ColumnField, SheetKind, reread};

use super::work::Work;
use super::{ColumnsInput, TableDraftView, view};
use crate::{ApiError, App, Problems, Result, ops};

/// Reads one table anew with other columns; rows that the user has confirmed or corrected stay.
///
/// # Errors
/// `NotFound` when there is no such table, `Invalid` when the columns do not fit it.
pub fn map_columns(app: &mut App, input: ColumnsInput) -> Result<TableDraftView> {
    let mut work = Work::need(app)?;
    let mut sheets = work.draft.sheets.clone();
    let sheet = sheets.get_mut(input.table).ok_or_else(|| ApiError::not_found("таблица"))?;
    check(&input, sheet.columns.len(), sheet.table.rows.len())?;
    sheet.kind = input.kind;
    sheet.head_rows = input.head_rows;
    for (column, field) in sheet.columns.iter_mut().zip(input.columns) {
        column.field = field;
    }
    work.take(reread(sheets), &|| app.new_id());
    work.write_whole(app, ops::MAP_COLUMNS)?;
    Ok(view::of(&work))
}

fn check(input: &ColumnsInput, columns: usize, rows: usize) -> Result<()> {
    let titled = input.columns.contains(&ColumnField::Title);
    Problems::default()
        .check(input.columns.len() != columns, "columns", "Назовите, что стоит в каждой графе.")
        .check(
            input.kind != SheetKind::Other && !titled,
            "columns",
            "Укажите графу, в которой стоит мероприятие или показатель.",
        )
        .check(input.head_rows > rows, "head_rows", "В таблице меньше строк.")
        .finish()
}
