//! What is to be done, by urgency.

use chrono::{Days, NaiveDate, Weekday};
use opora_domain::occurrence::OccurrenceState;

use super::{DueItem, Week};
use crate::dates;
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

/// Items that fall due in the week, Monday to Sunday, which lies so many weeks after that of `today`.
pub(super) fn week(items: &[DueItem], today: NaiveDate, weeks_after: u64) -> Week {
    let monday = today.week(Weekday::Mon).first_day() + Days::new(7 * weeks_after);
    let sunday = monday + Days::new(6);
    let within = |item: &&DueItem| item.due.is_some_and(|due| (monday..=sunday).contains(&due));
    Week { label: dates::span(monday, sunday), items: items.iter().filter(within).cloned().collect() }
}

/// The items that are in none of the weeks.
pub(super) fn without(items: Vec<DueItem>, weeks: &[&Week]) -> Vec<DueItem> {
    items.into_iter().filter(|item| !weeks.iter().any(|week| week.items.contains(item))).collect()
}

fn item(event: &EventView, view: &OccurrenceView, today: NaiveDate) -> DueItem {
    let due = view.occurrence.due;
    DueItem {
        occurrence_id: view.occurrence.id.clone(),
        event_id: event.event.id.clone(),
        code: event.event.code.clone(),
        title: event.event.title.clone(),
        responsible: event.event.responsible.clone(),
        responsible_name: event.responsible_name.clone(),
        when: view.when.clone(),
        due,
        days: due.map_or(0, |due| (due - today).num_days()),
        left: view.left.clone(),
        state: view.state,
    }
}
