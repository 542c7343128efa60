use opora_domain::program::{Event, Origin, Past};
use opora_domain::term::{Segment, Term};

use super::revise::{Draft, revise};
use super::{EventInput, Recorded, fields, guard};
use crate::{ApiError, App, Result, ops};

/// Changes the wording, the term or the responsible of an event, or adds an event of the school's own.
///
/// When the term's reading changes, what was begun stays and the rest is planned anew.
///
/// # Errors
/// `Invalid` when a field, the reason or the basis does not fit; `Frozen` when the event is left out of the plan.
pub fn save_event(app: &mut App, input: EventInput) -> Result<Recorded> {
    revise(app, ops::SAVE_EVENT, &input.correction, |draft| match &input.id {
        Some(id) => edit(draft, id, &input),
        None => add(draft, &input),
    })
}

fn edit(draft: &mut Draft<'_>, id: &str, input: &EventInput) -> Result<()> {
    let before = draft.before.event(id)?.clone();
    guard::in_plan(&before)?;
    let event = fields::apply(&input.fields, before.clone());
    *draft.after.event_mut(id)? = event.clone();
    fields::check(draft, &event, "fields.");
    if event.term.segments != before.term.segments {
        draft.replan(id, draft.past())?;
    }
    Ok(())
}

fn add(draft: &mut Draft<'_>, input: &EventInput) -> Result<()> {
    let task_id = input.task_id.as_ref().ok_or_else(|| ApiError::not_found("задача программы"))?;
    guard::place(draft, task_id, input.parent_id.as_deref(), &[])?;
    let mut event = fields::apply(&input.fields, blank(draft, input, task_id));
    if event.code.is_empty() {
        event.code = next_code(draft, task_id, input.parent_id.as_deref());
    }
    fields::check(draft, &event, "fields.");
    let at = guard::end_of(&draft.after, task_id, input.parent_id.as_deref());
    let id = event.id.clone();
    draft.after.events.insert(at, event);
    draft.after.renumber();
    draft.replan(&id, Past::OnlyAlone)
}

/// The number after the last of the neighbours that nobody has: «1.1.1.9» after «1.1.1.8».
fn next_code(draft: &Draft<'_>, task_id: &str, parent: Option<&str>) -> String {
    let events = &draft.after.events;
    let beside = |event: &&Event| event.task_id == task_id && event.parent_id.as_deref() == parent;
    let last = events.iter().rev().find(beside).map(|event| event.code.as_str());
    let above = parent.and_then(|id| events.iter().find(|event| event.id == id)).map(|event| &event.code);
    let task = draft.after.tasks.iter().find(|task| task.id == task_id).map(|task| &task.code);
    let first = || format!("{}.0", above.or(task).map_or("", String::as_str));
    let last = last.map_or_else(first, str::to_owned);
    let (stem, tail) = last.rsplit_once('.').map_or(("", last.as_str()), |(stem, tail)| (stem, tail));
    let from: usize = tail.trim_matches(|sign: char| !sign.is_ascii_digit()).parse().unwrap_or(0);
    let code = |n: usize| if stem.is_empty() { n.to_string() } else { format!("{stem}.{n}") };
    let free = |code: &String| events.iter().all(|event| event.code != *code);
    (from + 1..).map(code).find(free).unwrap_or_default()
}

fn blank(draft: &Draft<'_>, input: &EventInput, task_id: &str) -> Event {
    Event {
        id: draft.app.new_id(),
        program_id: draft.before.program.id.clone(),
        task_id: task_id.to_owned(),
        parent_id: input.parent_id.clone(),
        code: String::new(),
        title: String::new(),
        result: String::new(),
        evidence_required: String::new(),
        responsible: String::new(),
        level: input.fields.level,
        term: Term { raw: String::new(), segments: vec![Segment::Unspecified], ambiguous: false, note: None },
        is_group: input.is_group,
        sort: 0,
        origin: Origin::Own,
        template_code: None,
        responsible_person_id: None,
        note: String::new(),
        withdrawn_on: None,
    }
}
