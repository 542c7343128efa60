//! What is due after a term has changed: what was begun stays, the rest is planned anew, nothing is owed twice.

use chrono::{Days, NaiveDate};

use crate::Id;
use crate::occurrence::{Occurrence, OccurrenceStatus};
use crate::term::TermOccurrence;

/// An occurrence of the old term, and whether documents are attached to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Planned {
    /// The occurrence.
    pub occurrence: Occurrence,
    /// A document proves it.
    pub has_evidence: bool,
    /// The event of which it was planned.
    pub origin: Id,
}

/// What to take away and what to add.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rebuilt {
    /// Occurrences of the old term that nobody has touched.
    pub remove: Vec<Id>,
    /// Occurrences of the new term.
    pub add: Vec<TermOccurrence>,
}

/// What becomes of windows that ended before today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Past {
    /// All of them are owed: the plan is a draft.
    All,
    /// No more of them than ended ones were taken away, latest first: a correction multiplies no debts.
    NoMoreDebts,
    /// None, unless the term has no others: a new event is owed from now on.
    OnlyAlone,
}

impl Planned {
    /// Somebody has said or attached something: it stays whatever the term becomes.
    pub fn is_touched(&self) -> bool {
        let occurrence = &self.occurrence;
        self.has_evidence
            || occurrence.status != OccurrenceStatus::Planned
            || occurrence.done_on.is_some()
            || !occurrence.result.is_empty()
            || !occurrence.reason.is_empty()
    }
}

/// Plans the occurrences of the new term beside what was begun.
///
/// When both terms come the same number of times, the k-th stays the k-th; else a window at least half of which
/// lies under what was begun is taken as begun. Of several events made one, a window in which any was begun is.
pub fn rebuild(old: &[Planned], new: Vec<TermOccurrence>, today: NaiveDate, past: Past) -> Rebuilt {
    let mut old: Vec<&Planned> = old.iter().collect();
    old.sort_by_key(|planned| (planned.occurrence.window_from.is_none(), planned.occurrence.window_from));
    let of_one = old.windows(2).all(|pair| pair[0].origin == pair[1].origin);
    let same_count = of_one && old.len() == new.len();
    let touched: Vec<&Occurrence> =
        old.iter().filter(|it| it.is_touched()).map(|it| &it.occurrence).collect();
    let stands = |(at, term): &(usize, TermOccurrence)| {
        if same_count { old[*at].is_touched() } else { is_covered(term, &touched, of_one) }
    };
    let wanted: Vec<TermOccurrence> =
        new.into_iter().enumerate().filter(|it| !stands(it)).map(|(_, term)| term).collect();
    let removed: Vec<&Occurrence> =
        old.iter().filter(|it| !it.is_touched()).map(|it| &it.occurrence).collect();
    let ended = removed.iter().filter(|occurrence| occurrence.due.is_some_and(|due| due < today)).count();
    Rebuilt {
        remove: removed.iter().map(|occurrence| occurrence.id.clone()).collect(),
        add: without_debts(wanted, today, past, ended),
    }
}

fn without_debts(
    wanted: Vec<TermOccurrence>,
    today: NaiveDate,
    past: Past,
    ended: usize,
) -> Vec<TermOccurrence> {
    let is_past = |term: &TermOccurrence| term.due.or(term.to).is_some_and(|day| day < today);
    let debts = wanted.iter().filter(|term| is_past(term)).count();
    let allowed = match past {
        Past::All => debts,
        Past::NoMoreDebts => ended,
        Past::OnlyAlone if debts == wanted.len() => debts,
        Past::OnlyAlone => 0,
    };
    let mut left_out = debts.saturating_sub(allowed);
    let mut keep = |term: &TermOccurrence| {
        let dropped = is_past(term) && left_out > 0;
        left_out -= usize::from(dropped);
        !dropped
    };
    wanted.into_iter().filter(|term| keep(term)).collect()
}

/// At least half of the window's days lie under the begun ones, or any of them when half is not asked for;
/// an undated one is covered by an undated one.
fn is_covered(term: &TermOccurrence, touched: &[&Occurrence], half: bool) -> bool {
    let (Some(from), Some(to)) = (term.from, term.to) else {
        return touched.iter().any(|occurrence| occurrence.window_from.is_none());
    };
    let common = touched.iter().filter_map(|occurrence| {
        let first = occurrence.window_from?.max(from);
        let end = occurrence.window_to?.min(to) + Days::new(1);
        Some((end - first).num_days().max(0))
    });
    let (begun, days) = (common.sum::<i64>(), (to - from).num_days() + 1);
    if half { begun * 2 >= days } else { begun > 0 }
}
