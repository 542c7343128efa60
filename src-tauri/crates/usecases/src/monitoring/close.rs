use opora_domain::monitoring::Stage;

use super::snapshot::FrozenRow;
use super::{StageView, snapshot, view};
use crate::indicator::Board;
use crate::person::IdInput;
use crate::{ApiError, App, Result, ops};

/// Freezes a stage for good: its rows become a snapshot with a hash, and nothing before it can be undone.
///
/// # Errors
/// `Frozen` when it is closed already, `Refused` when it has no value yet.
pub fn close(app: &mut App, input: IdInput) -> Result<StageView> {
    let (board, stage) = view::load(app, &input.id)?;
    view::refuse_closed(&stage)?;
    let school = app.school()?;
    let stage = Stage { closed_on: Some(app.today()), ..stage };
    let rows = rows(&board, &stage);
    if rows.iter().all(|row| row.value_id.is_none()) {
        return Err(ApiError::refused(
            format!("Этап «{}» закрывать рано: не внесено ни одного значения.", stage.title),
            "Ничего не изменено. Внесите значения показателей этого этапа и закройте его после этого.",
        ));
    }
    let text = snapshot::text(&school, &stage, rows)?;
    let stage = Stage { snapshot_sha256: snapshot::sha256(&text), snapshot: text, ..stage };
    app.transact(ops::CLOSE_STAGE, |tx| {
        tx.lasting();
        Ok(tx.update(&stage)?)
    })?;
    view::card(app, &board, &stage)
}

/// The rows as the closed stage judges them.
fn rows(board: &Board, stage: &Stage) -> Vec<FrozenRow> {
    let rows = view::live_rows(board, stage).into_iter();
    rows.map(|row| {
        let value = board.value(&row.indicator_id, &stage.code);
        FrozenRow::new(row, value)
    })
    .collect()
}
