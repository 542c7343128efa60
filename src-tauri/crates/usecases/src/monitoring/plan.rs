use super::{PlanInput, StageView};
use crate::{App, Result};

/// Sets the planned dates of an open stage.
pub fn plan(app: &mut App, input: PlanInput) -> Result<StageView> {
    Err(app.unfinished("monitoring.plan"))
}
