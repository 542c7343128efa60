//! The data of the reference on a monitoring stage.

use std::collections::BTreeMap;

use opora_domain::Id;
use opora_domain::indicator::Indicator;
use opora_domain::program::Program;
use opora_domain::report::stage_reference::{Area, SCHEMA, StageReference, StageRow, StateCount};
use opora_domain::target::IndicatorState;
use opora_domain::words::{Words, counted, plural};

use super::head::{capitalised, head};
use crate::monitoring::{self, CompareCell, CompareRow, CompareStagesInput, CorrectionRow, StageView};
use crate::person::IdInput;
use crate::report::{is_yes_no, unit};
use crate::{ApiError, App, Result, indicator};

/// State of a value that has nothing to be compared with.
const ALONE: &str = "сравнить не с чем";

/// The chosen stage, else the one closed last, else the first.
pub(super) fn chosen(stages: &[StageView], subject: Option<&Id>) -> Result<usize> {
    let found = match subject {
        Some(id) => stages.iter().position(|view| view.stage.id == *id),
        None => stages
            .iter()
            .rposition(|view| view.stage.closed_on.is_some())
            .or((!stages.is_empty()).then_some(0)),
    };
    found.ok_or_else(|| ApiError::not_found("этап мониторинга"))
}

/// A stage beside the stage before; a closed one by its frozen snapshot.
pub(super) fn snapshot(app: &mut App, program: &Program, subject: Option<&Id>) -> Result<StageReference> {
    let stages = monitoring::list(app, ())?;
    let at = chosen(&stages, subject)?;
    let before = at.checked_sub(1).map(|at| &stages[at]);
    let view = &stages[at];
    let codes = before.into_iter().chain([view]).map(|view| view.stage.code.clone()).collect();
    let compared = monitoring::compare(app, CompareStagesInput { stages: codes })?;
    let sheet = monitoring::sheet(app, IdInput { id: view.stage.id.clone() })?;
    let own = usize::from(before.is_some());
    let rows: Vec<&CompareRow> = compared.rows.iter().filter(|row| row.cells[own].is_some()).collect();
    let states = states(&rows, own);
    Ok(StageReference {
        schema: SCHEMA.to_owned(),
        head: head(app, program)?,
        stage: view.stage.title.clone(),
        kind: view.kind_label.clone(),
        from: view.stage.planned_from,
        to: view.stage.planned_to,
        closed_on: view.stage.closed_on,
        sha256: view.stage.snapshot_sha256.clone(),
        before: before.map(|view| view.stage.title.clone()).unwrap_or_default(),
        areas: areas(app, &rows, own)?,
        conclusions: conclusions(&rows, own, &compared.summary),
        states,
        corrections: sheet.corrections.iter().map(correction).collect(),
    })
}

/// Rows under the parts of the programme in which they stand.
fn areas(app: &mut App, rows: &[&CompareRow], own: usize) -> Result<Vec<Area>> {
    let sheet = indicator::sheet(app, ())?;
    let mut part: BTreeMap<Id, (usize, &Indicator)> = BTreeMap::new();
    for (at, group) in sheet.groups.iter().enumerate() {
        part.extend(group.rows.iter().map(|row| (row.indicator.id.clone(), (at, &row.indicator))));
    }
    let mut areas: Vec<Area> = sheet
        .groups
        .iter()
        .map(|group| Area { title: without_marks(&group.title), rows: Vec::new() })
        .collect();
    areas.push(Area {
        title: "Исключены из программы после закрытия этапа".to_owned(), rows: Vec::new()
    });
    let last = areas.len() - 1;
    for row in rows {
        let known = part.get(&row.indicator_id);
        let at = known.map_or(last, |(at, _)| *at);
        areas[at].rows.push(line(row, known.map(|(_, indicator)| *indicator), own));
    }
    areas.retain(|area| !area.rows.is_empty());
    Ok(areas)
}

/// A mark of a footnote leads nowhere on this paper.
fn without_marks(title: &str) -> String {
    title.replace(['¹', '²', '³'], "")
}

/// What is asked of the school: «да» where the municipality counts a share of schools.
fn asked(target: String, indicator: Option<&Indicator>) -> String {
    match indicator.is_some_and(is_yes_no) && !target.is_empty() && target != "да" {
        true => format!("да (по муниципалитету — {target})"),
        false => target,
    }
}

fn line(row: &CompareRow, indicator: Option<&Indicator>, own: usize) -> StageRow {
    let cell = row.cells[own].as_ref();
    let before = own.checked_sub(1).and_then(|at| row.cells[at].as_ref());
    let said = |text: fn(&CompareCell) -> String| cell.map(text).unwrap_or_default();
    StageRow {
        code: row.code.clone(),
        title: without_marks(&row.title),
        unit: indicator.map(|indicator| unit(indicator).label().to_owned()).unwrap_or_default(),
        target: asked(said(|cell| cell.target.clone()), indicator.filter(|_| !row.municipal)),
        before: before.map(|cell| worded(&cell.fact)).unwrap_or_default(),
        fact: match row.municipal {
            true => said(|cell| worded(&cell.fact)),
            false => said(entered),
        },
        change: said(|cell| cell.change.as_ref().map(|change| change.text.clone()).unwrap_or_default()),
        state: match row.municipal {
            true => "ведёт муниципалитет".to_owned(),
            false => said(state),
        },
    }
}

/// «6 из 8 = 75,0 %» as the reports write it: «6 из 8 (75,0 %)».
fn worded(fact: &str) -> String {
    fact.split_once(" = ").map_or_else(|| fact.to_owned(), |(share, percent)| format!("{share} ({percent})"))
}

fn entered(cell: &CompareCell) -> String {
    if cell.fact.is_empty() { "не внесён".to_owned() } else { worded(&cell.fact) }
}

/// «достигнут»; a value without an earlier one to compare with is not «нет данных».
fn state(cell: &CompareCell) -> String {
    if is_alone(cell) { ALONE.to_owned() } else { cell.state.label().to_owned() }
}

/// The value is known, and its target asks for an earlier one that is not.
fn is_alone(cell: &CompareCell) -> bool {
    cell.state == IndicatorState::NoData && !cell.fact.is_empty()
}

/// Codes of such indicators.
fn alone(rows: &[&CompareRow], own: usize) -> Vec<String> {
    let own_rows = rows.iter().filter(|row| !row.municipal);
    let found = own_rows.filter(|row| row.cells[own].as_ref().is_some_and(is_alone));
    found.map(|row| row.code.clone()).collect()
}

fn count(rows: &[&CompareRow], at: usize, state: IndicatorState) -> u32 {
    let cells = rows.iter().filter(|row| !row.municipal).filter_map(|row| row.cells[at].as_ref());
    cells.filter(|cell| cell.state == state && !is_alone(cell)).count() as u32
}

fn count_alone(rows: &[&CompareRow], at: usize) -> u32 {
    let cells = rows.iter().filter(|row| !row.municipal).filter_map(|row| row.cells[at].as_ref());
    cells.filter(|cell| is_alone(cell)).count() as u32
}

fn states(rows: &[&CompareRow], own: usize) -> Vec<StateCount> {
    let states = IndicatorState::ALL.iter().map(|state| StateCount {
        state: capitalised(state.label()),
        now: count(rows, own, *state),
        before: own.checked_sub(1).map_or(0, |at| count(rows, at, *state)),
    });
    let alone = StateCount {
        state: capitalised(ALONE),
        now: count_alone(rows, own),
        before: own.checked_sub(1).map_or(0, |at| count_alone(rows, at)),
    };
    states.chain([alone]).filter(|state| state.now + state.before > 0).collect()
}

fn conclusions(rows: &[&CompareRow], own: usize, summary: &[String]) -> Vec<String> {
    let with = |state| {
        let own_rows = rows.iter().filter(|row| !row.municipal);
        let in_state = own_rows.filter(|row| row.cells[own].as_ref().is_some_and(|cell| cell.state == state));
        in_state.map(|row| row.code.clone()).collect::<Vec<_>>()
    };
    let total = rows.iter().filter(|row| !row.municipal).count() as i64;
    if total == 0 {
        return Vec::new();
    }
    let of = counted(total, "показателя", "показателей", "показателей");
    let mut said = vec![format!("Из {of} школы достигнуто {}.", with(IndicatorState::Achieved).len())];
    said.extend(summary.iter().map(|text| format!("{}.", text.trim_end_matches('.'))));
    let missed = with(IndicatorState::NotAchieved);
    if !missed.is_empty() {
        let n = missed.len() as i64;
        said.push(format!(
            "{}: {}. {} нужно уточнить причины на заседании рабочей группы и назначить меры.",
            plural(n, "Не достигнут показатель", "Не достигнуты показатели", "Не достигнуты показатели"),
            missed.join(", "),
            plural(n, "По нему", "По ним", "По ним"),
        ));
    }
    let alone = alone(rows, own);
    if !alone.is_empty() {
        let n = alone.len() as i64;
        let indicators = plural(n, "показателя", "показателей", "показателей");
        said.push(format!(
            "Значения {indicators} {} внесены; цель считается от предыдущего этапа, сравнивать пока не с чем.",
            alone.join(", ")
        ));
    }
    let mut empty = with(IndicatorState::NoData);
    empty.retain(|code| !alone.contains(code));
    if !empty.is_empty() {
        said.push(format!(
            "Нет данных по {}: {}. Значения нужно внести.",
            plural(empty.len() as i64, "показателю", "показателям", "показателям"),
            empty.join(", ")
        ));
    }
    said
}

fn correction(row: &CorrectionRow) -> String {
    let frozen = if row.frozen.is_empty() { "значения не было" } else { &row.frozen };
    let day = row.date.format("%d.%m.%Y");
    format!(
        "Показатель {}: в снимке — {frozen}, исправлено на {day}: {} ({})",
        row.code, row.corrected, row.reason
    )
}
