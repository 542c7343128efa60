use opora_domain::indicator::IndicatorValue;
use opora_domain::monitoring::Stage;

use super::snapshot::{self, FrozenRow};
use super::{CorrectionRow, StageSheet, view};
use crate::indicator::Board;
use crate::person::IdInput;
use crate::{App, Result};

/// A stage and its values.
pub fn sheet(app: &mut App, input: IdInput) -> Result<StageSheet> {
    let (board, stage) = view::load(app, &input.id)?;
    Ok(StageSheet {
        view: view::card(app, &board, &stage)?,
        rows: view::rows(&board, &stage)?,
        corrections: corrections(&board, &stage)?,
    })
}

/// Values recorded after the closing, in order, beside what was frozen.
fn corrections(board: &Board, stage: &Stage) -> Result<Vec<CorrectionRow>> {
    if stage.closed_on.is_none() {
        return Ok(Vec::new());
    }
    let frozen = snapshot::read(stage)?.rows;
    let mut rows = Vec::new();
    for value in board.all_values(&stage.code) {
        let row = frozen.iter().find(|row| row.row.indicator_id == value.indicator_id);
        if !is_after(row, value) {
            continue;
        }
        rows.push(CorrectionRow {
            code: board.indicator(&value.indicator_id)?.code.clone(),
            frozen: row.map(|row| row.row.fact.clone()).unwrap_or_default(),
            corrected: value.fact.words(),
            reason: value.comment.clone(),
            date: value.as_of,
        });
    }
    Ok(rows)
}

/// The corrections of one frozen row in words.
pub(super) fn corrections_of(board: &Board, stage: &Stage, row: &FrozenRow) -> Vec<String> {
    let own = board.all_values(&stage.code).filter(|value| value.indicator_id == row.row.indicator_id);
    let after = own.filter(|value| stage.closed_on.is_some() && is_after(Some(row), value));
    let words = |value: &IndicatorValue| {
        let day = value.as_of.format("%d.%m.%Y");
        format!("исправлено на {day}: {} ({})", value.fact.words(), value.comment)
    };
    after.map(words).collect()
}

fn is_after(frozen: Option<&FrozenRow>, value: &IndicatorValue) -> bool {
    frozen.is_none_or(|row| row.value_id.as_ref() != Some(&value.id))
}
