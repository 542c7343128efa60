use opora_domain::Id;
use opora_domain::program::Event;

use super::book::Book;
use super::revise::{Draft, revise};
use super::{MoveInput, Recorded, guard};
use crate::{ApiError, App, Result, ops};

/// Moves an event with the rows below it to another place, group or task. Codes stay: past reports name them.
///
/// # Errors
/// `Refused` when the place is not in the plan or lies inside the event; `Frozen` for a withdrawn event.
pub fn move_event(app: &mut App, input: MoveInput) -> Result<Recorded> {
    revise(app, ops::MOVE_EVENT, &input.correction, |draft| relocate(draft, &input))
}

fn relocate(draft: &mut Draft<'_>, input: &MoveInput) -> Result<()> {
    guard::in_plan(draft.before.event(&input.id)?)?;
    let moved = draft.before.subtree(&input.id);
    guard::place(draft, &input.task_id, input.parent_id.as_deref(), &moved)?;
    let book = &mut draft.after;
    let (mut block, rest): (Vec<Event>, Vec<Event>) =
        book.events.drain(..).partition(|event| moved.contains(&event.id));
    book.events = rest;
    for event in &mut block {
        event.task_id.clone_from(&input.task_id);
        if event.id == input.id {
            event.parent_id.clone_from(&input.parent_id);
        }
    }
    let at = target(book, input, &moved)?;
    book.events.splice(at..at, block);
    book.renumber();
    Ok(())
}

/// The index before the named row, which stands under the same heading, or at the end of the heading.
fn target(book: &Book, input: &MoveInput, moved: &[Id]) -> Result<usize> {
    let Some(before) = input.before_id.as_ref().filter(|id| !moved.contains(id)) else {
        return Ok(guard::end_of(book, &input.task_id, input.parent_id.as_deref()));
    };
    let beside = |event: &Event| {
        event.id == *before && event.task_id == input.task_id && event.parent_id == input.parent_id
    };
    book.events.iter().position(beside).ok_or_else(|| {
        ApiError::refused(
            "Мероприятие, перед которым нужно встать, стоит в другом разделе плана.",
            "Ничего не изменено. Обновите экран и выберите место заново.",
        )
    })
}
