//! The road map as records, and its views.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use opora_domain::Id;
use opora_domain::evidence::Evidence;
use opora_domain::occurrence::{Occurrence, OccurrenceState};
use opora_domain::person::Person;
use opora_domain::program::{Event, Program, Task};
use opora_domain::term::{Segment, Term};
use opora_domain::words::Words;

use super::{EventView, OccurrenceView, TaskView, Totals};
use crate::{ApiError, App, Result, current, dates, program};

/// The adopted programme with its events and what was done.
pub(crate) struct Plan {
    /// The adopted programme.
    pub(crate) program: Option<Program>,
    tasks: Vec<Task>,
    events: Vec<Event>,
    occurrences: BTreeMap<Id, Vec<Occurrence>>,
    evidence: BTreeMap<Id, Vec<Evidence>>,
    people: BTreeMap<Id, Person>,
    today: NaiveDate,
}

impl Plan {
    /// Loads everything: a school's road map is small.
    pub(crate) fn load(app: &App) -> Result<Self> {
        Self::load_of(app, current::program(app.read()?)?)
    }

    /// The same of a programme that may have ended.
    pub(crate) fn load_of(app: &App, program: Option<Program>) -> Result<Self> {
        let reader = app.read()?;
        let mut plan = Self {
            tasks: current::of(reader, program.as_ref())?,
            events: current::of(reader, program.as_ref())?,
            program,
            people: reader.all::<Person>()?.into_iter().map(|person| (person.id.clone(), person)).collect(),
            occurrences: by_owner(reader.all()?, |occurrence: &Occurrence| &occurrence.event_id),
            evidence: by_owner(reader.all()?, |evidence: &Evidence| &evidence.occurrence_id),
            today: app.today(),
        };
        plan.tasks.sort_by_key(|task| task.sort);
        plan.events.sort_by_key(|event| event.sort);
        for occurrences in plan.occurrences.values_mut() {
            occurrences.sort_by_key(|o| (o.window_from.is_none(), o.window_from, o.window_to, o.id.clone()));
        }
        Ok(plan)
    }

    /// Tasks that have events, in order, with those events of theirs that pass.
    pub(super) fn task_views(&self, passes: impl Fn(&Event) -> bool) -> Vec<TaskView> {
        let views = self.tasks.iter().map(|task| self.task_view(task, &passes));
        views.filter(|view| !view.events.is_empty()).collect()
    }

    fn task_view(&self, task: &Task, passes: impl Fn(&Event) -> bool) -> TaskView {
        let own = self.events.iter().filter(|event| event.task_id == task.id && passes(event));
        let mut events: Vec<EventView> = own.map(|event| self.event_view(event)).collect();
        roll_up(&mut events);
        let totals = totals(&events);
        TaskView { task: task.clone(), events, totals }
    }

    fn event_view(&self, event: &Event) -> EventView {
        let own = self.occurrences.get(&event.id).map(Vec::as_slice).unwrap_or_default();
        let occurrences: Vec<_> =
            own.iter().map(|occurrence| self.occurrence_view(event, occurrence)).collect();
        EventView {
            event: event.clone(),
            depth: self.depth(event),
            level_label: level_label(event),
            origin_label: event.origin.label().to_owned(),
            responsible_name: self.responsible_name(event),
            informative: !event.is_group && !event.is_owed(),
            takes_more: event.takes_more(),
            state: OccurrenceState::worst(occurrences.iter().map(|view| view.state)),
            totals: counts(event, &occurrences),
            occurrences,
        }
    }

    fn occurrence_view(&self, event: &Event, occurrence: &Occurrence) -> OccurrenceView {
        let state = event.state_of(occurrence, self.today, self.binding_from());
        OccurrenceView {
            occurrence: occurrence.clone(),
            state,
            when: when(event, occurrence),
            left: left(occurrence, state, self.today),
            takes_term: takes_term(event, occurrence),
            evidence: self.evidence.get(&occurrence.id).cloned().unwrap_or_default(),
        }
    }

    fn responsible_name(&self, event: &Event) -> String {
        let person = event.responsible_person_id.as_ref().and_then(|id| self.people.get(id));
        person.map(Person::short_name).unwrap_or_default()
    }

    fn binding_from(&self) -> NaiveDate {
        self.program.as_ref().map_or(NaiveDate::MIN, Program::binding_from)
    }

    /// Group rows above it. A tree deeper than its rows would be a circle.
    fn depth(&self, event: &Event) -> usize {
        let above = |event: &Event| {
            let id = event.parent_id.as_ref()?;
            self.events.iter().find(|known| known.id == *id)
        };
        std::iter::successors(above(event), |event| above(event)).take(self.events.len()).count()
    }

    /// An event by its id.
    pub(super) fn event(&self, id: &str) -> Result<&Event> {
        let found = self.events.iter().find(|event| event.id == id);
        found.ok_or_else(|| ApiError::not_found("мероприятие"))
    }

    /// An occurrence by its id with its event.
    pub(super) fn occurrence(&self, id: &str) -> Result<(&Event, &Occurrence)> {
        let found = self.occurrences.values().flatten().find(|occurrence| occurrence.id == id);
        let occurrence = found.ok_or_else(|| ApiError::not_found("срок мероприятия"))?;
        Ok((self.event(&occurrence.event_id)?, occurrence))
    }

    /// The same when the event stands in the plan.
    ///
    /// # Errors
    /// `Frozen` when it is left out: what was done for it before is kept as it was.
    pub(super) fn open_occurrence(&self, id: &str) -> Result<(&Event, &Occurrence)> {
        let found = self.occurrence(id)?;
        program::in_plan(found.0)?;
        Ok(found)
    }

    /// Documents of an occurrence.
    pub(super) fn evidence_of(&self, occurrence_id: &str) -> &[Evidence] {
        self.evidence.get(occurrence_id).map(Vec::as_slice).unwrap_or_default()
    }
}

/// The occurrence as it stands now.
pub(super) fn view_of(app: &App, occurrence_id: &str) -> Result<OccurrenceView> {
    let plan = Plan::load(app)?;
    let (event, occurrence) = plan.occurrence(occurrence_id)?;
    Ok(plan.occurrence_view(event, occurrence))
}

/// The event as it stands now.
pub(super) fn event_view_of(app: &App, event_id: &str) -> Result<EventView> {
    let plan = Plan::load(app)?;
    Ok(plan.event_view(plan.event(event_id)?))
}

/// Counts over what the school owes; rows «для сведения» are left out.
pub(super) fn totals<'a>(events: impl IntoIterator<Item = &'a EventView>) -> Totals {
    let leaves = events.into_iter().filter(|view| !view.event.is_group);
    leaves.fold(Totals::default(), |sum, view| sum + view.totals)
}

/// Counts of one event.
fn counts(event: &Event, occurrences: &[OccurrenceView]) -> Totals {
    let owed = occurrences.iter().filter(|view| event.is_owed() && view.occurrence.counts(view.state));
    let counted: Vec<_> = owed.map(|view| view.state).collect();
    let of = |state| counted.iter().filter(|known| **known == state).count();
    Totals {
        all: counted.len(),
        done: of(OccurrenceState::Done),
        overdue: of(OccurrenceState::Overdue),
        soon: of(OccurrenceState::Soon),
        undated: of(OccurrenceState::Undated),
    }
}

/// A group row tells of all rows below it. They follow it, deeper than it, until a row as high as itself.
fn roll_up(events: &mut [EventView]) {
    for at in 0..events.len() {
        if !events[at].event.is_group {
            continue;
        }
        let depth = events[at].depth;
        let below = events[at + 1..].iter().take_while(|view| view.depth > depth);
        events[at].totals = totals(below);
    }
}

fn by_owner<T>(records: Vec<T>, owner: impl Fn(&T) -> &Id) -> BTreeMap<Id, Vec<T>> {
    let mut found: BTreeMap<Id, Vec<T>> = BTreeMap::new();
    for record in records {
        found.entry(owner(&record).clone()).or_default().push(record);
    }
    found
}

fn level_label(event: &Event) -> String {
    let label = event.level.label();
    if event.level.concerns_school() {
        label.to_owned()
    } else {
        format!("{label} · для сведения")
    }
}

/// The window in words, and where it was put off to.
fn when(event: &Event, occurrence: &Occurrence) -> String {
    let (Some(from), Some(to)) = (occurrence.window_from, occurrence.window_to) else {
        return match occurrence.due {
            Some(due) => format!("до {}", dates::day(due)),
            None => no_date(&event.term),
        };
    };
    let window = dates::window(from, to);
    match occurrence.due {
        Some(due) if due != to => format!("{window}, перенесено на {}", dates::day(due)),
        _ => window,
    }
}

/// How far the date is, while something is awaited.
fn left(occurrence: &Occurrence, state: OccurrenceState, today: NaiveDate) -> String {
    use OccurrenceState::{InProgress, Overdue, Partial, Postponed, Running, Soon};
    let awaited = matches!(state, Overdue | Soon | Running | InProgress | Partial | Postponed);
    let due = occurrence.due.filter(|_| awaited);
    due.map(|due| dates::distance(today, due)).unwrap_or_default()
}

/// Where the date is to be looked for.
fn no_date(term: &Term) -> String {
    let place = term.segments.iter().find_map(|segment| match segment {
        Segment::ByPlan { plan } => Some(format!("срок не задан: {plan}")),
        Segment::After { condition, .. } => Some(format!("срок не задан: {condition}")),
        Segment::OnDemand { by } => Some(format!("срок не задан: {by}")),
        Segment::Continuous { .. } => Some("постоянно".to_owned()),
        _ => None,
    });
    place.unwrap_or_else(|| "срок не задан".to_owned())
}

/// The programme leaves the dates of this occurrence to the school.
pub(super) fn takes_term(event: &Event, occurrence: &Occurrence) -> bool {
    occurrence.window_from.is_none() || event.is_undated()
}
