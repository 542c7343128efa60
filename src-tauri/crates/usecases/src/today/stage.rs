//! The stage of the monitoring that is next, in words.

use chrono::NaiveDate;

use crate::dates;
use crate::monitoring::StageView;

/// The open stage that runs or has run out; else the first one to come; empty when there is none.
pub(super) fn hint(stages: &[StageView], today: NaiveDate) -> String {
    let open = || stages.iter().filter(|view| view.stage.closed_on.is_none());
    let begun = open().find(|view| view.stage.planned_from.is_some_and(|from| from <= today));
    begun.or_else(|| open().next()).map(|view| words(view, today)).unwrap_or_default()
}

fn words(view: &StageView, today: NaiveDate) -> String {
    let title = &view.stage.title;
    let filled = format!("внесено {} из {}", view.filled, view.of);
    match (view.stage.planned_from, view.stage.planned_to) {
        (Some(from), _) if from > today => format!("Этап «{title}» начнётся {}", dates::day(from)),
        (_, Some(to)) if to < today => {
            format!("Этап «{title}» закончился {}, но не закрыт: {filled}", dates::day(to))
        }
        (_, Some(to)) => format!("Этап «{title}» идёт до {}: {filled}", dates::day(to)),
        _ => format!("Этап «{title}»: даты не заданы, {filled}"),
    }
}
