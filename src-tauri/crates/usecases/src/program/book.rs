//! The whole programme in memory: edits are made on a copy, and what differs is what is written.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use opora_domain::Id;
use opora_domain::evidence::Evidence;
use opora_domain::indicator::{Indicator, IndicatorTarget, IndicatorValue};
use opora_domain::monitoring::Stage;
use opora_domain::occurrence::Occurrence;
use opora_domain::person::Person;
use opora_domain::program::{Event, Planned, Program, Task};
use opora_store::{Reader, Record, Tx};

use crate::{ApiError, Result, current};

/// The programme in force with everything that stands in it.
#[derive(Clone, PartialEq)]
pub(super) struct Book {
    pub(super) program: Program,
    /// In order.
    pub(super) tasks: Vec<Task>,
    /// In order of the programme.
    pub(super) events: Vec<Event>,
    pub(super) occurrences: Vec<Occurrence>,
    /// In order.
    pub(super) indicators: Vec<Indicator>,
    pub(super) targets: Vec<IndicatorTarget>,
    /// In order.
    pub(super) stages: Vec<Stage>,
    pub(super) people: BTreeMap<Id, Person>,
    /// Documents by occurrence.
    documents: BTreeMap<Id, usize>,
    /// Values by indicator.
    values: BTreeMap<Id, usize>,
}

impl Book {
    /// Reads all of it.
    ///
    /// # Errors
    /// `Refused` when no programme is in force.
    pub(super) fn load(read: Reader<'_>) -> Result<Self> {
        let program = current::need(read)?;
        Self::of(read, program)
    }

    /// Reads all of one programme, be it in force or ended.
    pub(super) fn of(read: Reader<'_>, program: Program) -> Result<Self> {
        let mut book = Self {
            tasks: read.by("program_id", &program.id)?,
            events: read.by("program_id", &program.id)?,
            occurrences: read.all()?,
            indicators: read.by("program_id", &program.id)?,
            targets: read.all()?,
            stages: read.by("program_id", &program.id)?,
            people: read.all::<Person>()?.into_iter().map(|person| (person.id.clone(), person)).collect(),
            documents: counted(read.all::<Evidence>()?, |evidence| &evidence.occurrence_id),
            values: counted(read.all::<IndicatorValue>()?, |value| &value.indicator_id),
            program,
        };
        book.tasks.sort_by_key(|task| task.sort);
        book.events.sort_by_key(|event| event.sort);
        book.indicators.sort_by_key(|indicator| indicator.sort);
        book.stages.sort_by_key(|stage| stage.sort);
        let own = |occurrence: &Occurrence| book.events.iter().any(|event| event.id == occurrence.event_id);
        book.occurrences = book.occurrences.iter().filter(|it| own(it)).cloned().collect();
        let own = |target: &IndicatorTarget| book.indicators.iter().any(|it| it.id == target.indicator_id);
        book.targets = book.targets.iter().filter(|it| own(it)).cloned().collect();
        Ok(book)
    }

    pub(super) fn task(&self, id: &str) -> Result<&Task> {
        self.tasks.iter().find(|task| task.id == id).ok_or_else(|| ApiError::not_found("задача программы"))
    }

    pub(super) fn event(&self, id: &str) -> Result<&Event> {
        self.events.iter().find(|event| event.id == id).ok_or_else(|| ApiError::not_found("мероприятие"))
    }

    pub(super) fn event_mut(&mut self, id: &str) -> Result<&mut Event> {
        let found = self.events.iter_mut().find(|event| event.id == id);
        found.ok_or_else(|| ApiError::not_found("мероприятие"))
    }

    pub(super) fn indicator(&self, id: &str) -> Result<&Indicator> {
        let found = self.indicators.iter().find(|indicator| indicator.id == id);
        found.ok_or_else(|| ApiError::not_found("показатель"))
    }

    /// Occurrences of an event with what is known of them, in order of time.
    pub(super) fn planned(&self, event_id: &str) -> Vec<Planned> {
        let own = self.occurrences.iter().filter(|occurrence| occurrence.event_id == event_id);
        let mut planned: Vec<Planned> = own
            .map(|occurrence| Planned {
                occurrence: occurrence.clone(),
                has_evidence: self.documents.contains_key(&occurrence.id),
                origin: occurrence.event_id.clone(),
            })
            .collect();
        planned.sort_by_key(|it| (it.occurrence.window_from.is_none(), it.occurrence.window_from));
        planned
    }

    /// Occurrences about which something has been said or attached.
    pub(super) fn facts(&self, event_id: &str) -> usize {
        self.planned(event_id).iter().filter(|planned| planned.is_touched()).count()
    }

    /// Values entered for an indicator.
    pub(super) fn values(&self, indicator_id: &str) -> usize {
        self.values.get(indicator_id).copied().unwrap_or_default()
    }

    /// «Петрова А. С.»; empty without a person.
    pub(super) fn name(&self, person_id: Option<&Id>) -> String {
        person_id.and_then(|id| self.people.get(id)).map(Person::short_name).unwrap_or_default()
    }

    /// An event and all rows below it, in order.
    pub(super) fn subtree(&self, id: &str) -> Vec<Id> {
        let mut found = vec![id.to_owned()];
        let mut at = 0;
        while let Some(above) = found.get(at).cloned() {
            let below = self.events.iter().filter(|event| event.parent_id.as_ref() == Some(&above));
            let new: Vec<Id> = below.map(|event| event.id.clone()).filter(|id| !found.contains(id)).collect();
            found.extend(new);
            at += 1;
        }
        let place = |id: &Id| self.events.iter().position(|event| event.id == *id);
        found.sort_by_key(place);
        found
    }

    /// Group rows above an event. A tree deeper than its rows would be a circle.
    pub(super) fn above(&self, event: &Event) -> Vec<&Event> {
        let parent =
            |event: &Event| self.events.iter().find(|known| Some(&known.id) == event.parent_id.as_ref());
        std::iter::successors(parent(event), |event| parent(event)).take(self.events.len()).collect()
    }

    /// Numbers rows by their places.
    pub(super) fn renumber(&mut self) {
        for (place, event) in self.events.iter_mut().enumerate() {
            event.sort = place as i64;
        }
    }

    /// Writes what differs from `before`; deletes only occurrences, which nobody has touched.
    pub(super) fn write_over(&self, before: &Self, tx: &Tx<'_>) -> Result<()> {
        if self.program != before.program {
            tx.update(&self.program)?;
        }
        put_changed(tx, &before.tasks, &self.tasks)?;
        put_changed(tx, &before.events, &self.events)?;
        put_changed(tx, &before.occurrences, &self.occurrences)?;
        put_changed(tx, &before.indicators, &self.indicators)?;
        put_changed(tx, &before.targets, &self.targets)?;
        put_changed(tx, &before.stages, &self.stages)?;
        let stages = by_id(&self.stages);
        for gone in before.stages.iter().filter(|stage| !stages.contains_key(stage.id.as_str())) {
            tx.delete::<Stage>(&gone.id)?;
        }
        let kept = by_id(&self.occurrences);
        for gone in before.occurrences.iter().filter(|occurrence| !kept.contains_key(occurrence.id.as_str()))
        {
            tx.delete::<Occurrence>(&gone.id)?;
        }
        Ok(())
    }
}

/// Whether a responsible may be named anew: she works at the school on that day.
pub(super) fn may_answer(book: &Book, person_id: Option<&Id>, today: NaiveDate) -> bool {
    person_id.is_none_or(|id| book.people.get(id).is_some_and(|person| person.counts_on(today)))
}

fn put_changed<R: Record + PartialEq>(tx: &Tx<'_>, before: &[R], after: &[R]) -> Result<()> {
    let known = by_id(before);
    for record in after.iter().filter(|record| known.get(record.id()) != Some(record)) {
        tx.put(record)?;
    }
    Ok(())
}

fn by_id<R: Record>(records: &[R]) -> BTreeMap<&str, &R> {
    records.iter().map(|record| (record.id(), record)).collect()
}

fn counted<T>(records: Vec<T>, owner: impl Fn(&T) -> &Id) -> BTreeMap<Id, usize> {
    let mut counts = BTreeMap::new();
    for record in &records {
        *counts.entry(owner(record).clone()).or_default() += 1;
    }
    counts
}
