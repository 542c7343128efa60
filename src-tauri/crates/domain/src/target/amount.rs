//! A fact in whole units beside a threshold: exact arithmetic, wide enough for any numbers entered.

use super::{Fact, Target, Unit};
use std::cmp::Ordering;

/// A number of the target in hundredths of its unit.
pub(super) fn hundredths(number: Option<i32>, target: &Target) -> i128 {
    let number = i128::from(number.unwrap_or(0));
    if target.counts_hundredths() { number } else { number * 100 }
}

/// A fact in the units in which it grows by one: people of a share, pieces, hundredths of a score.
#[derive(Clone, Copy)]
pub(super) struct Amount {
    units: i128,
    /// So many hundredths of the target's unit make this many units of the fact.
    per: (i128, i128),
    most: Option<i128>,
}

impl Amount {
    /// The fact measured in the unit of a target; none when they do not go together.
    pub(super) fn of(fact: &Fact, unit: Unit) -> Option<Self> {
        let (units, per, most) = match (*fact, unit) {
            (Fact::Share { denominator: 0, .. }, _) => return None,
            (Fact::Share { numerator, denominator }, Unit::Percent) => {
                (numerator.into(), (10_000, denominator.into()), Some(denominator.into()))
            }
            (Fact::Share { numerator, denominator }, Unit::Count | Unit::People) => {
                (numerator.into(), (100, 1), Some(denominator.into()))
            }
            (Fact::Count { value }, Unit::Count | Unit::People) => (value.into(), (100, 1), None),
            (Fact::Score { hundredths }, Unit::Score | Unit::Mark) => (hundredths.into(), (1, 1), None),
            _ => return None,
        };
        Some(Self { units, per, most })
    }

    /// The fact.
    pub(super) fn units(self) -> i128 {
        self.units
    }

    /// The most that the fact can be.
    pub(super) fn most_units(self) -> Option<i128> {
        self.most
    }

    /// The fact against a threshold in hundredths.
    pub(super) fn compare(self, threshold: i128) -> Ordering {
        (self.units * self.per.0).cmp(&(threshold * self.per.1))
    }

    /// The least fact that is not below the threshold.
    pub(super) fn least_units(self, threshold: i128) -> i128 {
        ceil(threshold * self.per.1, self.per.0)
    }

    /// The greatest fact that is not above the threshold.
    pub(super) fn most_within(self, threshold: i128) -> i128 {
        (threshold * self.per.1).div_euclid(self.per.0)
    }

    /// The least fact that is above the base by the threshold.
    pub(super) fn least_units_above(self, base: Self, threshold: i128) -> i128 {
        let (over, under) = self.shifted(base, threshold);
        ceil(over, under)
    }

    /// The greatest fact that is below the base by the threshold.
    pub(super) fn most_units_below(self, base: Self, threshold: i128) -> i128 {
        let (over, under) = self.shifted(base, -threshold);
        over.div_euclid(under)
    }

    /// The base moved by the threshold, in units of this fact, as a fraction.
    fn shifted(self, base: Self, threshold: i128) -> (i128, i128) {
        let moved = base.units * base.per.0 + threshold * base.per.1;
        (moved * self.per.1, base.per.1 * self.per.0)
    }
}

fn ceil(over: i128, under: i128) -> i128 {
    -(-over).div_euclid(under)
}
