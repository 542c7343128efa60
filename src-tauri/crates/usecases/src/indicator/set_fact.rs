use opora_domain::indicator::{IndicatorValue, ValueSource};

use super::board::Board;
use super::{FactInput, IndicatorCell, entry};
use crate::{ApiError, App, Result, ops};

/// Enters or replaces a fact of an open stage.
///
/// # Errors
/// `Frozen` when the stage is closed, `Refused` when the program counts it by itself, `Invalid` when the fact does not fit the indicator.
pub fn set_fact(app: &mut App, input: FactInput) -> Result<IndicatorCell> {
    let board = Board::load(app)?;
    let (indicator, stage) = (board.indicator(&input.indicator_id)?, board.stage(&input.stage)?);
    if stage.closed_on.is_some() {
        return Err(frozen());
    }
    entry::check(&input, indicator, app.today())?;
    if board.is_counted(indicator, stage) {
        return Err(counted());
    }
    let before = board.value(&indicator.id, &stage.code);
    let value = IndicatorValue {
        id: before.map_or_else(|| app.new_id(), |value| value.id.clone()),
        indicator_id: indicator.id.clone(),
        stage: stage.code.clone(),
        fact: input.fact,
        as_of: input.as_of.unwrap_or_else(|| app.today()),
        comment: input.comment.trim().into(),
        corrects: None,
        source: ValueSource::Manual,
        override_reason: String::new(),
    };
    app.transact(ops::SET_FACT, |tx| Ok(tx.put(&value)?))?;
    let after = Board::load(app)?;
    Ok(after.cell(indicator, stage))
}

/// What the program counts is replaced with a reason only.
fn counted() -> ApiError {
    ApiError::refused(
        "Это значение программа считает сама.",
        "Ничего не изменено. Чтобы внести другое значение, выберите «Внести своё значение» и укажите причину.",
    )
}

/// A closed stage takes corrections only.
pub(super) fn frozen() -> ApiError {
    ApiError::frozen(
        "Этап закрыт: его значения заморожены.",
        "Снимок этапа не изменён. Чтобы поправить значение, внесите исправление с указанием причины.",
    )
}
