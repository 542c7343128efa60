//! The school's programme as a programme file would have it, as far as terms, stages and targets go.

use std::collections::BTreeMap;

use opora_domain::indicator::Indicator;
use opora_domain::monitoring::Stage;
use opora_domain::program::Event;
use opora_domain::programme::{self, Act, Programme, SCHEMA};

use crate::program::book::Book;

impl Book {
    /// What stands in the plan.
    pub(in crate::program) fn programme(&self) -> Programme {
        self.programme_of(Event::is_in_plan, |event| event.code.clone())
    }

    /// Some of its events, under codes of the caller's choice; all standing indicators.
    pub(in crate::program) fn programme_of(
        &self,
        passes: impl Fn(&Event) -> bool,
        code: impl Fn(&Event) -> String,
    ) -> Programme {
        let program = &self.program;
        let events = self.events.iter().filter(|own| passes(own));
        let indicators = self.indicators.iter().filter(|own| own.is_in_plan());
        Programme {
            schema: SCHEMA.into(),
            id: program.template_id.clone(),
            version: u32::try_from(program.template_version).unwrap_or(1),
            title: program.title.clone(),
            short_title: program.title.clone(),
            territory: program.territory.clone(),
            act: act(self),
            period: program.period(),
            goal: program.goal.clone(),
            incomplete: false,
            own: false,
            stages: self.stages.iter().map(stage).collect(),
            tasks: Vec::new(),
            groups: Vec::new(),
            indicator_groups: Vec::new(),
            events: events.map(|own| event(own, code(own))).collect(),
            indicators: indicators.map(|own| self.file_indicator(own)).collect(),
            measured_results: Vec::new(),
            criteria: Vec::new(),
            risks: Vec::new(),
            risk_factors: Vec::new(),
            expected_results: Vec::new(),
            effects: Vec::new(),
            rules: Vec::new(),
            sections: Vec::new(),
            notes: program.notes.clone(),
        }
    }

    fn file_indicator(&self, own: &Indicator) -> programme::Indicator {
        let targets =
            self.targets.iter().filter(|target| target.indicator_id == own.id && target.is_in_plan());
        let targets: BTreeMap<_, _> =
            targets.map(|target| (target.stage.clone(), target.target.clone())).collect();
        programme::Indicator {
            code: own.code.clone(),
            group: String::new(),
            task: None,
            title: own.title.clone(),
            unit: own.unit,
            projection: own.projection,
            proof: String::new(),
            auto: own.auto.clone(),
            marked_classes: false,
            targets,
        }
    }
}

fn act(book: &Book) -> Act {
    Act {
        kind: String::new(),
        number: String::new(),
        date: book.program.act_date,
        authority: String::new(),
        text: book.program.act.clone(),
    }
}

fn stage(own: &Stage) -> programme::Stage {
    programme::Stage {
        code: own.code.clone(),
        kind: own.kind,
        title: own.title.clone(),
        from: own.planned_from,
        to: own.planned_to,
    }
}

fn event(own: &Event, code: String) -> programme::Event {
    programme::Event {
        code,
        group: String::new(),
        parent: None,
        title: own.title.clone(),
        result: own.result.clone(),
        evidence: own.evidence_required.clone(),
        responsible: own.responsible.clone(),
        level: own.level,
        is_group: own.is_group,
        term: own.term.clone(),
    }
}
