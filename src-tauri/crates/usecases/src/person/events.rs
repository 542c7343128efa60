use super::{IdInput, PersonEvent};
use crate::{App, Result, roadmap};

/// Events of the plan for which a person answers, in its order.
pub fn events(app: &mut App, input: IdInput) -> Result<Vec<PersonEvent>> {
    let roadmap = roadmap::load(app)?;
    let events = roadmap.tasks.into_iter().flat_map(|task| task.events);
    let own = events.filter(|view| view.event.responsible_person_id.as_ref() == Some(&input.id));
    let row = |view: roadmap::EventView| PersonEvent {
        event_id: view.event.id,
        code: view.event.code,
        title: view.event.title,
        state: view.state,
    };
    Ok(own.map(row).collect())
}
