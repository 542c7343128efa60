//! Rows that the newer file puts under another row.

use opora_domain::Id;
use opora_domain::program::Event;
use opora_domain::programme;
use opora_domain::programme::compare::Difference;

use super::{Decisions, events};
use crate::program::book::Book;
use crate::program::guard;
use crate::program::merging::{ours, sides::Sides};
use crate::program::revise::Draft;

/// Moves the rows whose new place is taken, in the order of the file: a row above is moved before those below it.
pub(super) fn apply(
    draft: &mut Draft<'_>,
    sides: &Sides,
    decisions: &Decisions,
    changed: &[(Id, &Difference)],
) {
    for (id, found) in changed {
        let newer = events::newer(sides, found);
        if let Some(newer) = newer.filter(|_| decisions.fields(found).contains(&"parent")) {
            relocate(draft, sides, id, newer);
        }
    }
    follow_headings(&mut draft.after);
}

/// A row above that was not taken over leaves the row where it is.
fn relocate(draft: &mut Draft<'_>, sides: &Sides, id: &str, newer: &programme::Event) {
    let above = newer.parent.as_deref().map(|code| ours::first_part(&draft.after, code));
    let above = match above {
        None => None,
        Some(Some(above)) if above.is_in_plan() => Some(above.id.clone()),
        Some(_) => return,
    };
    let block = draft.after.subtree(id);
    if above.as_ref().is_some_and(|above| block.contains(above)) {
        draft.problems.check(true, "choices", &circle(newer));
        return;
    }
    move_block(&mut draft.after, sides, &block, above, newer);
}

fn circle(newer: &programme::Event) -> String {
    let above = newer.parent.as_deref().unwrap_or_default();
    format!(
        "Мероприятие {} нельзя поставить под {above}: {above} само стоит под ним. Примите перенос обоих или ни одного.",
        newer.code
    )
}

fn move_block(book: &mut Book, sides: &Sides, block: &[Id], above: Option<Id>, newer: &programme::Event) {
    let (mut rows, rest): (Vec<Event>, Vec<Event>) =
        book.events.drain(..).partition(|event| block.contains(&event.id));
    book.events = rest;
    let task =
        book.events.iter().find(|event| Some(&event.id) == above.as_ref()).map(|it| it.task_id.clone());
    let Some(first) = rows.first_mut() else { return };
    first.parent_id = above;
    first.task_id = task.unwrap_or_else(|| first.task_id.clone());
    let at = place(book, sides, first, newer);
    book.events.splice(at..at, rows);
    book.renumber();
}

/// After the row that precedes it in the file under the same one; the first of them right below that one.
fn place(book: &Book, sides: &Sides, moved: &Event, newer: &programme::Event) -> usize {
    let earlier = sides.theirs.events.iter().take_while(|event| event.code != newer.code);
    let beside = |event: &programme::Event| {
        let own = ours::first_part(book, &event.code)?;
        (own.parent_id == moved.parent_id && own.task_id == moved.task_id).then_some(own)
    };
    let before = earlier.filter(|event| event.parent == newer.parent).filter_map(beside).last();
    let last = before.and_then(|own| book.subtree(&own.id).pop());
    let last = last.or_else(|| moved.parent_id.clone());
    let at = last.and_then(|id| book.events.iter().position(|event| event.id == id));
    at.map_or_else(|| guard::end_of(book, &moved.task_id, None), |at| at + 1)
}

/// A row stands under the heading of the row above it.
fn follow_headings(book: &mut Book) {
    for place in 0..book.events.len() {
        let above = book.events.iter().find(|row| Some(&row.id) == book.events[place].parent_id.as_ref());
        if let Some(task) = above.map(|above| above.task_id.clone()) {
            book.events[place].task_id = task;
        }
    }
}
