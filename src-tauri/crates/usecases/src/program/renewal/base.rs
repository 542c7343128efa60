//! The municipal words of an event.

use opora_domain::program::Event;
use opora_domain::programme::{self, Programme};

use crate::program::book::Book;

/// The row of the municipal file from which an event comes; none for one of several parts.
pub(super) fn event<'a>(file: &'a Programme, own: &Event, book: &Book) -> Option<&'a programme::Event> {
    let code = own.template_code.as_ref()?;
    let parts =
        book.events.iter().filter(|other| other.is_in_plan() && other.template_code.as_ref() == Some(code));
    if parts.count() > 1 {
        return None;
    }
    file.events.iter().find(|event| event.code == *code)
}

/// The event with the municipal words.
pub(super) fn reworded(event: Event, words: &programme::Event) -> Event {
    Event {
        title: words.title.clone(),
        result: words.result.clone(),
        evidence_required: words.evidence.clone(),
        responsible: words.responsible.clone(),
        level: words.level,
        ..event
    }
}
