//! A stage with its rows: live while open, frozen when closed.

use opora_domain::indicator::{Indicator, ValueSource};
use opora_domain::monitoring::Stage;
use opora_domain::programme::Projection;
use opora_domain::target::IndicatorState;
use opora_domain::words::Words;

use super::{StageRow, StageView, snapshot};
use crate::indicator::{AutoValue, Board, runs_on};
use crate::{ApiError, App, Result};

/// A stage by its id, with all indicators.
pub(super) fn load(app: &App, id: &str) -> Result<(Board, Stage)> {
    let board = Board::load(app)?;
    let stage = board.stages.iter().find(|stage| stage.id == id).cloned();
    stage.map(|stage| (board, stage)).ok_or_else(|| ApiError::not_found("этап мониторинга"))
}

/// A stage that may still be changed.
pub(super) fn refuse_closed(stage: &Stage) -> Result<()> {
    let Some(day) = stage.closed_on else { return Ok(()) };
    Err(ApiError::frozen(
        format!("Этап «{}» закрыт {}.", stage.title, day.format("%d.%m.%Y")),
        "Его снимок сохранён и не меняется. Ошибку в значении можно исправить новой записью с указанием причины.",
    ))
}

/// Frozen rows of a closed stage, else live ones.
pub(super) fn rows(board: &Board, stage: &Stage) -> Result<Vec<StageRow>> {
    if stage.closed_on.is_some() { snapshot::rows(stage) } else { Ok(live_rows(board, stage)) }
}

/// Indicators that have a target or a value at the stage.
pub(super) fn live_rows(board: &Board, stage: &Stage) -> Vec<StageRow> {
    let row = |indicator: &Indicator| {
        let cell = board.cell(indicator, stage);
        (cell.target.is_some() || cell.fact.is_some()).then(|| StageRow {
            indicator_id: indicator.id.clone(),
            code: indicator.code.clone(),
            title: indicator.title.clone(),
            target: cell.target.unwrap_or_default(),
            fact: cell.fact_text,
            state: cell.state,
            explanation: cell.explanation,
            municipal: is_municipal(indicator),
            source: cell.source,
            source_note: source_note(cell.source, cell.auto.as_ref(), cell.override_reason),
        })
    };
    board.in_plan().filter_map(row).collect()
}

/// Of a counted value what was counted; of an entered one why it stands in its place.
fn source_note(source: Option<ValueSource>, auto: Option<&AutoValue>, reason: String) -> String {
    match (source, auto) {
        (Some(ValueSource::Auto), Some(auto)) => auto.explanation.clone(),
        _ => reason,
    }
}

fn is_municipal(indicator: &Indicator) -> bool {
    indicator.projection == Projection::MunicipalOnly
}

/// The card of a stage. Indicators that the municipality keeps are not counted.
pub(super) fn card(app: &App, board: &Board, stage: &Stage) -> Result<StageView> {
    let municipal = |id: &str| board.indicator(id).is_ok_and(is_municipal);
    let rows = rows(board, stage)?;
    let own: Vec<&StageRow> = rows.iter().filter(|row| !municipal(&row.indicator_id)).collect();
    Ok(StageView {
        filled: own.iter().filter(|row| !row.fact.is_empty()).count(),
        of: own.len(),
        achieved: own.iter().filter(|row| row.state == IndicatorState::Achieved).count(),
        ..bare(app, stage)
    })
}

/// A card without the numbers.
pub(super) fn bare(app: &App, stage: &Stage) -> StageView {
    StageView {
        kind_label: stage.kind.label().into(),
        filled: 0,
        of: 0,
        achieved: 0,
        running: runs_on(stage, app.today()),
        stage: Stage { snapshot: String::new(), ..stage.clone() },
    }
}
