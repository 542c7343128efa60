//! The road map as records, and its views.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use opora_domain::Id;
use opora_domain::evidence::Evidence;
use opora_domain::occurrence::{Occurrence, OccurrenceState};
use opora_domain::program::{Event, Program, Task};
use opora_domain::term::{Segment, Term};

use super::{EventView, OccurrenceView, TaskView, Totals};
use crate::{ApiError, App, Result, dates};

/// The adopted programme with its events and what was done.
pub(crate) struct Plan {
    /// The adopted programme.
    pub(crate) program: Option<Program>,
    tasks: Vec<Task>,
    events: Vec<Event>,
    occurrences: BTreeMap<Id, Vec<Occurrence>>,
    evidence: BTreeMap<Id, Vec<Evidence>>,
    today: NaiveDate,
}

impl Plan {
    /// Loads everything: a school's road map is small.
    pub(crate) fn load(app: &App) -> Result<Self> {
        let reader = app.read()?;
        let mut plan = Self {
            program: reader.all::<Program>()?.into_iter().next(),
            tasks: reader.all()?,
            events: reader.all()?,
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

    /// Tasks that have events, in order.
    pub(super) fn task_views(&self) -> Vec<TaskView> {
        self.tasks.iter().map(|task| self.task_view(task)).filter(|view| !view.events.is_empty()).collect()
    }

    fn task_view(&self, task: &Task) -> TaskView {
        let own = self.events.iter().filter(|event| event.task_id == task.id);
        let events: Vec<EventView> = own.map(|event| self.event_view(event)).collect();
        let totals = totals(&events);
        TaskView { task: task.clone(), events, done: totals.done, of: totals.all }
    }

    fn event_view(&self, event: &Event) -> EventView {
        let own = self.occurrences.get(&event.id).map(Vec::as_slice).unwrap_or_default();
        let occurrences: Vec<_> =
            own.iter().map(|occurrence| self.occurrence_view(event, occurrence)).collect();
        EventView {
            event: event.clone(),
            depth: self.depth(event),
            level_label: level_label(event),
            informative: !event.is_group && !event.is_owed(),
            takes_more: event.takes_more(),
            state: OccurrenceState::worst(occurrences.iter().map(|view| view.state)),
            occurrences,
        }
    }

    fn occurrence_view(&self, event: &Event, occurrence: &Occurrence) -> OccurrenceView {
        OccurrenceView {
            occurrence: occurrence.clone(),
            state: event.state_of(occurrence, self.today, self.binding_from()),
            when: when(event, occurrence),
            takes_term: takes_term(event, occurrence),
            evidence: self.evidence.get(&occurrence.id).cloned().unwrap_or_default(),
        }
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

/// Counts over what the school owes; rows «для сведения» are left out.
pub(super) fn totals<'a>(events: impl IntoIterator<Item = &'a EventView>) -> Totals {
    let owed = events.into_iter().filter(|view| view.event.is_owed());
    let counted: Vec<_> = owed
        .flat_map(|view| &view.occurrences)
        .filter(|view| view.occurrence.counts(view.state))
        .map(|view| view.state)
        .collect();
    let of = |state| counted.iter().filter(|known| **known == state).count();
    Totals {
        all: counted.len(),
        done: of(OccurrenceState::Done),
        overdue: of(OccurrenceState::Overdue),
        soon: of(OccurrenceState::Soon),
        undated: of(OccurrenceState::Undated),
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
    use opora_domain::words::Words;
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

/// Where the date is to be looked for.
fn no_date(term: &Term) -> String {
    let place = term.segments.iter().find_map(|segment| match segment {
        Segment::ByPlan { plan } => Some(format!("срок не задан: {plan}")),
        Segment::After { condition } => Some(format!("срок не задан: {condition}")),
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
