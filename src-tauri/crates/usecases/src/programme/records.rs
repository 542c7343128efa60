//! The records of an adopted programme.

use std::collections::BTreeMap;

use opora_domain::Id;
use opora_domain::indicator::{Indicator, IndicatorTarget};
use opora_domain::monitoring::Stage;
use opora_domain::occurrence::Occurrence;
use opora_domain::program::{Event, Origin, Program, Task};
use opora_domain::programme::{self, CONST_STAGE, Programme};
use opora_domain::target::Target;

use crate::{ApiError, App, Result, occurrences};

/// All that an adoption writes.
pub(super) struct Records {
    pub(super) program: Program,
    pub(super) tasks: Vec<Task>,
    pub(super) events: Vec<Event>,
    pub(super) occurrences: Vec<Occurrence>,
    pub(super) indicators: Vec<Indicator>,
    pub(super) targets: Vec<IndicatorTarget>,
    pub(super) stages: Vec<Stage>,
}

impl Records {
    /// Makes the records, in the order of the file.
    pub(super) fn of(app: &App, program: Program, source: &Programme) -> Result<Self> {
        let mut maker = Maker {
            app,
            plan_tasks: BTreeMap::new(),
            indicator_tasks: BTreeMap::new(),
            records: Self {
                program,
                tasks: Vec::new(),
                events: Vec::new(),
                occurrences: Vec::new(),
                indicators: Vec::new(),
                targets: Vec::new(),
                stages: Vec::new(),
            },
        };
        maker.tasks(source);
        maker.events(source)?;
        maker.indicators(source)?;
        maker.measured_results(source)?;
        maker.stages(source);
        Ok(maker.records)
    }
}

struct Maker<'a> {
    app: &'a App,
    /// Task by code of a heading of the plan.
    plan_tasks: BTreeMap<String, Id>,
    /// Task by code of a heading of the indicators.
    indicator_tasks: BTreeMap<String, Id>,
    records: Records,
}

impl Maker<'_> {
    fn program_id(&self) -> Id {
        self.records.program.id.clone()
    }

    /// Headings of the plan, then those of the indicators that are not headings of the plan too.
    fn tasks(&mut self, source: &Programme) {
        for group in &source.groups {
            let id = self.task(group);
            self.plan_tasks.insert(group.code.clone(), id);
        }
        for group in &source.indicator_groups {
            let same = source.groups.iter().find(|known| *known == group);
            let known = same.and_then(|known| self.plan_tasks.get(&known.code).cloned());
            let id = known.unwrap_or_else(|| self.task(group));
            self.indicator_tasks.insert(group.code.clone(), id);
        }
    }

    fn task(&mut self, group: &programme::CodedText) -> Id {
        let task = Task {
            id: self.app.new_id(),
            program_id: self.program_id(),
            code: group.code.clone(),
            title: group.title.clone(),
            sort: order(self.records.tasks.len()),
            origin: Origin::Template,
            template_code: Some(group.code.clone()),
            note: String::new(),
            withdrawn_on: None,
        };
        self.records.tasks.push(task.clone());
        task.id
    }

    fn events(&mut self, source: &Programme) -> Result<()> {
        let ids: BTreeMap<&str, Id> =
            source.events.iter().map(|event| (event.code.as_str(), self.app.new_id())).collect();
        let calendar = crate::school::calendar_of(self.app)?;
        for (place, event) in source.events.iter().enumerate() {
            let parent_id = match &event.parent {
                Some(code) => Some(known(&ids, code.as_str())?),
                None => None,
            };
            let id = known(&ids, event.code.as_str())?;
            self.event(id.clone(), parent_id, event, order(place))?;
            if !event.is_group {
                let occurrences = source.occurrences_with(event, &calendar).into_iter();
                let occurrences = occurrences.map(|term| occurrences::of_term(self.app.new_id(), &id, term));
                self.records.occurrences.extend(occurrences);
            }
        }
        Ok(())
    }

    fn event(&mut self, id: Id, parent_id: Option<Id>, event: &programme::Event, sort: i64) -> Result<()> {
        self.records.events.push(Event {
            id,
            program_id: self.program_id(),
            task_id: known(&self.plan_tasks, &event.group)?,
            parent_id,
            code: event.code.clone(),
            title: event.title.clone(),
            result: event.result.clone(),
            evidence_required: event.evidence.clone(),
            responsible: event.responsible.clone(),
            level: event.level,
            term: event.term.clone(),
            is_group: event.is_group,
            sort,
            origin: Origin::Template,
            template_code: Some(event.code.clone()),
            responsible_person_id: None,
            note: String::new(),
            withdrawn_on: None,
        });
        Ok(())
    }

    fn indicators(&mut self, source: &Programme) -> Result<()> {
        for indicator in &source.indicators {
            let id = self.indicator(Indicator {
                id: self.app.new_id(),
                program_id: self.program_id(),
                task_id: Some(known(&self.indicator_tasks, &indicator.group)?),
                code: indicator.code.clone(),
                title: indicator.title.clone(),
                unit: indicator.unit,
                projection: indicator.projection,
                auto: indicator.auto.clone(),
                measured_result: false,
                sort: order(self.records.indicators.len()),
                origin: Origin::Template,
                template_code: Some(indicator.code.clone()),
                withdrawn_on: None,
            });
            for (stage, target) in &indicator.targets {
                self.target(&id, stage, target);
            }
        }
        Ok(())
    }

    fn measured_results(&mut self, source: &Programme) -> Result<()> {
        for result in &source.measured_results {
            let event = source.events.iter().find(|event| event.code == result.event);
            let event = event.ok_or_else(|| broken(&result.event))?;
            let id = self.indicator(Indicator {
                id: self.app.new_id(),
                program_id: self.program_id(),
                task_id: Some(known(&self.plan_tasks, &event.group)?),
                code: result.code.clone(),
                title: result.title.clone(),
                unit: result.target.unit,
                projection: result.projection,
                auto: result.auto.clone(),
                measured_result: true,
                sort: order(self.records.indicators.len()),
                origin: Origin::Template,
                template_code: Some(result.code.clone()),
                withdrawn_on: None,
            });
            self.target(&id, CONST_STAGE, &result.target);
        }
        Ok(())
    }

    fn indicator(&mut self, indicator: Indicator) -> Id {
        let id = indicator.id.clone();
        self.records.indicators.push(indicator);
        id
    }

    fn target(&mut self, indicator_id: &str, stage: &str, target: &Target) {
        self.records.targets.push(IndicatorTarget {
            id: self.app.new_id(),
            indicator_id: indicator_id.to_owned(),
            stage: stage.to_owned(),
            target: target.clone(),
            origin: Origin::Template,
            withdrawn_on: None,
        });
    }

    fn stages(&mut self, source: &Programme) {
        for (place, stage) in source.stages.iter().enumerate() {
            self.records.stages.push(Stage {
                id: self.app.new_id(),
                program_id: self.program_id(),
                code: stage.code.clone(),
                kind: stage.kind,
                title: stage.title.clone(),
                planned_from: stage.from,
                planned_to: stage.to,
                closed_on: None,
                snapshot: String::new(),
                snapshot_sha256: String::new(),
                sort: order(place),
            });
        }
    }
}

fn known<K: std::borrow::Borrow<str> + Ord>(ids: &BTreeMap<K, Id>, code: &str) -> Result<Id> {
    ids.get(code).cloned().ok_or_else(|| broken(code))
}

fn order(place: usize) -> i64 {
    i64::try_from(place).expect("a programme is short")
}

/// A test of the assets keeps this from happening.
fn broken(code: &str) -> ApiError {
    ApiError::internal(format!("programme file refers to unknown code {code}"))
}
