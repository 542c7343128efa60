//! What the user writes of an event: its check and its way into the record.

use opora_domain::program::Event;
use opora_domain::term::{Segment, Term};

use super::EventFields;
use super::book::may_answer;
use super::revise::Draft;
use crate::dates;

/// Longest code, characters.
const MAX_CODE: usize = 30;

/// Writes the fields into the record.
pub(super) fn apply(fields: &EventFields, event: Event) -> Event {
    let term = if event.is_group { event.term.clone() } else { term(&fields.term, &event.term) };
    Event {
        code: tidy(&fields.code),
        title: tidy(&fields.title),
        result: fields.result.trim().to_owned(),
        evidence_required: fields.evidence_required.trim().to_owned(),
        responsible: fields.responsible.trim().to_owned(),
        responsible_person_id: fields.responsible_person_id.clone(),
        level: fields.level,
        note: fields.note.trim().to_owned(),
        term,
        ..event
    }
}

/// An empty reading is the admission that there is none.
fn term(entered: &Term, before: &Term) -> Term {
    if entered.raw.trim() == before.raw.trim() && entered.segments == before.segments {
        return Term { ambiguous: entered.ambiguous, note: entered.note.clone(), ..before.clone() };
    }
    let segments =
        if entered.segments.is_empty() { vec![Segment::Unspecified] } else { entered.segments.clone() };
    Term { raw: entered.raw.trim().to_owned(), segments, ..entered.clone() }
}

/// Notes what is wrong with an event as it stands in the draft; `place` names its fields.
pub(super) fn check(draft: &mut Draft<'_>, event: &Event, place: &str) {
    let (after, today) = (&draft.after, draft.app.today());
    let taken = after.events.iter().find(|other| other.id != event.id && other.code == event.code);
    let taken = taken.map(|other| match other.withdrawn_on {
        Some(day) => format!("Номер {} занят мероприятием, исключённым {}.", event.code, dates::day(day)),
        None => format!("Номер {} уже есть: «{}».", event.code, other.title),
    });
    let before = draft.before.events.iter().find(|other| other.id == event.id);
    let person = event.responsible_person_id.as_ref();
    let same_person = before.is_some_and(|before| before.responsible_person_id.as_ref() == person);
    let away = !same_person && !may_answer(after, person, today);
    let at = |field: &str| format!("{place}{field}");
    let problems = &mut draft.problems;
    problems
        .check(event.code.is_empty(), &at("code"), "Укажите номер мероприятия.")
        .check(event.code.chars().count() > MAX_CODE, &at("code"), "Номер длиннее 30 знаков.")
        .check(event.title.is_empty(), &at("title"), "Укажите название мероприятия.")
        .check(away, &at("responsible_person_id"), "Этого человека нет среди работающих в школе.");
    if let Some(message) = taken.filter(|_| !event.code.is_empty()) {
        problems.check(true, &at("code"), &message);
    }
    if let Some(message) = event.term.segments.iter().find_map(segment_problem) {
        problems.check(true, &at("term"), message);
    }
}

fn segment_problem(segment: &Segment) -> Option<&'static str> {
    let reversed = match segment {
        Segment::Window { from, to, .. } => to < from,
        Segment::Every { from: Some(from), to: Some(to), .. }
        | Segment::Continuous { from: Some(from), to: Some(to) } => to < from,
        _ => false,
    };
    reversed.then_some("Последний день срока раньше первого.")
}

/// One space between words, none around.
pub(super) fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
