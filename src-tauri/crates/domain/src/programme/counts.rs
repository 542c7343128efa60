//! How much there is in a programme.

use super::{EventLevel, Programme};
use crate::target::{Cmp, Target};
use crate::term::Term;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// Sizes of a programme, for its card and for acceptance.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq, Eq, Default)]
pub struct Counts {
    /// Tasks.
    pub tasks: usize,
    /// Headings of the plan.
    pub groups: usize,
    /// Rows of the plan under each heading, in order.
    pub events_by_group: Vec<usize>,
    /// Rows of the plan.
    pub events: usize,
    /// Rows of each level of the plan: a plan without group rows has one level.
    pub events_by_level: Vec<usize>,
    /// Rows that are executed.
    pub leaf_events: usize,
    /// Rows that name the school as responsible or co-responsible.
    pub school_events: usize,
    /// Rows that name partner schools or associations of teachers.
    pub partner_events: usize,
    /// Occurrences of the rows that are executed, those without a date among them.
    pub occurrences: usize,
    /// Formal indicators.
    pub indicators: usize,
    /// Indicators under each heading, in order.
    pub indicators_by_group: Vec<usize>,
    /// Measurable results that stand in the plan.
    pub measured_results: usize,
    /// Events that have such results.
    pub measured_events: usize,
    /// Targets of indicators and of measurable results.
    pub target_cells: usize,
    /// Targets by the code of their stage; `const` where one target holds throughout.
    pub targets_by_stage: BTreeMap<String, usize>,
    /// Targets by how they are compared: `gte`, `is_true`, …
    pub targets_by_kind: BTreeMap<String, usize>,
    /// Targets to be reached, without baselines and mere observation.
    pub binding_targets: usize,
    /// Different strings of the column «срок»; an empty cell is one of them.
    pub distinct_terms: usize,
    /// Those of them that allow another reading.
    pub ambiguous_terms: usize,
    /// Stages of monitoring.
    pub stages: usize,
    /// Expected results.
    pub expected_results: usize,
    /// Parts of expected results.
    pub expected_parts: usize,
    /// Results with their effects.
    pub effects: usize,
    /// Criteria in all lists.
    pub criteria: usize,
    /// Criteria in each list, in order.
    pub criteria_by_list: Vec<usize>,
    /// Rules of judging a school.
    pub rules: usize,
    /// Risks with mitigation.
    pub risks: usize,
    /// Risk factors without a mitigation.
    pub risk_factors: usize,
    /// Rows of the other parts of the text, by the code of the part.
    pub sections: BTreeMap<String, usize>,
    /// Irregularities of the text.
    pub notes: usize,
}

impl Programme {
    /// Counts what is really in the programme.
    pub fn counts(&self) -> Counts {
        let events = |keep: fn(EventLevel) -> bool| self.events.iter().filter(|e| keep(e.level)).count();
        let measured: BTreeSet<&str> = self.measured_results.iter().map(|r| r.event.as_str()).collect();
        Counts {
            tasks: self.tasks.len(),
            groups: self.groups.len(),
            events_by_group: under(
                self.groups.iter().map(|g| &g.code),
                self.events.iter().map(|event| &event.group),
            ),
            events: self.events.len(),
            events_by_level: self.events_by_level(),
            leaf_events: self.events.iter().filter(|event| !event.is_group).count(),
            school_events: events(EventLevel::names_school),
            partner_events: events(|level| level == EventLevel::Partner),
            occurrences: self.leaf_occurrences(),
            indicators: self.indicators.len(),
            indicators_by_group: under(
                self.indicator_groups.iter().map(|g| &g.code),
                self.indicators.iter().map(|indicator| &indicator.group),
            ),
            measured_results: self.measured_results.len(),
            measured_events: measured.len(),
            distinct_terms: self.distinct_terms(|_| true),
            ambiguous_terms: self.distinct_terms(|term| term.ambiguous),
            ..self.counts_of_targets(self.counts_of_text())
        }
    }

    fn counts_of_text(&self) -> Counts {
        Counts {
            stages: self.stages.len(),
            expected_results: self.expected_results.len(),
            expected_parts: self.expected_results.iter().map(|result| result.parts.len()).sum(),
            effects: self.effects.len(),
            criteria: self.criteria.iter().map(|list| list.items.len()).sum(),
            criteria_by_list: self.criteria.iter().map(|list| list.items.len()).collect(),
            rules: self.rules.len(),
            risks: self.risks.len(),
            risk_factors: self.risk_factors.len(),
            sections: self.sections.iter().map(|s| (s.code.clone(), s.items.len())).collect(),
            notes: self.notes.len(),
            ..Counts::default()
        }
    }

    fn counts_of_targets(&self, rest: Counts) -> Counts {
        let of_results = self.measured_results.iter().map(|result| (super::CONST_STAGE, &result.target));
        let of_indicators = self.indicators.iter().flat_map(|indicator| &indicator.targets);
        let targets: Vec<(&str, &Target)> =
            of_indicators.map(|(stage, target)| (stage.as_str(), target)).chain(of_results).collect();
        let binds = |target: &Target| !matches!(target.cmp, Cmp::Baseline | Cmp::Track);
        Counts {
            target_cells: targets.len(),
            targets_by_stage: tally(targets.iter().map(|(stage, _)| (*stage).to_owned())),
            targets_by_kind: tally(targets.iter().map(|(_, target)| code(target.cmp))),
            binding_targets: targets.iter().filter(|(_, target)| binds(target)).count(),
            ..rest
        }
    }

    fn events_by_level(&self) -> Vec<usize> {
        let mut depths: BTreeMap<&str, usize> = BTreeMap::new();
        let mut levels = Vec::new();
        for event in &self.events {
            let above = event.parent.as_ref().and_then(|parent| depths.get(parent.as_str()));
            let depth = above.map_or(0, |above| above + 1);
            depths.insert(&event.code, depth);
            levels.resize(levels.len().max(depth + 1), 0);
            levels[depth] += 1;
        }
        levels
    }

    fn leaf_occurrences(&self) -> usize {
        let leaves = self.events.iter().filter(|event| !event.is_group);
        leaves.map(|event| self.occurrences(event).len()).sum()
    }

    fn distinct_terms(&self, keep: impl Fn(&Term) -> bool) -> usize {
        let terms = self.events.iter().map(|event| &event.term).filter(|term| keep(term));
        terms.map(|term| term.raw.as_str()).collect::<BTreeSet<_>>().len()
    }
}

/// How many items stand under each heading, in the order of the headings.
fn under<'a>(
    headings: impl Iterator<Item = &'a String>,
    items: impl Iterator<Item = &'a String>,
) -> Vec<usize> {
    let tally = tally(items.cloned());
    headings.map(|heading| tally.get(heading).copied().unwrap_or(0)).collect()
}

fn tally(items: impl Iterator<Item = String>) -> BTreeMap<String, usize> {
    items.fold(BTreeMap::new(), |mut tally, item| {
        *tally.entry(item).or_default() += 1;
        tally
    })
}

/// The code of a comparison, as files have it.
fn code(cmp: Cmp) -> String {
    let value = serde_json::to_value(cmp).unwrap_or_default();
    value.as_str().unwrap_or_default().to_owned()
}
