use opora_domain::authoring::{Decision, DraftRow};

use super::work::Work;
use super::{TableDraftView, view};
use crate::person::IdInput;
use crate::{App, Result, ops};

/// Confirms a row or an indicator as it stands.
///
/// # Errors
/// `NotFound` when there is no such row.
pub fn confirm_row(app: &mut App, input: IdInput) -> Result<TableDraftView> {
    decide(app, &input.id, Decision::Confirmed)
}

/// Leaves a row or an indicator out.
///
/// # Errors
/// `NotFound` when there is no such row.
pub fn drop_row(app: &mut App, input: IdInput) -> Result<TableDraftView> {
    decide(app, &input.id, Decision::Dropped)
}

/// Takes a row that was left out back.
///
/// # Errors
/// `NotFound` when there is no such row.
pub fn restore_row(app: &mut App, input: IdInput) -> Result<TableDraftView> {
    decide(app, &input.id, Decision::Pending)
}

/// Confirms all that was read without a doubt, in one step.
pub fn confirm_clear_rows(app: &mut App, _: ()) -> Result<TableDraftView> {
    let mut work = Work::need(app)?;
    let is_clear =
        |row: &DraftRow| row.body.decision == Decision::Pending && view::doubts(&work, row).is_empty();
    let clear: Vec<usize> = (0..work.rows.len()).filter(|&at| is_clear(&work.rows[at])).collect();
    for at in &clear {
        work.rows[*at].body.decision = Decision::Confirmed;
    }
    app.transact(ops::DECIDE_DRAFT_ROW, |tx| {
        clear.iter().try_for_each(|at| tx.update(&work.rows[*at]))?;
        Ok(())
    })?;
    Ok(view::of(&work))
}

fn decide(app: &mut App, id: &str, decision: Decision) -> Result<TableDraftView> {
    let mut work = Work::need(app)?;
    work.row(id)?.body.decision = decision;
    let row = work.row(id)?.clone();
    app.transact(ops::DECIDE_DRAFT_ROW, |tx| Ok(tx.update(&row)?))?;
    Ok(view::of(&work))
}
