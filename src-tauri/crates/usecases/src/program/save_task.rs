use opora_domain::program::{Origin, Task};

use super::revise::{Draft, revise};
use super::{Recorded, TaskInput, fields};
use crate::{ApiError, App, Result, ops};

/// Changes the wording of a task, or adds one of the school's own at the end.
///
/// # Errors
/// `Invalid` when the code or the title is empty or the code is in use; `Frozen` when the task is withdrawn.
pub fn save_task(app: &mut App, input: TaskInput) -> Result<Recorded> {
    revise(app, ops::SAVE_TASK, &input.correction, |draft| save(draft, &input))
}

fn save(draft: &mut Draft<'_>, input: &TaskInput) -> Result<()> {
    let before = match &input.id {
        Some(id) => draft.before.task(id)?.clone(),
        None => blank(draft),
    };
    if !before.is_in_plan() {
        return Err(ApiError::frozen(
            format!("Задача {} исключена из программы.", before.code),
            "Ничего не изменено. Сначала верните её в программу.",
        ));
    }
    let (code, title) = (fields::tidy(&input.code), fields::tidy(&input.title));
    let taken = code != before.code
        && draft.after.tasks.iter().any(|other| other.id != before.id && other.code == code);
    draft
        .problems
        .check(code.is_empty(), "code", "Укажите номер задачи.")
        .check(taken, "code", "Такой номер задачи уже есть.")
        .check(title.is_empty(), "title", "Укажите название задачи.");
    let task = Task { code, title, note: input.note.trim().to_owned(), ..before };
    match draft.after.tasks.iter_mut().find(|known| known.id == task.id) {
        Some(known) => *known = task,
        None => draft.after.tasks.push(task),
    }
    Ok(())
}

fn blank(draft: &Draft<'_>) -> Task {
    Task {
        id: draft.app.new_id(),
        program_id: draft.before.program.id.clone(),
        code: String::new(),
        title: String::new(),
        sort: draft.before.tasks.last().map_or(0, |last| last.sort + 1),
        origin: Origin::Own,
        template_code: None,
        note: String::new(),
        withdrawn_on: None,
    }
}
