use opora_domain::indicator::{IndicatorValue, ValueSource};

use super::board::Board;
use super::{FactInput, IndicatorCell, entry};
use crate::{ApiError, App, Problems, Result, ops};

/// Records a correction of a closed stage beside its frozen snapshot.
///
/// # Errors
/// `Refused` when the stage is open, `Invalid` without a reason.
pub fn correct_fact(app: &mut App, input: FactInput) -> Result<IndicatorCell> {
    let board = Board::load(app)?;
    let (indicator, stage) = (board.indicator(&input.indicator_id)?, board.stage(&input.stage)?);
    if stage.closed_on.is_none() {
        return Err(ApiError::refused(
            "Этап ещё открыт: исправление не нужно.",
            "Ничего не изменено. Измените само значение показателя.",
        ));
    }
    entry::check(&input, indicator, app.today())?;
    Problems::default()
        .check(input.comment.trim().is_empty(), "comment", "Укажите причину исправления.")
        .finish()?;
    let value = IndicatorValue {
        id: app.new_id(),
        indicator_id: indicator.id.clone(),
        stage: stage.code.clone(),
        fact: input.fact,
        as_of: input.as_of.unwrap_or_else(|| app.today()),
        comment: input.comment.trim().into(),
        corrects: board.value(&indicator.id, &stage.code).map(|value| value.id.clone()),
        source: ValueSource::Manual,
        override_reason: String::new(),
    };
    app.transact(ops::CORRECT_FACT, |tx| Ok(tx.insert(&value)?))?;
    let after = Board::load(app)?;
    Ok(after.cell(indicator, stage))
}
