//! Which automatic backups stay. By count and number, never by the clock alone: it may jump.

use chrono::{Datelike, NaiveDate};

/// The newest ones, all kept.
const NEWEST: usize = 12;
/// Of the older ones the last of each week, so many at most.
const WEEKLY: usize = 26;

/// A kept backup by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Numbered {
    pub(crate) seq: u32,
    pub(crate) date: NaiveDate,
}

/// The numbers that may go; the highest one never does.
pub(crate) fn surplus(mut all: Vec<Numbered>) -> Vec<u32> {
    all.sort_unstable_by(|a, b| b.cmp(a));
    let mut weeks = Vec::new();
    let mut gone = Vec::new();
    for backup in all.into_iter().skip(NEWEST) {
        let week = (backup.date.iso_week().year(), backup.date.iso_week().week());
        if weeks.len() < WEEKLY && !weeks.contains(&week) {
            weeks.push(week);
        } else {
            gone.push(backup.seq);
        }
    }
    gone
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(n: u32) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(738_000 + n as i32).unwrap()
    }

    #[test]
    fn a_year_of_daily_backups_keeps_days_and_weeks() {
        let gone = surplus((1..=365).map(|n| Numbered { seq: n, date: day(n) }).collect());
        assert_eq!(365 - gone.len(), NEWEST + WEEKLY);
        assert!(gone.iter().all(|seq| *seq <= 365 - NEWEST as u32), "the newest stay");
    }

    #[test]
    fn a_clock_that_jumps_back_does_not_cost_the_newest() {
        let mut all: Vec<_> = (1..=40).map(|n| Numbered { seq: n, date: day(4000) }).collect();
        all.push(Numbered { seq: 41, date: day(1) });
        assert!(!surplus(all).contains(&41));
    }
}
