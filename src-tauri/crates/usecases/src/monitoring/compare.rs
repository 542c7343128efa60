use opora_domain::indicator::Indicator;
use opora_domain::monitoring::Stage;
use opora_domain::programme::Projection;
use opora_domain::target::Fact;

use super::snapshot::{self, FrozenRow};
use super::{
    Change, CompareCell, CompareColumn, CompareRow, CompareStagesInput, StageComparison, difference, sheet,
    view,
};
use crate::indicator::Board;
use crate::{App, Code, Result};

/// Stages side by side: closed ones from their snapshots, open ones as they are now.
///
/// # Errors
/// `NotFound` when a code is not a stage of the programme.
pub fn compare(app: &mut App, input: CompareStagesInput) -> Result<StageComparison> {
    compare_on(app, &Board::load(app)?, &input.stages)
}

/// The same of a programme that may have ended.
pub(crate) fn compare_on(app: &App, board: &Board, stages: &[String]) -> Result<StageComparison> {
    for code in stages {
        board.stage(code)?;
    }
    let wanted = |stage: &&Stage| stages.is_empty() || stages.contains(&stage.code);
    let columns = board.stages.iter().filter(wanted).map(|stage| Column::of(app, board, stage));
    let columns: Vec<Column> = columns.collect::<Result<_>>()?;
    let rows: Vec<CompareRow> =
        board.indicators.iter().filter_map(|indicator| row(board, indicator, &columns)).collect();
    let columns: Vec<CompareColumn> = columns.into_iter().map(|column| column.head).collect();
    let summary = difference::summary(&columns, &rows);
    Ok(StageComparison { columns, rows, summary })
}

/// A stage with what it says of each indicator.
struct Column {
    head: CompareColumn,
    stage: Stage,
    rows: Vec<FrozenRow>,
}

impl Column {
    fn of(app: &App, board: &Board, stage: &Stage) -> Result<Self> {
        let rows = match stage.closed_on {
            None => Ok(live(board, stage)),
            Some(_) => snapshot::read(stage).map(|snapshot| snapshot.rows),
        };
        let damaged = rows.as_ref().is_err_and(|error| error.code == Code::Damaged);
        let rows = if damaged { Vec::new() } else { rows? };
        let view = if damaged { view::bare(app, stage) } else { view::card(app, board, stage)? };
        let preliminary = stage.closed_on.is_none();
        let head = CompareColumn { view, preliminary, note: note(stage, damaged), damaged };
        Ok(Self { head, stage: stage.clone(), rows })
    }

    fn row(&self, indicator: &Indicator) -> Option<&FrozenRow> {
        self.rows.iter().find(|row| row.row.indicator_id == indicator.id)
    }
}

fn live(board: &Board, stage: &Stage) -> Vec<FrozenRow> {
    let fact = |id: &str| board.indicator(id).ok().and_then(|indicator| board.fact(indicator, stage));
    let rows = view::live_rows(board, stage).into_iter();
    rows.map(|row| {
        let fact = fact(&row.indicator_id);
        FrozenRow::live(row, fact)
    })
    .collect()
}

fn note(stage: &Stage, damaged: bool) -> String {
    match stage.closed_on {
        None => "предварительно: этап не закрыт".into(),
        Some(_) if damaged => "снимок не совпадает со своей контрольной суммой, его значения не показаны; \
            восстановите данные из последней проверенной копии"
            .into(),
        Some(day) => format!("снимок от {}, контрольная сумма совпадает", day.format("%d.%m.%Y")),
    }
}

/// An indicator that stands in one of the stages at least.
fn row(board: &Board, indicator: &Indicator, columns: &[Column]) -> Option<CompareRow> {
    let wants = difference::wants(board, indicator, columns.iter().map(|column| &column.stage));
    let mut before: Option<(usize, Fact)> = None;
    let mut cells = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        let frozen = column.row(indicator);
        let now = frozen.and_then(|row| row.value);
        let change = before.zip(now).and_then(|((was_at, was), now)| {
            let change = difference::change(&was, &now, wants)?;
            let since = (was_at + 1 < at).then(|| columns[was_at].stage.title.as_str());
            Some(difference::since(change, since))
        });
        cells.push(frozen.map(|row| cell(board, column, indicator, row, change)));
        before = now.map(|now| (at, now)).or(before);
    }
    cells.iter().any(Option::is_some).then(|| CompareRow {
        indicator_id: indicator.id.clone(),
        code: indicator.code.clone(),
        title: indicator.title.clone(),
        municipal: indicator.projection == Projection::MunicipalOnly,
        cells,
    })
}

fn cell(
    board: &Board,
    column: &Column,
    indicator: &Indicator,
    frozen: &FrozenRow,
    change: Option<Change>,
) -> CompareCell {
    CompareCell {
        target: frozen.row.target.clone(),
        fact: frozen.row.fact.clone(),
        state: frozen.row.state,
        explanation: frozen.row.explanation.clone(),
        source: frozen.row.source,
        change,
        corrections: sheet::corrections_of(board, &column.stage, frozen),
        drift: difference::drift(board, &column.stage, indicator, frozen),
    }
}
