//! The school's programme under the codes of the file that it adopted.

use opora_domain::program::{Event, Origin, Task};
use opora_domain::programme::{CodedText, Programme};

use crate::program::book::Book;

/// What came from the municipal file, as a file would have it; of a split event its first part.
pub(super) fn programme(book: &Book) -> Programme {
    let mut ours = book.programme_of(|event| is_first_part(book, event), template_code);
    for event in &mut ours.events {
        let own = first_part(book, &event.code);
        event.group = own.and_then(|own| task_code(book, Some(&own.task_id))).unwrap_or_default();
        event.parent = own.and_then(|own| parent_code(book, own));
    }
    let standing = book.indicators.iter().filter(|own| own.is_in_plan());
    let with_codes = standing.zip(ours.indicators).filter_map(|(own, mut file)| {
        file.code = own.template_code.clone().filter(|_| own.origin == Origin::Template)?;
        file.group = task_code(book, own.task_id.as_ref()).unwrap_or_default();
        Some(file)
    });
    ours.indicators = with_codes.collect();
    ours.groups = headings(book, |task| book.events.iter().any(|event| event.task_id == task.id));
    ours.indicator_groups = headings(book, |task| {
        book.indicators.iter().any(|own| own.task_id.as_ref() == Some(&task.id) && !own.measured_result)
    });
    ours
}

/// The event, or the first part of it, that stands for a row of the file.
pub(super) fn first_part<'a>(book: &'a Book, code: &str) -> Option<&'a Event> {
    book.events
        .iter()
        .find(|event| event.origin == Origin::Template && event.template_code.as_deref() == Some(code))
}

/// The heading that stands for one of the file.
pub(super) fn task<'a>(book: &'a Book, code: &str) -> Option<&'a Task> {
    book.tasks
        .iter()
        .find(|task| task.origin == Origin::Template && task.template_code.as_deref() == Some(code))
}

fn is_first_part(book: &Book, event: &Event) -> bool {
    let code = event.template_code.as_deref();
    code.and_then(|code| first_part(book, code)).is_some_and(|first| first.id == event.id)
}

/// The row above by its code in the file; one of the school's own by what is seen, which no file uses for a code.
fn parent_code(book: &Book, own: &Event) -> Option<String> {
    let above = book.events.iter().find(|above| Some(&above.id) == own.parent_id.as_ref())?;
    let code = above.template_code.clone().filter(|_| above.origin == Origin::Template);
    Some(code.unwrap_or_else(|| format!("{}. {}", above.code, above.title)))
}

fn template_code(event: &Event) -> String {
    event.template_code.clone().unwrap_or_default()
}

fn task_code(book: &Book, id: Option<&String>) -> Option<String> {
    let task = book.tasks.iter().find(|task| Some(&task.id) == id)?;
    Some(task.template_code.clone().unwrap_or_else(|| task.code.clone()))
}

fn headings(book: &Book, passes: impl Fn(&Task) -> bool) -> Vec<CodedText> {
    let own = book.tasks.iter().filter(|task| task.origin == Origin::Template && passes(task));
    own.filter_map(|task| Some(CodedText { code: task.template_code.clone()?, title: task.title.clone() }))
        .collect()
}
