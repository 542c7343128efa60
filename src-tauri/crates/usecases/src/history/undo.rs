use opora_store::Store;

use super::{HistoryView, turn, view};
use crate::{ApiError, App, Result, ops};

/// Takes the last change back.
///
/// # Errors
/// `Refused` when there is nothing to undo or the last change is lasting: a closed stage, an issued report.
pub fn undo(app: &mut App, _: ()) -> Result<HistoryView> {
    if turn::turn(app, Store::undo)?.is_none() {
        return Err(refusal(app)?);
    }
    view::view(app, view::MOST)
}

fn refusal(app: &App) -> Result<ApiError> {
    let last = view::view(app, view::MOST)?.entries.into_iter().find(|entry| !entry.undone);
    Ok(match last {
        Some(entry) if entry.what == ops::words(ops::CREATE_SCHOOL.0) => nothing(),
        Some(entry) => ApiError::refused(
            format!("«{}» отменить нельзя: эта запись остаётся навсегда.", entry.what),
            "Ничего не изменено. Ошибку в закрытых данных исправляют новой записью.",
        ),
        None => nothing(),
    })
}

fn nothing() -> ApiError {
    ApiError::refused("Отменять нечего.", "Все сохранённые данные на месте.")
}
