use opora_domain::indicator::{IndicatorValue, ValueSource};
use opora_domain::monitoring::Stage;

use super::snapshot::FrozenRow;
use super::{StageView, snapshot, view};
use crate::indicator::Board;
use crate::person::IdInput;
use crate::{ApiError, App, Result, canonical, ops};

/// Freezes a stage for good: its rows become a snapshot with a hash, and nothing before it can be undone.
///
/// # Errors
/// `Frozen` when it is closed already, `Refused` when it has no value yet.
pub fn close(app: &mut App, input: IdInput) -> Result<StageView> {
    let (board, stage) = view::load(app, &input.id)?;
    view::refuse_closed(&stage)?;
    let school = app.school()?;
    let stage = Stage { closed_on: Some(app.today()), ..stage };
    let open = Stage { closed_on: None, ..stage.clone() };
    let counted = counted(app, &board, &open);
    let rows = rows(&board, &stage, &counted);
    if rows.iter().all(|row| row.value_id.is_none()) {
        return Err(ApiError::refused(
            format!("Этап «{}» закрывать рано: не внесено ни одного значения.", stage.title),
            "Ничего не изменено. Внесите значения показателей этого этапа и закройте его после этого.",
        ));
    }
    let text = snapshot::text(&school, &stage, rows)?;
    let stage = Stage { snapshot_sha256: canonical::sha256(&text), snapshot: text, ..stage };
    app.transact(ops::CLOSE_STAGE, |tx| {
        tx.lasting();
        counted.iter().try_for_each(|value| tx.insert(value))?;
        Ok(tx.update(&stage)?)
    })?;
    view::card(app, &Board::load(app)?, &stage)
}

/// The values that the program counts at this moment, kept for good from now on.
fn counted(app: &App, board: &Board, stage: &Stage) -> Vec<IndicatorValue> {
    let cells = board.in_plan().map(|indicator| (indicator, board.cell(indicator, stage)));
    let counted = cells.filter(|(_, cell)| cell.source == Some(ValueSource::Auto));
    counted
        .filter_map(|(indicator, cell)| {
            Some(IndicatorValue {
                id: app.new_id(),
                indicator_id: indicator.id.clone(),
                stage: stage.code.clone(),
                fact: cell.fact?,
                as_of: app.today(),
                comment: cell.auto.map(|auto| auto.explanation).unwrap_or_default(),
                corrects: None,
                source: ValueSource::Auto,
                override_reason: String::new(),
            })
        })
        .collect()
}

/// The rows as the closed stage judges them.
fn rows(board: &Board, stage: &Stage, counted: &[IndicatorValue]) -> Vec<FrozenRow> {
    let board = board.with(counted);
    let rows = view::live_rows(&board, stage).into_iter();
    rows.map(|row| {
        let value = board.value(&row.indicator_id, &stage.code);
        FrozenRow::new(row, value)
    })
    .collect()
}
