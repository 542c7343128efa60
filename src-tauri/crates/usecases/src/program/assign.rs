use opora_domain::Id;
use opora_domain::occurrence::Occurrence;
use opora_domain::program::Planned;
use opora_domain::term::{OccurrenceKind, TermOccurrence};

use super::book::may_answer;
use super::revise::{Draft, revise};
use super::{AssignInput, AssignItem, Recorded, guard};
use crate::{App, Result, occurrences, ops};

/// Names responsibles and gives dates to many events at once. Dates are given only where the programme leaves them
/// to the school.
///
/// # Errors
/// `Invalid` when a person does not work at the school or dates do not fit; `Frozen` for a withdrawn event.
pub fn assign(app: &mut App, input: AssignInput) -> Result<Recorded> {
    revise(app, ops::ASSIGN, &input.correction, |draft| {
        let mut items = input.items.iter().enumerate();
        items.try_for_each(|(at, item)| assign_one(draft, item, &format!("items.{at}.")))
    })
}

fn assign_one(draft: &mut Draft<'_>, item: &AssignItem, place: &str) -> Result<()> {
    let event = draft.after.event(&item.event_id)?.clone();
    guard::in_plan(&event)?;
    let person =
        item.responsible_person_id.as_ref().filter(|id| event.responsible_person_id.as_ref() != Some(*id));
    let away = !may_answer(&draft.after, person, draft.app.today());
    draft.problems.check(
        away,
        &format!("{place}responsible_person_id"),
        "Этого человека нет среди работающих в школе.",
    );
    if let Some(id) = person {
        draft.after.event_mut(&event.id)?.responsible_person_id = Some(id.clone());
    }
    if item.from.is_some() || item.to.is_some() {
        check_dates(draft, item, event.is_undated() && !event.is_group, place);
        give_dates(draft, item, &event.id);
    }
    Ok(())
}

fn check_dates(draft: &mut Draft<'_>, item: &AssignItem, is_undated: bool, place: &str) {
    let program = &draft.before.program;
    let (first, last) = (program.period_from, program.period_to);
    let early = item.to.is_some_and(|to| to < first);
    let late = item.from.zip(last).is_some_and(|(from, last)| from > last);
    draft
        .problems
        .check(
            !is_undated,
            &format!("{place}from"),
            "Срок этого мероприятия назван в программе. Чтобы изменить его, измените само мероприятие.",
        )
        .check(item.from.is_none(), &format!("{place}from"), "Укажите первый день.")
        .check(item.to.is_none(), &format!("{place}to"), "Укажите последний день.")
        .check(
            item.from.zip(item.to).is_some_and(|(from, to)| to < from),
            &format!("{place}to"),
            "Последний день раньше первого.",
        )
        .check(early, &format!("{place}to"), "Программа в это время ещё не действовала.")
        .check(late, &format!("{place}from"), "Программа в это время уже не действует.");
}

/// The dates go to the first occurrence that nobody has touched; when there is none, a new one is made.
fn give_dates(draft: &mut Draft<'_>, item: &AssignItem, event_id: &Id) {
    let planned = draft.after.planned(event_id);
    let free: Vec<&Planned> = planned.iter().filter(|planned| !planned.is_touched()).collect();
    let undated = free.iter().find(|planned| planned.occurrence.window_from.is_none());
    let chosen = undated.or(free.first()).map(|planned| planned.occurrence.clone());
    let occurrence = chosen.unwrap_or_else(|| blank(draft, event_id));
    let occurrence = Occurrence { window_from: item.from, window_to: item.to, due: item.to, ..occurrence };
    draft.after.occurrences.retain(|known| known.id != occurrence.id);
    draft.after.occurrences.push(occurrence);
    draft.after.occurrences.sort_by(|one, other| one.id.cmp(&other.id));
}

fn blank(draft: &Draft<'_>, event_id: &str) -> Occurrence {
    let term = TermOccurrence {
        kind: OccurrenceKind::ByPlan,
        from: None,
        to: None,
        due: None,
        ordinal: 1,
        stage: None,
        soft: false,
        assumed: false,
        at_least: false,
        before_approval: false,
        waits_for: None,
    };
    occurrences::of_term(draft.app.new_id(), event_id, term)
}
