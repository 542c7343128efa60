//! The passport and the headings.

use opora_domain::program::{Origin, Past, Task};
use opora_domain::programme::compare::{Difference, RowChange, RowKind};

use super::Decisions;
use crate::Result;
use crate::program::merging::sides::Sides;
use crate::program::revise::Draft;

/// A heading of the plan or of the indicators. One that has vanished goes when nothing stands under it any more.
pub(super) fn heading(draft: &mut Draft<'_>, sides: &Sides, decisions: &Decisions, found: &Difference) {
    let list = match found.kind {
        RowKind::IndicatorGroup => &sides.theirs.indicator_groups,
        _ => &sides.theirs.groups,
    };
    let newer = list.iter().find(|group| Some(&group.code) == found.code.as_ref());
    let was = draft.after.tasks.iter().position(|task| {
        task.origin == Origin::Template && found.was_code.is_some() && task.template_code == found.was_code
    });
    match (was, newer) {
        (Some(place), Some(newer)) => {
            let fields = decisions.fields(found);
            let task = &mut draft.after.tasks[place];
            if fields.contains(&"title") {
                task.title = newer.title.clone();
            }
            if fields.contains(&"code") {
                task.code = newer.code.clone();
            }
            task.template_code = Some(newer.code.clone());
        }
        (None, Some(newer)) if found.change == RowChange::Added && decisions.takes(found) => {
            let same =
                |task: &Task| task.template_code.as_ref() == Some(&newer.code) && task.title == newer.title;
            if !draft.after.tasks.iter().any(same) {
                add(draft, &newer.code, &newer.title);
            }
        }
        _ => {}
    }
}

/// Headings under which nothing stands in the plan go with what has vanished.
pub(super) fn leave_out_empty(draft: &mut Draft<'_>, sides: &Sides, decisions: &Decisions) {
    let today = draft.app.today();
    let gone = sides.differences.iter().filter(|found| {
        matches!(found.kind, RowKind::Group | RowKind::IndicatorGroup)
            && found.change == RowChange::Vanished
            && decisions.takes(found)
    });
    let codes: Vec<_> = gone.filter_map(|found| found.was_code.clone()).collect();
    let book = &draft.after;
    let used: Vec<_> =
        (book.events.iter().filter(|event| event.is_in_plan()).map(|event| event.task_id.clone()))
            .chain(
                book.indicators.iter().filter(|own| own.is_in_plan()).filter_map(|own| own.task_id.clone()),
            )
            .collect();
    for task in &mut draft.after.tasks {
        let vanished = task.template_code.as_ref().is_some_and(|code| codes.contains(code));
        if vanished && !used.contains(&task.id) {
            task.withdrawn_on = task.withdrawn_on.or(Some(today));
        }
    }
}

fn add(draft: &mut Draft<'_>, code: &str, title: &str) {
    let task = Task {
        id: draft.app.new_id(),
        program_id: draft.before.program.id.clone(),
        code: code.to_owned(),
        title: title.to_owned(),
        sort: draft.after.tasks.last().map_or(0, |last| last.sort + 1),
        origin: Origin::Template,
        template_code: Some(code.to_owned()),
        note: String::new(),
        withdrawn_on: None,
    };
    draft.after.tasks.push(task);
}

/// Title, act, period and goal. With another period all terms are planned anew; what was begun stays.
pub(super) fn head(
    draft: &mut Draft<'_>,
    sides: &Sides,
    decisions: &Decisions,
    found: &Difference,
) -> Result<()> {
    let newer = &sides.theirs;
    for field in decisions.fields(found) {
        let program = &mut draft.after.program;
        match field {
            "title" => program.title = newer.title.clone(),
            "territory" => program.territory = newer.territory.clone(),
            "act" => program.act = newer.act.text.clone(),
            "act_date" => program.act_date = newer.act.date,
            "goal" => program.goal = newer.goal.clone(),
            "period" => {
                program.period_from = newer.period.from;
                program.period_to = newer.period.to;
                replan_all(draft)?;
            }
            _ => {}
        }
    }
    Ok(())
}

fn replan_all(draft: &mut Draft<'_>) -> Result<()> {
    let standing = draft.after.events.iter().filter(|event| event.is_in_plan() && !event.is_undated());
    let ids: Vec<_> = standing.map(|event| event.id.clone()).collect();
    ids.iter().try_for_each(|id| draft.replan(id, Past::NoMoreDebts))
}
