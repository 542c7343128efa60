use opora_domain::program::{Event, Program};

use super::Roadmap;
use super::plan::{self, Plan};
use crate::{App, Result};

/// The whole road map as it stands today.
pub fn get(app: &mut App, _: ()) -> Result<Roadmap> {
    load(app)
}

/// The same for reading by other nouns.
pub(crate) fn load(app: &App) -> Result<Roadmap> {
    Ok(roadmap(Plan::load(app)?, Event::is_in_plan))
}

/// Of a programme that may have ended, with the events that are left out of the plan: what was done for them
/// before remains a fact.
pub(crate) fn load_whole_of(app: &App, program: Option<Program>) -> Result<Roadmap> {
    Ok(roadmap(Plan::load_of(app, program)?, |_| true))
}

fn roadmap(plan: Plan, passes: impl Fn(&Event) -> bool) -> Roadmap {
    let tasks = plan.task_views(passes);
    let totals = plan::totals(tasks.iter().flat_map(|task| &task.events));
    Roadmap { program: plan.program, tasks, totals }
}
