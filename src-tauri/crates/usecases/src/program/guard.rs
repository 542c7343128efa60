//! Where rows may stand and which of them may be edited.

use opora_domain::Id;
use opora_domain::program::Event;

use super::book::Book;
use super::revise::Draft;
use crate::{ApiError, Result, dates};

/// Refuses an event that is left out of the plan.
pub(crate) fn in_plan(event: &Event) -> Result<()> {
    let Some(day) = event.withdrawn_on else { return Ok(()) };
    Err(ApiError::frozen(
        format!("Мероприятие {} исключено из плана {}.", event.code, dates::day(day)),
        "Ничего не изменено. Сначала верните его в план.",
    ))
}

/// Refuses a place that is not in the plan: another task's group, a row that is no group, a row below itself.
pub(super) fn place(draft: &Draft<'_>, task_id: &str, parent_id: Option<&str>, moved: &[Id]) -> Result<()> {
    let book = &draft.after;
    let task = book.task(task_id)?;
    if !task.is_in_plan() {
        return Err(refused(&format!("Задача «{}» исключена из программы.", task.title)));
    }
    let Some(parent_id) = parent_id else { return Ok(()) };
    let parent = book.event(parent_id)?;
    in_plan(parent)?;
    if moved.contains(&parent.id) {
        return Err(refused("Мероприятие нельзя поместить внутрь него самого."));
    }
    if !parent.is_group {
        return Err(refused(&format!(
            "Строка {} — не раздел плана: в неё нельзя вложить мероприятие.",
            parent.code
        )));
    }
    if parent.task_id != task_id {
        return Err(refused(&format!("Раздел {} относится к другой задаче.", parent.code)));
    }
    Ok(())
}

/// The index after the last row of a task, or of a group row of it.
pub(super) fn end_of(book: &Book, task_id: &str, parent_id: Option<&str>) -> usize {
    let below = parent_id.map(|id| book.subtree(id));
    let inside = |event: &Event| match &below {
        Some(ids) => ids.contains(&event.id),
        None => event.task_id == task_id,
    };
    book.events.iter().rposition(inside).map_or(book.events.len(), |last| last + 1)
}

fn refused(message: &str) -> ApiError {
    ApiError::refused(message, "Ничего не изменено. Выберите другое место.")
}
