//! How much there is in a programme.

use super::Programme;
use crate::target::Cmp;
use crate::term::Term;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// Sizes of a programme, for its card and for acceptance.
#[derive(Serialize, Deserialize, TS, Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Counts {
    /// Tasks.
    pub tasks: usize,
    /// Headings of the plan.
    pub groups: usize,
    /// Rows of the plan.
    pub events: usize,
    /// Rows that are executed.
    pub leaf_events: usize,
    /// Rows that name the school as responsible or co-responsible.
    pub school_events: usize,
    /// Formal indicators.
    pub indicators: usize,
    /// Measurable results that stand in the plan.
    pub measured_results: usize,
    /// Targets of indicators and of measurable results.
    pub target_cells: usize,
    /// Targets to be reached, without baselines and mere observation.
    pub binding_targets: usize,
    /// Different strings of the column «срок»; an empty cell is one of them.
    pub distinct_terms: usize,
    /// Those of them that allow another reading.
    pub ambiguous_terms: usize,
    /// Expected results.
    pub expected_results: usize,
    /// Criteria in all lists.
    pub criteria: usize,
    /// Risks with mitigation.
    pub risks: usize,
    /// Irregularities of the text.
    pub notes: usize,
}

impl Programme {
    /// Counts what is really in the programme.
    pub fn counts(&self) -> Counts {
        let targets = || {
            let of_indicators = self.indicators.iter().flat_map(|indicator| indicator.targets.values());
            of_indicators.chain(self.measured_results.iter().map(|result| &result.target))
        };
        Counts {
            tasks: self.tasks.len(),
            groups: self.groups.len(),
            events: self.events.len(),
            leaf_events: self.events.iter().filter(|event| !event.is_group).count(),
            school_events: self.events.iter().filter(|event| event.level.names_school()).count(),
            indicators: self.indicators.len(),
            measured_results: self.measured_results.len(),
            target_cells: targets().count(),
            binding_targets: targets().filter(|t| !matches!(t.cmp, Cmp::Baseline | Cmp::Track)).count(),
            distinct_terms: self.distinct_terms(|_| true),
            ambiguous_terms: self.distinct_terms(|term| term.ambiguous),
            expected_results: self.expected_results.len(),
            criteria: self.criteria.iter().map(|list| list.items.len()).sum(),
            risks: self.risks.len(),
            notes: self.notes.len(),
        }
    }

    fn distinct_terms(&self, keep: impl Fn(&Term) -> bool) -> usize {
        let terms = self.events.iter().map(|event| &event.term).filter(|term| keep(term));
        terms.map(|term| term.raw.as_str()).collect::<BTreeSet<_>>().len()
    }
}
