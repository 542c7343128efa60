//! A target as numbers, for a chart.

use super::{Cmp, Target, Unit};

/// Where a fact has to lie, in hundredths of the unit; the upper end of a range is for information.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bounds {
    /// Not below.
    pub min: Option<i64>,
    /// Not above.
    pub max: Option<i64>,
}

impl Target {
    /// The bounds; of a change only where its base is known, in hundredths of the unit too.
    pub fn bounds(&self, base: Option<i64>) -> Bounds {
        let number = |value: Option<i32>| {
            value.map(i64::from).map(|n| if self.counts_hundredths() { n } else { n * 100 })
        };
        let value = number(self.value);
        let at_least = |min: Option<i64>| Bounds { min, max: None };
        let at_most = |max: Option<i64>| Bounds { min: None, max };
        let moved = |by: i64| base.map(|base| base.saturating_add(by));
        let part = |sign: i64| {
            let share = i128::from(base?) * i128::from(value?) / 10_000;
            moved(sign * i64::try_from(share).ok()?)
        };
        match self.cmp {
            Cmp::Gte if self.plus.is_some() => at_least(moved(i64::from(self.plus.unwrap_or(0)) * 100)),
            Cmp::Gte => at_least(value),
            Cmp::Lte => at_most(value),
            Cmp::Eq => Bounds { min: value, max: value },
            Cmp::Between => Bounds { min: number(self.min), max: number(self.max) },
            Cmp::IncreaseAbsGte if self.unit != Unit::Percent && base.is_none() => at_least(value),
            Cmp::IncreaseAbsGte => at_least(value.and_then(moved)),
            Cmp::DecreaseAbsGte => at_most(value.and_then(|by| moved(-by))),
            Cmp::IncreaseRelGte => at_least(part(1)),
            Cmp::DecreaseRelGte => at_most(part(-1).filter(|_| base != Some(0))),
            Cmp::IsTrue | Cmp::Increase | Cmp::Decrease | Cmp::Baseline | Cmp::Track => Bounds::default(),
        }
    }
}
