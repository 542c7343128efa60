use chrono::NaiveDate;
use opora_domain::indicator::Indicator;
use opora_domain::program::Program;

use super::board::{Board, projection_label};
use super::{IndicatorGroup, IndicatorRow, IndicatorSheet, series};
use crate::{App, Result};

/// All indicators with targets, facts and states.
pub fn sheet(app: &mut App, _: ()) -> Result<IndicatorSheet> {
    Ok(sheet_on(Board::load(app)?))
}

/// The same of a programme that may have ended, with what is counted by itself counted up to a day.
pub(crate) fn sheet_of(app: &App, program: Option<Program>, to: NaiveDate) -> Result<IndicatorSheet> {
    Ok(sheet_on(Board::load_of(app, program)?.counting_to(to)))
}

/// The same by indicators that have been read already.
pub(crate) fn sheet_on(board: Board) -> IndicatorSheet {
    let current_stage = board.current_stage().map(|stage| stage.code.clone());
    let groups = groups(&board);
    let without_snapshots = |mut stage: opora_domain::monitoring::Stage| {
        stage.snapshot.clear();
        stage
    };
    let stages = board.stages.into_iter().map(without_snapshots).collect();
    IndicatorSheet { stages, current_stage, groups }
}

fn groups(board: &Board) -> Vec<IndicatorGroup> {
    let of = |task: Option<&str>| -> Vec<IndicatorRow> {
        let rows = board.in_plan().filter(|indicator| indicator.task_id.as_deref() == task);
        rows.map(|indicator| row(board, indicator)).collect()
    };
    let tasks = board.tasks.iter().map(|task| (task.title.clone(), of(Some(&task.id))));
    let loose = ("Показатели программы".to_owned(), of(None));
    let groups = tasks.chain([loose]).filter(|(_, rows)| !rows.is_empty());
    groups.map(|(title, rows)| IndicatorGroup { title, rows }).collect()
}

fn row(board: &Board, indicator: &Indicator) -> IndicatorRow {
    let cells: Vec<_> = board.stages.iter().map(|stage| board.cell(indicator, stage)).collect();
    IndicatorRow {
        indicator: indicator.clone(),
        projection_label: projection_label(indicator).into(),
        auto_label: board.auto_label(indicator),
        series: series::of(board, indicator, &cells),
        cells,
    }
}
