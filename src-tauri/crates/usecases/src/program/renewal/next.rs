//! The records of the next programme, made out of the current one.

use std::collections::BTreeMap;

use opora_domain::Id;
use opora_domain::indicator::{Indicator, IndicatorTarget, IndicatorValue, ValueSource};
use opora_domain::monitoring::Stage;
use opora_domain::occurrence::Occurrence;
use opora_domain::program::{Event, Origin, Program, Task};
use opora_domain::programme::{self, Programme, Shifted};
use opora_domain::target::Cmp;
use opora_domain::term::{SchoolCalendar, expand_with};
use opora_store::Tx;

use super::shift::record;
use super::types::Keep;
use super::{base, preview};
use crate::program::book::Book;
use crate::{App, Result, occurrences};

/// All that the next programme begins with.
pub(super) struct Next {
    pub(super) program: Program,
    tasks: Vec<Task>,
    events: Vec<Event>,
    occurrences: Vec<Occurrence>,
    indicators: Vec<Indicator>,
    targets: Vec<IndicatorTarget>,
    values: Vec<IndicatorValue>,
    stages: Vec<Stage>,
}

/// What it is made of.
pub(super) struct Maker<'a> {
    pub(super) app: &'a App,
    pub(super) book: &'a Book,
    pub(super) shifted: &'a Shifted,
    /// Values of the ended programme.
    pub(super) values: &'a [IndicatorValue],
    /// The municipal file, when its words are to come back.
    pub(super) municipal: Option<&'a Programme>,
    pub(super) keep: Keep,
    /// Days of the school quarters.
    pub(super) calendar: &'a SchoolCalendar,
}

impl Maker<'_> {
    /// Makes the records, in the order of the programme.
    pub(super) fn next(&self, title: &str) -> Next {
        let program = self.program(title);
        let tasks = self.ids(self.book.tasks.iter().filter(|task| task.is_in_plan()).map(|task| &task.id));
        let events = self.ids(self.events().map(|event| &event.id));
        let indicators = self.ids(self.indicators().map(|indicator| &indicator.id));
        let mut next = Next {
            tasks: self.tasks(&program.id, &tasks),
            events: self.events().filter_map(|own| self.event(own, &program.id, &tasks, &events)).collect(),
            occurrences: Vec::new(),
            indicators: self
                .indicators()
                .map(|own| self.indicator(own, &program.id, &tasks, &indicators))
                .collect(),
            targets: self.targets(&indicators),
            values: self.baselines(&indicators),
            stages: self.stages(&program.id),
            program,
        };
        next.occurrences =
            next.events.iter().flat_map(|event| self.occurrences(&next.program, event)).collect();
        next
    }

    fn ids<'a>(&self, old: impl Iterator<Item = &'a Id>) -> BTreeMap<Id, Id> {
        old.map(|id| (id.clone(), self.app.new_id())).collect()
    }

    fn keeps(&self, origin: Origin) -> bool {
        self.keep.own_rows || origin == Origin::Template
    }

    fn events(&self) -> impl Iterator<Item = &Event> {
        self.book.events.iter().filter(|event| event.is_in_plan() && self.keeps(event.origin))
    }

    fn indicators(&self) -> impl Iterator<Item = &Indicator> {
        self.book.indicators.iter().filter(|own| own.is_in_plan() && self.keeps(own.origin))
    }

    fn program(&self, title: &str) -> Program {
        let (old, moved) = (&self.book.program, &self.shifted.programme);
        Program {
            id: self.app.new_id(),
            title: if title.trim().is_empty() { moved.title.clone() } else { title.trim().to_owned() },
            act_date: preview::binding_date(self.shifted, self.app.today()),
            period_from: moved.period.from,
            period_to: moved.period.to,
            adopted_on: self.app.today(),
            notes: moved.notes.clone(),
            responsible_person_id: old.responsible_person_id.clone().filter(|_| self.keep.responsibles),
            version: 0,
            ended_on: None,
            ..old.clone()
        }
    }

    fn tasks(&self, program_id: &str, ids: &BTreeMap<Id, Id>) -> Vec<Task> {
        let own = self.book.tasks.iter().filter_map(|task| Some((ids.get(&task.id)?, task)));
        own.map(|(id, task)| Task { id: id.clone(), program_id: program_id.to_owned(), ..task.clone() })
            .collect()
    }

    /// None for a row whose task does not go over.
    fn event(
        &self,
        own: &Event,
        program_id: &str,
        tasks: &BTreeMap<Id, Id>,
        ids: &BTreeMap<Id, Id>,
    ) -> Option<Event> {
        let moved = self.shifted.programme.events.iter().find(|event| event.code == own.code);
        let event = Event {
            id: ids.get(&own.id)?.clone(),
            program_id: program_id.to_owned(),
            task_id: tasks.get(&own.task_id)?.clone(),
            parent_id: own.parent_id.as_ref().and_then(|id| ids.get(id).cloned()),
            term: moved.map_or_else(|| own.term.clone(), |event| event.term.clone()),
            responsible_person_id: own.responsible_person_id.clone().filter(|_| self.keep.responsibles),
            ..own.clone()
        };
        Some(match self.municipal.and_then(|file| base::event(file, own, self.book)) {
            Some(words) if !self.keep.wording => base::reworded(event, words),
            _ => event,
        })
    }

    fn occurrences(&self, program: &Program, event: &Event) -> Vec<Occurrence> {
        if event.is_group {
            return Vec::new();
        }
        let terms = expand_with(&event.term, program.period(), self.calendar).into_iter();
        terms.map(|term| occurrences::of_term(self.app.new_id(), &event.id, term)).collect()
    }

    fn indicator(
        &self,
        own: &Indicator,
        program_id: &str,
        tasks: &BTreeMap<Id, Id>,
        ids: &BTreeMap<Id, Id>,
    ) -> Indicator {
        Indicator {
            id: ids.get(&own.id).cloned().unwrap_or_else(|| self.app.new_id()),
            program_id: program_id.to_owned(),
            task_id: own.task_id.as_ref().and_then(|id| tasks.get(id).cloned()),
            ..own.clone()
        }
    }

    /// Targets under the codes of the new stages; those of stages that are no more stay behind.
    fn targets(&self, indicators: &BTreeMap<Id, Id>) -> Vec<IndicatorTarget> {
        let standing = self.book.targets.iter().filter(|target| target.is_in_plan());
        standing
            .filter_map(|own| {
                let mut target = IndicatorTarget {
                    id: self.app.new_id(),
                    indicator_id: indicators.get(&own.indicator_id)?.clone(),
                    stage: self.stage(&own.stage)?,
                    ..own.clone()
                };
                target.target.raw = self.shifted.words(&own.target.raw);
                Some(target)
            })
            .collect()
    }

    fn stage(&self, code: &str) -> Option<String> {
        if code == programme::CONST_STAGE {
            return Some(code.to_owned());
        }
        self.shifted.stages.get(code).cloned()
    }

    fn stages(&self, program_id: &str) -> Vec<Stage> {
        let stages = self.shifted.programme.stages.iter().enumerate();
        stages.map(|(place, stage)| record(self.app.new_id(), program_id, stage, place)).collect()
    }

    /// The last value of each indicator whose targets count from one, entered where it is asked for.
    fn baselines(&self, indicators: &BTreeMap<Id, Id>) -> Vec<IndicatorValue> {
        if !self.keep.baselines {
            return Vec::new();
        }
        let found = last_values(self.book, self.values);
        found
            .into_iter()
            .filter_map(|(asked, value)| {
                Some(IndicatorValue {
                    id: self.app.new_id(),
                    indicator_id: indicators.get(&asked.indicator_id)?.clone(),
                    stage: self.stage(&asked.stage)?,
                    comment: format!("Перенесено из прежней программы «{}»", self.book.program.title),
                    corrects: None,
                    source: ValueSource::Manual,
                    override_reason: String::new(),
                    ..value.clone()
                })
            })
            .collect()
    }
}

/// Targets that ask for a value to start from, each with the last value of its indicator in the ended programme.
pub(super) fn last_values<'a>(
    book: &'a Book,
    values: &'a [IndicatorValue],
) -> Vec<(&'a IndicatorTarget, &'a IndicatorValue)> {
    let corrected: Vec<&Id> = values.iter().filter_map(|value| value.corrects.as_ref()).collect();
    let place = |value: &IndicatorValue| book.stages.iter().position(|stage| stage.code == value.stage);
    let last = |target: &IndicatorTarget| {
        let own = values.iter().filter(|value| value.indicator_id == target.indicator_id);
        own.filter(|value| !corrected.contains(&&value.id)).max_by_key(|value| (place(value), &value.id))
    };
    let asked =
        book.targets.iter().filter(|target| target.is_in_plan() && target.target.cmp == Cmp::Baseline);
    asked.filter_map(|target| Some((target, last(target)?))).collect()
}

impl Next {
    /// Writes all of it.
    pub(super) fn write(&self, tx: &Tx<'_>) -> Result<()> {
        tx.insert(&self.program)?;
        self.tasks.iter().try_for_each(|task| tx.insert(task))?;
        self.events.iter().try_for_each(|event| tx.insert(event))?;
        self.occurrences.iter().try_for_each(|occurrence| tx.insert(occurrence))?;
        self.indicators.iter().try_for_each(|indicator| tx.insert(indicator))?;
        self.targets.iter().try_for_each(|target| tx.insert(target))?;
        self.values.iter().try_for_each(|value| tx.insert(value))?;
        Ok(self.stages.iter().try_for_each(|stage| tx.insert(stage))?)
    }
}
