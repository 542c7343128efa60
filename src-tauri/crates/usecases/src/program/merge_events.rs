use std::collections::BTreeSet;

use opora_domain::Id;
use opora_domain::program::{ChangeAction, Event, FieldChange, Planned};

use super::revise::{Draft, revise};
use super::{MergeInput, Recorded, fields, guard, withdraw_event};
use crate::{ApiError, App, Result, ops};

/// Makes one event out of several of a task. The first keeps its place; what was done for the others moves to it
/// with its documents, and the others are withdrawn.
///
/// A term at which any of them was begun is taken as begun: it is not owed twice.
///
/// # Errors
/// `Invalid` with fewer than two events; `Refused` when they belong to different tasks or one is a heading row.
pub fn merge_events(app: &mut App, input: MergeInput) -> Result<Recorded> {
    revise(app, ops::MERGE_EVENTS, &input.correction, |draft| merge(draft, &input))
}

fn merge(draft: &mut Draft<'_>, input: &MergeInput) -> Result<()> {
    let mut seen = BTreeSet::new();
    let ids: Vec<&Id> = input.ids.iter().filter(|id| seen.insert(id.as_str())).collect();
    draft.problems.check(ids.len() < 2, "ids", "Выберите не меньше двух мероприятий.");
    let Some((first, others)) = ids.split_first() else { return Ok(()) };
    let events = ids.iter().map(|id| draft.before.event(id).cloned()).collect::<Result<Vec<_>>>()?;
    check_mates(&events)?;
    let joint = fields::apply(&input.fields, events[0].clone());
    *draft.after.event_mut(first)? = joint.clone();
    let mut old = draft.after.planned(first);
    for id in others {
        old.extend(take_over(draft, first, id));
        withdraw_event::withdraw(draft, id)?;
        draft.say(id, ChangeAction::Withdrawn, told("Вошло в", &joint.code));
    }
    fields::check(draft, &joint, "fields.");
    draft.replan_from(first, &old, draft.past())?;
    let codes = events.iter().map(|event| event.code.as_str()).collect::<Vec<_>>().join(", ");
    draft.say(first, ChangeAction::Merged, told("Объединены", &codes));
    Ok(())
}

/// Moves what was begun for an event to another; what nobody has touched stays where it is, withdrawn.
fn take_over(draft: &mut Draft<'_>, to: &str, from: &str) -> Vec<Planned> {
    let begun: Vec<Planned> = draft.after.planned(from).into_iter().filter(Planned::is_touched).collect();
    let is_begun = |id: &Id| begun.iter().any(|planned| planned.occurrence.id == *id);
    for occurrence in draft.after.occurrences.iter_mut().filter(|occurrence| is_begun(&occurrence.id)) {
        to.clone_into(&mut occurrence.event_id);
    }
    begun
}

fn check_mates(events: &[Event]) -> Result<()> {
    events.iter().try_for_each(guard::in_plan)?;
    let refused =
        |message| Err(ApiError::refused(message, "Ничего не изменено. Выберите другие мероприятия."));
    if events.iter().any(|event| event.is_group) {
        return refused("Разделы плана не объединяются.");
    }
    if events.iter().any(|event| event.task_id != events[0].task_id) {
        return refused("Объединить можно только мероприятия одной задачи.");
    }
    Ok(())
}

fn told(label: &str, words: &str) -> FieldChange {
    FieldChange { field: "merge".into(), label: label.into(), before: String::new(), after: words.into() }
}
