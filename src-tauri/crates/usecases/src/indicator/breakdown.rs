use super::board::{Board, auto_value};
use super::{Breakdown, CellInput};
use crate::{ApiError, App, Result};

/// What the value counted by the program is made of.
///
/// # Errors
/// `Refused` when the indicator is filled by hand.
pub fn breakdown(app: &mut App, input: CellInput) -> Result<Breakdown> {
    let board = Board::load(app)?;
    let (indicator, stage) = (board.indicator(&input.indicator_id)?, board.stage(&input.stage)?);
    let counted = board.counted(indicator, stage).ok_or_else(by_hand)?;
    Ok(Breakdown {
        title: format!("{} {}", indicator.code, indicator.title),
        stage_title: stage.title.clone(),
        auto_label: board.auto_label(indicator),
        auto: auto_value(&counted, board.fact(indicator, stage)),
        items: counted.items,
    })
}

fn by_hand() -> ApiError {
    ApiError::refused(
        "Этот показатель программа сама не считает.",
        "Ничего не изменено. Его значение вносится вручную.",
    )
}
