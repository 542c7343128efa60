use opora_domain::indicator::{IndicatorValue, ValueSource};

use super::board::Board;
use super::set_fact::frozen;
use super::{FactInput, IndicatorCell, OverrideInput, entry};
use crate::{ApiError, App, Problems, Result, ops};

/// Puts the user's own value in place of the one counted by the program, with her reason.
///
/// # Errors
/// `Frozen` when the stage is closed, `Refused` when nothing is counted there, `Invalid` without a reason.
pub fn override_fact(app: &mut App, input: OverrideInput) -> Result<IndicatorCell> {
    let board = Board::load(app)?;
    let (indicator, stage) = (board.indicator(&input.indicator_id)?, board.stage(&input.stage)?);
    if stage.closed_on.is_some() {
        return Err(frozen());
    }
    if !board.is_counted(indicator, stage) {
        return Err(nothing_counted());
    }
    let reason = input.reason.trim().to_owned();
    let fact = FactInput {
        indicator_id: input.indicator_id,
        stage: input.stage,
        fact: input.fact,
        as_of: input.as_of,
        comment: String::new(),
    };
    entry::check(&fact, indicator, app.today())?;
    Problems::default()
        .check(reason.is_empty(), "reason", "Укажите, почему значение отличается от автоматического.")
        .check(reason.chars().count() > 2000, "reason", "Не больше 2000 знаков.")
        .finish()?;
    let before = board.value(&indicator.id, &stage.code);
    let value = IndicatorValue {
        id: before.map_or_else(|| app.new_id(), |value| value.id.clone()),
        indicator_id: indicator.id.clone(),
        stage: stage.code.clone(),
        fact: fact.fact,
        as_of: fact.as_of.unwrap_or_else(|| app.today()),
        comment: before.map(|value| value.comment.clone()).unwrap_or_default(),
        corrects: None,
        source: ValueSource::Manual,
        override_reason: reason,
    };
    app.transact(ops::OVERRIDE_FACT, |tx| Ok(tx.put(&value)?))?;
    let after = Board::load(app)?;
    Ok(after.cell(indicator, stage))
}

fn nothing_counted() -> ApiError {
    ApiError::refused(
        "Для этого этапа программа ничего не посчитала, заменять нечего.",
        "Ничего не изменено. Внесите значение обычным образом.",
    )
}
