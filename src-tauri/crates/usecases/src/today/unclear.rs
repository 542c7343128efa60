//! What the text of the programme leaves open, for the school to settle.

use super::{Unclear, UnclearTerm};
use crate::roadmap::{EventView, Roadmap};

/// Dates of a reading named before the rest is counted.
const NAMED: usize = 4;

pub(super) fn of(roadmap: &Roadmap) -> Unclear {
    let events: Vec<&EventView> = roadmap.tasks.iter().flat_map(|task| &task.events).collect();
    let ambiguous = events.iter().filter(|view| view.event.term.ambiguous);
    let mut terms: Vec<UnclearTerm> = ambiguous.map(|view| term(view)).collect();
    terms.sort_by_key(|term| term.informative);
    Unclear {
        terms,
        without_responsible: events.iter().filter(|view| is_nobodys(view)).count(),
        notes: roadmap.program.as_ref().map(|program| program.notes.clone()).unwrap_or_default(),
    }
}

fn term(view: &EventView) -> UnclearTerm {
    let event = &view.event;
    UnclearTerm {
        event_id: event.id.clone(),
        code: event.code.clone(),
        title: event.title.clone(),
        raw: event.term.raw.clone(),
        reading: reading(view),
        note: event.term.note.clone().unwrap_or_default(),
        informative: view.informative,
    }
}

/// «май 2022 г.; май 2023 г.; май 2024 г. и ещё 2».
fn reading(view: &EventView) -> String {
    let mut whens: Vec<&str> = view.occurrences.iter().map(|occurrence| occurrence.when.as_str()).collect();
    whens.dedup();
    let named = whens.iter().take(NAMED).copied().collect::<Vec<_>>().join("; ");
    match whens.len().saturating_sub(NAMED) {
        0 => named,
        rest => format!("{named} и ещё {rest}"),
    }
}

/// The school owes it, and nobody answers for it.
fn is_nobodys(view: &EventView) -> bool {
    let named = !view.event.responsible.trim().is_empty() || !view.responsible_name.is_empty();
    view.event.is_owed() && !named
}
