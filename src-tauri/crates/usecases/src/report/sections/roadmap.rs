use opora_domain::evidence::Evidence;
use opora_domain::occurrence::{Occurrence, OccurrenceState};
use opora_domain::report::quarterly::{EventRow, EventState, EvidenceRow};

use crate::report::facts::Facts;
use crate::roadmap::{EventView, OccurrenceView, TaskView};

/// Section 2: what was to be done in the quarter, and what is overdue from before.
pub(in crate::report) fn rows(facts: &Facts) -> Vec<EventRow> {
    chosen(facts).map(|(task, event, occurrence)| row(facts, task, event, occurrence)).collect()
}

/// Section 16: the documents behind section 2.
pub(in crate::report) fn evidence(facts: &Facts) -> Vec<EvidenceRow> {
    let mut rows = Vec::new();
    for (_, event, occurrence) in chosen(facts) {
        for evidence in &occurrence.evidence {
            rows.push(EvidenceRow {
                title: evidence.name(),
                number: evidence.number.clone(),
                date: evidence.date,
                sha256: evidence.file.as_ref().map(|file| file.sha256.clone()).unwrap_or_default(),
                event_code: event.event.code.clone(),
            });
        }
    }
    rows
}

/// Occurrences of the report, in programme order.
fn chosen(facts: &Facts) -> impl Iterator<Item = (&TaskView, &EventView, &OccurrenceView)> {
    facts.roadmap.tasks.iter().flat_map(move |task| {
        task.events.iter().flat_map(move |event| {
            let occurrences = event.occurrences.iter();
            occurrences
                .filter(|view| belongs(facts, event, &view.occurrence))
                .map(move |view| (task, event, view))
        })
    })
}

fn belongs(facts: &Facts, event: &EventView, occurrence: &Occurrence) -> bool {
    if facts.within_opt(occurrence.done_on) {
        return true;
    }
    if !event.event.is_owed_on(facts.last_day()) {
        return false;
    }
    let from = occurrence.window_from.is_some_and(|day| day <= facts.to);
    let to = occurrence.window_to.is_some_and(|day| day >= facts.from);
    let old_debt = from && state(facts, event, occurrence) == OccurrenceState::Overdue;
    let done_before = occurrence.done_on.is_some_and(|day| day < facts.from);
    (from && to && !done_before) || old_debt
}

fn state(facts: &Facts, event: &EventView, occurrence: &Occurrence) -> OccurrenceState {
    event.event.state_of(occurrence, facts.as_of, facts.program.binding_from())
}

fn row(facts: &Facts, task: &TaskView, event: &EventView, view: &OccurrenceView) -> EventRow {
    let occurrence = &view.occurrence;
    let state = state(facts, event, occurrence);
    let note = [occurrence.result.as_str(), occurrence.reason.as_str()];
    EventRow {
        task_code: task.task.code.clone(),
        task_title: task.task.title.clone(),
        code: event.event.code.clone(),
        title: event.event.title.clone(),
        raw_term: event.event.term.raw.clone(),
        window_from: occurrence.window_from,
        window_to: occurrence.window_to,
        state: counted_as(state),
        status: state.on_paper().to_owned(),
        done_on: occurrence.done_on,
        documents: view.evidence.iter().map(Evidence::words).collect(),
        note: note.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" "),
    }
}

fn counted_as(state: OccurrenceState) -> EventState {
    match state {
        OccurrenceState::Done => EventState::Done,
        OccurrenceState::Overdue => EventState::Overdue,
        OccurrenceState::Postponed => EventState::Postponed,
        OccurrenceState::Continuous => EventState::Continuous,
        OccurrenceState::Cancelled | OccurrenceState::NotApplicable | OccurrenceState::BeforeAct => {
            EventState::Dropped
        }
        OccurrenceState::Soon
        | OccurrenceState::Running
        | OccurrenceState::Planned
        | OccurrenceState::InProgress
        | OccurrenceState::Partial
        | OccurrenceState::Undated => EventState::InProgress,
    }
}
