//! What is to be done, by urgency.

use chrono::NaiveDate;
use opora_domain::occurrence::OccurrenceState;

use super::DueItem;
use crate::roadmap::{EventView, OccurrenceView, Roadmap};

/// Everything the school owes that stands open.
pub(super) fn items(roadmap: &Roadmap, today: NaiveDate) -> Vec<DueItem> {
    let events = roadmap.tasks.iter().flat_map(|task| &task.events);
    let owed = events.filter(|view| view.event.is_owed());
    let items = owed.flat_map(|event| event.occurrences.iter().map(move |view| item(event, view, today)));
    items.collect()
}

/// The items in these states, nearest date first, undated ones in the order of the programme.
pub(super) fn in_states(items: &[DueItem], states: &[OccurrenceState]) -> Vec<DueItem> {
    let mut found: Vec<DueItem> = items.iter().filter(|item| states.contains(&item.state)).cloned().collect();
    found.sort_by_key(|item| item.due);
    found
}

fn item(event: &EventView, view: &OccurrenceView, today: NaiveDate) -> DueItem {
    let due = view.occurrence.due;
    DueItem {
        occurrence_id: view.occurrence.id.clone(),
        event_id: event.event.id.clone(),
        code: event.event.code.clone(),
        title: event.event.title.clone(),
        responsible: event.event.responsible.clone(),
        when: view.when.clone(),
        due,
        days: due.map_or(0, |due| (due - today).num_days()),
        state: view.state,
    }
}
