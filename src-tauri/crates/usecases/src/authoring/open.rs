use opora_domain::authoring::Source;
use opora_exchange::{MAX_TABLE_BYTES, read_file, read_pasted, read_table};

use super::work::Work;
use super::{OpenInput, PasteInput, TableDraftView, view};
use crate::{ApiError, App, Result, ops};

/// Words of a draft that came from the clipboard.
const PASTED: &str = "Вставлено из буфера обмена";
/// Words of a draft that came from nowhere.
const BLANK: &str = "С чистого листа";

/// Reads a chosen file into a draft, or adds it to the one in the making.
///
/// # Errors
/// `NotFound` when the file is gone, `Invalid` when it is no file with a table.
pub fn open(app: &mut App, input: OpenInput) -> Result<TableDraftView> {
    let path = app.picked.get(&input.token).ok_or_else(|| ApiError::not_found("выбранный файл"))?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let source = read_table(&read_file(path, MAX_TABLE_BYTES)?)?;
    add(app, &name, &source)
}

/// Reads the clipboard into a draft, or adds it to the one in the making.
///
/// # Errors
/// `Invalid` when there is no table in it.
pub fn paste(app: &mut App, input: PasteInput) -> Result<TableDraftView> {
    let source = read_pasted(&input.text, &input.html)?;
    add(app, PASTED, &source)
}

/// Begins an empty draft.
///
/// # Errors
/// `Refused` when a draft is already in the making.
pub fn blank(app: &mut App, _: ()) -> Result<TableDraftView> {
    if Work::of(app)?.is_some() {
        return Err(ApiError::refused(
            "Своя программа уже составляется.",
            "Она цела. Закончите её или удалите черновик, чтобы начать с чистого листа.",
        ));
    }
    let mut work = Work::blank(app.new_id(), BLANK, app.today());
    work.draft.meta.territory = app.school()?.territory;
    work.write_whole(app, ops::START_DRAFT)?;
    Ok(view::of(&work))
}

fn add(app: &mut App, origin: &str, source: &Source) -> Result<TableDraftView> {
    let before = Work::of(app)?;
    let op = if before.is_some() { ops::ADD_TO_DRAFT } else { ops::START_DRAFT };
    let mut work = before.unwrap_or_else(|| Work::blank(app.new_id(), "", app.today()));
    work.add(origin, source, &|| app.new_id());
    if work.draft.meta.territory.is_empty() {
        work.draft.meta.territory = app.school()?.territory;
    }
    work.write_whole(app, op)?;
    Ok(view::of(&work))
}
