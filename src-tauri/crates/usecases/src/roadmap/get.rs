use super::Roadmap;
use super::plan::{self, Plan};
use crate::{App, Result};

/// The whole road map as it stands today.
pub fn get(app: &mut App, _: ()) -> Result<Roadmap> {
    load(app)
}

/// The same for reading by other nouns.
pub(crate) fn load(app: &App) -> Result<Roadmap> {
    let plan = Plan::load(app)?;
    let tasks = plan.task_views();
    let totals = plan::totals(tasks.iter().flat_map(|task| &task.events));
    Ok(Roadmap { program: plan.program, tasks, totals })
}
