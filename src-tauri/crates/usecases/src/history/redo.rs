use opora_store::Store;

use super::{HistoryView, turn, view};
use crate::{ApiError, App, Result};

/// Brings the last undone change back.
///
/// # Errors
/// `Refused` when nothing was undone, or something was changed since.
pub fn redo(app: &mut App, _: ()) -> Result<HistoryView> {
    if turn::turn(app, Store::redo)?.is_none() {
        return Err(ApiError::refused("Возвращать нечего.", "Все сохранённые данные на месте."));
    }
    view::view(app, view::MOST)
}
