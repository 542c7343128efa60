use opora_domain::indicator::Indicator;

use super::board::{Board, projection_label};
use super::{IndicatorGroup, IndicatorRow, IndicatorSheet};
use crate::{App, Result};

/// All indicators with targets, facts and states.
pub fn sheet(app: &mut App, _: ()) -> Result<IndicatorSheet> {
    let board = Board::load(app)?;
    let current_stage = board.current_stage().map(|stage| stage.code.clone());
    let groups = groups(&board);
    let without_snapshots = |mut stage: opora_domain::monitoring::Stage| {
        stage.snapshot.clear();
        stage
    };
    let stages = board.stages.into_iter().map(without_snapshots).collect();
    Ok(IndicatorSheet { stages, current_stage, groups })
}

fn groups(board: &Board) -> Vec<IndicatorGroup> {
    let of = |task: Option<&str>| -> Vec<IndicatorRow> {
        let rows = board.indicators.iter().filter(|indicator| indicator.task_id.as_deref() == task);
        rows.map(|indicator| row(board, indicator)).collect()
    };
    let tasks = board.tasks.iter().map(|task| (task.title.clone(), of(Some(&task.id))));
    let loose = ("Показатели программы".to_owned(), of(None));
    let groups = tasks.chain([loose]).filter(|(_, rows)| !rows.is_empty());
    groups.map(|(title, rows)| IndicatorGroup { title, rows }).collect()
}

fn row(board: &Board, indicator: &Indicator) -> IndicatorRow {
    IndicatorRow {
        indicator: indicator.clone(),
        projection_label: projection_label(indicator).into(),
        cells: board.stages.iter().map(|stage| board.cell(indicator, stage)).collect(),
    }
}
