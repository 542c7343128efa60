use opora_domain::indicator::IndicatorValue;

use super::board::Board;
use super::set_fact::frozen;
use super::{CellInput, IndicatorCell};
use crate::{ApiError, App, Result, ops};

/// Returns a cell to the value counted by the program.
///
/// # Errors
/// `Frozen` when the stage is closed, `Refused` when nothing is counted or nothing was entered.
pub fn use_auto(app: &mut App, input: CellInput) -> Result<IndicatorCell> {
    let board = Board::load(app)?;
    let (indicator, stage) = (board.indicator(&input.indicator_id)?, board.stage(&input.stage)?);
    if stage.closed_on.is_some() {
        return Err(frozen());
    }
    let entered: Vec<String> =
        board.values(&indicator.id, &stage.code).iter().map(|value| value.id.clone()).collect();
    if !board.is_counted(indicator, stage) || entered.is_empty() {
        return Err(ApiError::refused(
            "Автоматического значения, к которому можно вернуться, здесь нет.",
            "Ничего не изменено. Значение этого показателя остаётся прежним.",
        ));
    }
    app.transact(ops::USE_AUTO, |tx| {
        entered.iter().try_for_each(|id| tx.delete::<IndicatorValue>(id).map(drop))?;
        Ok(())
    })?;
    let after = Board::load(app)?;
    Ok(after.cell(indicator, stage))
}
