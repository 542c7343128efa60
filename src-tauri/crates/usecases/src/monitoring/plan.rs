use opora_domain::monitoring::Stage;

use super::{PlanInput, StageView, view};
use crate::{App, Problems, Result, ops};

/// Sets the planned dates of an open stage.
///
/// # Errors
/// `Frozen` when the stage is closed, `Invalid` when it would end before it begins.
pub fn plan(app: &mut App, input: PlanInput) -> Result<StageView> {
    let (mut board, stage) = view::load(app, &input.id)?;
    view::refuse_closed(&stage)?;
    let reversed = matches!((input.from, input.to), (Some(from), Some(to)) if to < from);
    Problems::default().check(reversed, "to", "Окончание не может быть раньше начала.").finish()?;
    let stage = Stage { planned_from: input.from, planned_to: input.to, ..stage };
    app.transact(ops::PLAN_STAGE, |tx| Ok(tx.update(&stage)?))?;
    board.stages.retain(|other| other.id != stage.id);
    view::card(app, &board, &stage)
}
