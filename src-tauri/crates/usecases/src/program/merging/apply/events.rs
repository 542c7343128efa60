//! Events: changed, renumbered, new and vanished ones.

use opora_domain::Id;
use opora_domain::program::{Event, Origin, Past};
use opora_domain::programme;
use opora_domain::programme::compare::{Difference, RowChange, RowKind};

use super::{Decisions, parents};
use crate::Result;
use crate::program::merging::{ours, sides::Sides};
use crate::program::revise::Draft;

/// All events that differ. New numbers are given at once, so that rows may change places.
pub(super) fn apply(draft: &mut Draft<'_>, sides: &Sides, decisions: &Decisions) -> Result<()> {
    let of = |changes: &[RowChange]| -> Vec<&Difference> {
        let events = sides.differences.iter().filter(|found| found.kind == RowKind::Event);
        events.filter(|found| changes.contains(&found.change)).collect()
    };
    let changed = of(&[RowChange::Changed, RowChange::Renumbered]);
    let taken: Vec<(Id, &Difference)> = changed
        .iter()
        .filter_map(|found| {
            Some((ours::first_part(&draft.before, found.was_code.as_deref()?)?.id.clone(), *found))
        })
        .collect();
    for found in changed.iter().filter(|found| found.change == RowChange::Renumbered) {
        renumber(draft, sides, decisions, found);
    }
    for (id, found) in &taken {
        rewrite(draft, sides, &decisions.fields(found), id, found)?;
    }
    for found in of(&[RowChange::Added]).into_iter().filter(|found| decisions.takes(found)) {
        add(draft, sides, found)?;
    }
    parents::apply(draft, sides, decisions, &taken);
    let gone = of(&[RowChange::Vanished]);
    gone.into_iter().rev().filter(|found| decisions.takes(found)).for_each(|found| leave_out(draft, found));
    super::passport::leave_out_empty(draft, sides, decisions);
    free_codes(draft);
    Ok(())
}

pub(super) fn newer<'a>(sides: &'a Sides, found: &Difference) -> Option<&'a programme::Event> {
    sides.theirs.events.iter().find(|event| Some(&event.code) == found.code.as_ref())
}

/// All parts follow the file's number; the shown one changes only when it is taken and was the file's.
fn renumber(draft: &mut Draft<'_>, sides: &Sides, decisions: &Decisions, found: &Difference) {
    let Some(newer) = newer(sides, found) else { return };
    let shown = decisions.fields(found).contains(&"code");
    let before = draft.before.events.iter().filter(|own| own.template_code == found.was_code);
    let ids: Vec<Id> =
        before.filter(|own| own.origin == Origin::Template).map(|own| own.id.clone()).collect();
    for own in draft.after.events.iter_mut().filter(|own| ids.contains(&own.id)) {
        if shown && Some(&own.code) == found.was_code.as_ref() {
            own.code = newer.code.clone();
        }
        own.template_code = Some(newer.code.clone());
    }
}

fn rewrite(
    draft: &mut Draft<'_>,
    sides: &Sides,
    fields: &[&str],
    id: &str,
    found: &Difference,
) -> Result<()> {
    let Some(newer) = newer(sides, found) else { return Ok(()) };
    let task = ours::task(&draft.after, &newer.group).map(|task| task.id.clone());
    let own = draft.after.event_mut(id)?;
    for field in fields {
        match *field {
            "title" => own.title = newer.title.clone(),
            "result" => own.result = newer.result.clone(),
            "evidence" => own.evidence_required = newer.evidence.clone(),
            "responsible" => own.responsible = newer.responsible.clone(),
            "level" => own.level = newer.level,
            "term" => own.term = newer.term.clone(),
            "group" => own.task_id = task.clone().unwrap_or_else(|| own.task_id.clone()),
            _ => {}
        }
    }
    let replan = fields.contains(&"term") && own.is_in_plan();
    if replan { draft.replan(id, draft.past()) } else { Ok(()) }
}

/// A new row stands after the one that precedes it in the file.
fn add(draft: &mut Draft<'_>, sides: &Sides, found: &Difference) -> Result<()> {
    let Some(newer) = newer(sides, found) else { return Ok(()) };
    let Some(task) = ours::task(&draft.after, &newer.group).map(|task| task.id.clone()) else {
        return Ok(());
    };
    let parent = newer.parent.as_deref().and_then(|code| ours::first_part(&draft.after, code));
    let event = Event {
        id: draft.app.new_id(),
        program_id: draft.before.program.id.clone(),
        task_id: task,
        parent_id: parent.map(|parent| parent.id.clone()),
        code: newer.code.clone(),
        title: newer.title.clone(),
        result: newer.result.clone(),
        evidence_required: newer.evidence.clone(),
        responsible: newer.responsible.clone(),
        level: newer.level,
        term: newer.term.clone(),
        is_group: newer.is_group,
        sort: 0,
        origin: Origin::Template,
        template_code: Some(newer.code.clone()),
        responsible_person_id: None,
        note: String::new(),
        withdrawn_on: None,
    };
    let id = event.id.clone();
    let at = place(draft, sides, newer);
    draft.after.events.insert(at, event);
    draft.after.renumber();
    draft.replan(&id, Past::OnlyAlone)
}

fn place(draft: &Draft<'_>, sides: &Sides, newer: &programme::Event) -> usize {
    let earlier = sides.theirs.events.iter().take_while(|event| event.code != newer.code);
    let known = |event: &programme::Event| {
        let code = Some(&event.code);
        draft.after.events.iter().rposition(|own| own.template_code.as_ref() == code)
    };
    earlier.filter_map(known).last().map_or(0, |place| place + 1)
}

/// Left out of the plan with its facts; a heading stays while something stands under it.
fn leave_out(draft: &mut Draft<'_>, found: &Difference) {
    let today = draft.app.today();
    let parts = draft.before.events.iter().filter(|own| own.template_code == found.was_code);
    let ids: Vec<Id> = parts.filter(|own| own.origin == Origin::Template).map(|own| own.id.clone()).collect();
    for id in ids {
        let has_rows =
            draft.after.events.iter().any(|own| own.parent_id.as_ref() == Some(&id) && own.is_in_plan());
        if let Some(own) = draft.after.events.iter_mut().find(|own| own.id == id && !has_rows) {
            own.withdrawn_on = own.withdrawn_on.or(Some(today));
        }
    }
}

/// Two rows of one number: the later one of the file's gets a letter, «5а».
fn free_codes(draft: &mut Draft<'_>) {
    for place in 0..draft.after.events.len() {
        let code = draft.after.events[place].code.clone();
        let taken = |code: &str| {
            draft.after.events.iter().enumerate().any(|(at, own)| at != place && own.code == code)
        };
        let fresh =
            draft.before.events.iter().all(|own| own.id != draft.after.events[place].id || own.code != code);
        if fresh && taken(&code) {
            let free = ('а'..='я').map(|letter| format!("{code}{letter}")).find(|code| !taken(code));
            draft.after.events[place].code = free.unwrap_or(code);
        }
    }
}
