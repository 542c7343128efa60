//! What the demonstration school made of its programme: responsibles, an approval, a later correction.

use chrono::Days;
use opora_domain::Id;
use opora_domain::program::{Correction, Event};

use crate::program::{ApproveInput, AssignInput, AssignItem, EventFields, EventInput};
use crate::{App, Result, person, program, roadmap};

/// How long ago the director approved the programme, days.
const APPROVED_DAYS_BEFORE: u64 = 440;
/// How long ago it was corrected, days.
const CORRECTED_DAYS_BEFORE: u64 = 90;
/// How many people share the events.
const RESPONSIBLES: usize = 4;
/// Every so many events one is left without a responsible, so that there is something to settle.
const LEFT_OUT_EVERY: usize = 6;

pub(super) fn fill(app: &mut App) -> Result<()> {
    let today = app.today();
    app.live_on(today - Days::new(APPROVED_DAYS_BEFORE));
    assign(app)?;
    approve(app)?;
    app.live_on(today - Days::new(CORRECTED_DAYS_BEFORE));
    correct(app)?;
    app.live_on(today);
    Ok(())
}

fn owed(app: &App) -> Result<Vec<Event>> {
    let events = roadmap::load(app)?.tasks.into_iter().flat_map(|task| task.events);
    Ok(events.map(|view| view.event).filter(Event::is_owed).collect())
}

fn assign(app: &mut App) -> Result<()> {
    let today = app.today();
    let people = person::list(app, ())?.into_iter().filter(|person| person.counts_on(today));
    let people: Vec<Id> = people.map(|person| person.id).take(RESPONSIBLES).collect();
    let item = |(event, person): (Event, &Id)| AssignItem {
        event_id: event.id,
        responsible_person_id: Some(person.clone()),
        from: None,
        to: None,
    };
    let events =
        owed(app)?.into_iter().enumerate().filter(|(at, _)| at % LEFT_OUT_EVERY != LEFT_OUT_EVERY - 1);
    let items = events.map(|(_, event)| event).zip(people.iter().cycle()).map(item).collect();
    let reason = "Распределение обязанностей в рабочей группе".to_owned();
    let correction = Correction { reason, ..Correction::default() };
    program::assign(app, AssignInput { items, correction }).map(drop)
}

fn approve(app: &mut App) -> Result<()> {
    let input = ApproveInput {
        order_no: "112-од".to_owned(),
        order_date: app.today(),
        authority: String::new(),
        note: String::new(),
    };
    program::approve(app, input).map(drop)
}

/// A programme without a plan has nothing to correct.
fn correct(app: &mut App) -> Result<()> {
    let Some(event) = owed(app)?.into_iter().next() else { return Ok(()) };
    let correction = Correction {
        reason: "Решение рабочей группы по итогам полугодия".to_owned(),
        basis: "протокол заседания рабочей группы № 2".to_owned(),
        basis_date: Some(app.today()),
    };
    let fields = EventFields {
        code: event.code,
        title: event.title,
        result: event.result,
        evidence_required: event.evidence_required,
        responsible: event.responsible,
        responsible_person_id: event.responsible_person_id,
        level: event.level,
        term: event.term,
        note: "О ходе работы докладывает на заседании рабочей группы.".to_owned(),
    };
    let input = EventInput {
        id: Some(event.id),
        task_id: None,
        parent_id: None,
        is_group: false,
        fields,
        correction,
    };
    program::save_event(app, input).map(drop)
}
