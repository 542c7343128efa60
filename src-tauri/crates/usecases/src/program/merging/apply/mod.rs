//! Taking the newer file over: what is chosen is written into the draft, what has facts is never deleted.

mod events;
mod indicators;
mod parents;
mod passport;
mod stages;

use std::collections::BTreeMap;

use opora_domain::programme::compare::{Difference, FieldDifference, RowKind};

use super::sides::Sides;
use super::types::MergeChoice;
use super::{compare, effect, rows};
use crate::App;
use crate::Result;
use crate::program::revise::Draft;

/// What is taken and what is left.
pub(super) struct Decisions {
    chosen: BTreeMap<String, bool>,
    /// Keys that cannot be taken.
    bound: Vec<String>,
}

impl Decisions {
    pub(super) fn of(app: &App, sides: &Sides, choices: &[MergeChoice]) -> Self {
        let bound = sides.differences.iter().filter(|found| !effect::of(app, sides, found).free);
        Self {
            chosen: choices.iter().map(|choice| (choice.key.clone(), choice.take)).collect(),
            bound: bound.map(rows::key).collect(),
        }
    }

    /// A row that comes, goes or gets another number as a whole.
    pub(super) fn takes(&self, found: &Difference) -> bool {
        let key = rows::key(found);
        !self.bound.contains(&key) && self.chosen.get(&key).copied().unwrap_or(true)
    }

    /// One field of a row; a row that is refused as a whole keeps all of them.
    pub(super) fn takes_field(&self, found: &Difference, field: &FieldDifference) -> bool {
        let said = self.chosen.get(&rows::field_key(found, field.name)).copied();
        !self.bound.contains(&rows::key(found))
            && match said {
                Some(said) => said,
                None => self.takes(found) && compare::suggests(field),
            }
    }

    /// Names of the fields that are taken.
    fn fields<'a>(&self, found: &'a Difference) -> Vec<&'a str> {
        let taken = found.fields.iter().filter(|field| self.takes_field(found, field));
        taken.map(|field| field.name).collect()
    }
}

/// Writes the decisions into the draft.
pub(super) fn apply(draft: &mut Draft<'_>, sides: &Sides, decisions: &Decisions) -> Result<()> {
    let of = |kind: RowKind| sides.differences.iter().filter(move |found| found.kind == kind);
    for found in of(RowKind::Group).chain(of(RowKind::IndicatorGroup)) {
        passport::heading(draft, sides, decisions, found);
    }
    of(RowKind::Stage).for_each(|found| stages::stage(draft, sides, decisions, found));
    events::apply(draft, sides, decisions)?;
    indicators::apply(draft, sides, decisions);
    of(RowKind::Head).try_for_each(|found| passport::head(draft, sides, decisions, found))
}
