//! From what a term gives to what is kept of it.

use opora_domain::Id;
use opora_domain::occurrence::{Occurrence, OccurrenceStatus};
use opora_domain::term::TermOccurrence;

/// An occurrence of an event, planned and nothing more.
pub(crate) fn of_term(id: Id, event_id: &str, term: TermOccurrence) -> Occurrence {
    Occurrence {
        id,
        event_id: event_id.to_owned(),
        window_from: term.from,
        window_to: term.to,
        due: term.due,
        stage: term.stage,
        status: OccurrenceStatus::Planned,
        done_on: None,
        result: String::new(),
        reason: String::new(),
    }
}
