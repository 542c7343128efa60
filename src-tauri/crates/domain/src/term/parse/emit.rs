//! From clauses to segments.

use super::Context;
use super::clause::{Clause, Gap, Group};
use super::dates;
use super::item::{Bound, Days, Freq, Span, Years};
use super::nominative::is_nameless;
use super::notes::Notes;
use super::pieces::{Piece, merge};
use crate::period::Period;
use crate::term::{Pace, Segment, TimeUnit};
use chrono::{Datelike, NaiveDate};

/// Makes the segments of one term.
pub(super) struct Emitter<'a> {
    pub(super) context: &'a Context<'a>,
    pub(super) notes: &'a mut Notes,
    pub(super) out: Vec<Segment>,
    /// Stretches of the clause before: «далее» and a list of years go on from them.
    pub(super) before: Vec<Piece>,
    /// Where the last days without a year begin: the next ones are not before them.
    pub(super) seen: Option<NaiveDate>,
}

impl Emitter<'_> {
    pub(super) fn period(&self) -> Period {
        self.context.period
    }

    /// All clauses, in their order.
    pub(super) fn clauses(&mut self, clauses: &[Clause]) {
        let mut clauses = joined(clauses).into_iter().peekable();
        while let Some(mut clause) = clauses.next() {
            if let Some(next) = clauses.next_if(|next| next.is_annual() && !next.then) {
                clause.annual = true;
                clause.since = clause.since.or(next.since);
                clause.until = clause.until.or(next.until);
            }
            if clause.is_open() && clauses.next_if(Clause::is_only_continuous).is_some() {
                clause.continuous = true;
            }
            let start = self.out.len();
            self.clause(&clause);
            self.plans(&clause, start);
            self.out.extend(clause.phrases);
        }
    }

    fn clause(&mut self, clause: &Clause) {
        let has_spans = clause.groups.iter().any(|group| !group.spans.is_empty());
        let yearly = |freq: &Freq| matches!(freq.unit, TimeUnit::Year | TimeUnit::SchoolYear);
        if !clause.edges.is_empty() && clause.freq.as_ref().is_some_and(yearly) {
            self.edges(clause);
        } else if let Some(freq) = &clause.freq {
            self.freq(clause, freq, has_spans);
        } else if clause.continuous {
            self.continuous(clause);
        } else if !clause.edges.is_empty() {
            self.edges(clause);
        } else if has_spans {
            self.days(clause);
        } else if clause.throughout.is_some() {
            self.throughout(clause);
        } else if !clause.groups.is_empty() {
            self.years_only(clause);
        } else if clause.annual {
            self.annually(clause);
        } else if clause.first_days.is_some() {
            self.notes.assume("Месяц не назван: принято, что число относится к каждому месяцу.");
            let freq = Freq { first_days: clause.first_days, ..Freq::new(TimeUnit::Month, Pace::Times(1)) };
            self.freq(clause, &freq, false);
        } else if clause.until.is_some() || clause.since.is_some() {
            self.bounds_only(clause);
        }
    }

    /// Days, perhaps within «в течение года».
    fn days(&mut self, clause: &Clause) {
        let dated = |group: &Group| {
            !group.years.is_empty() || group.spans.iter().all(|span| matches!(span.days, Days::Full(..)))
        };
        let within = clause.throughout.is_some() && !clause.annual && !clause.leading;
        let each_year = within && !clause.groups.iter().any(dated);
        if each_year {
            self.notes.assume("Дни названы вместе со словами «в течение года»: приняты в каждом году.");
        }
        let pieces = self.pieces(&Clause { annual: clause.annual || each_year, ..clause.clone() });
        self.emit(&pieces);
        self.before = pieces;
        if within && !each_year {
            self.notes.assume("Названы и дни, и «в течение года»: приняты оба срока.");
            self.throughout(&Clause { groups: Vec::new(), ..clause.clone() });
        }
    }

    /// A plan is a segment of its own, or a remark when the clause has days already.
    fn plans(&mut self, clause: &Clause, start: usize) {
        for plan in &clause.plans {
            if self.out.len() > start {
                self.notes.tell(format!("Точные дни — по документу: {plan}."));
                continue;
            }
            if plan.ends_with("(не уточнено чей)") || is_nameless(plan) {
                self.notes.assume("Не сказано, чей это план.");
            }
            self.out.push(Segment::ByPlan { plan: plan.clone() });
        }
    }

    /// «ежегодно».
    fn annually(&mut self, clause: &Clause) {
        if clause.then && !self.before.is_empty() {
            return self.repeat_later();
        }
        let (from, to) = self.bounds(clause);
        self.out.push(ranged(&Freq::new(TimeUnit::Year, Pace::Times(1)), from, to));
    }

    /// «далее – ежегодно»: the same months in later years.
    pub(super) fn repeat_later(&mut self) {
        let before = std::mem::take(&mut self.before);
        for piece in &before {
            let Some((from, to)) = piece.full() else { continue };
            let whole = from.day() == 1 && to.day() >= 28;
            let days = |day: NaiveDate| if whole { 0 } else { day.day() as u8 };
            let bound = piece.spans.first().map_or(Bound::Both, |span| span.bound);
            let span = Span::yearless((from.month() as u8, days(from)), (to.month() as u8, days(to)));
            let span = Span { bound, ..span };
            let last = self.period().to.map_or(from.year() + 1, |end| end.year());
            let years: Vec<i32> = (from.year() + 1..=last).collect();
            if self.period().to.is_none() {
                self.notes.assume("Программа не имеет конца: взят один следующий год.");
            }
            if !years.is_empty() {
                self.out.extend(Piece::new(vec![span], years).segments(self.context));
            }
        }
    }

    fn continuous(&mut self, clause: &Clause) {
        let (mut from, mut to) = self.bounds(clause);
        if let Some((_, last)) = self.before.last().and_then(Piece::full).filter(|_| clause.then) {
            from = last.succ_opt().unwrap_or(last);
        }
        if clause.throughout.flatten() == Some(TimeUnit::SchoolYear) && clause.groups.is_empty() {
            return self.throughout(clause);
        }
        let placed = |group: &&Group| {
            let full = group.spans.iter().all(|span| matches!(span.days, Days::Full(..)));
            !group.spans.is_empty() && (full || !group.years.is_empty())
        };
        let dated: Vec<Group> = clause.groups.iter().filter(placed).cloned().collect();
        if dated.len() < clause.groups.iter().filter(|group| !group.spans.is_empty()).count() {
            self.notes.assume("Дни без года названы вместе со словом «постоянно»: принят весь период.");
        }
        for piece in self.pieces(&Clause { groups: dated, ..clause.clone() }) {
            match piece.full() {
                Some((first, _)) if piece.spans[0].bound == Bound::Since => from = first,
                Some((_, last)) if piece.spans[0].bound == Bound::Until => to = Some(last),
                Some((first, last)) if first == last => from = first,
                Some((first, last)) => (from, to) = (first, Some(last)),
                None => self.notes.assume("Месяцы названы вместе со словом «постоянно»: принят весь период."),
            }
        }
        for (years, _) in clause.groups.iter().filter(|g| g.spans.is_empty()).flat_map(|g| &g.years) {
            let (first, last) = edges_of(*years);
            (from, to) = (first, Some(last));
        }
        self.out.push(Segment::Continuous { from: Some(from), to });
    }

    fn bounds_only(&mut self, clause: &Clause) {
        let (from, to) = self.bounds(clause);
        match (clause.since, to) {
            (None, Some(to)) if from <= to => self.out.push(Segment::Window { from, to, stage: None }),
            (None, Some(to)) => {
                let from = dates::day_of(to.year(), (1, 0), false).unwrap_or(to);
                self.out.push(Segment::Window { from, to, stage: None });
            }
            _ => {
                self.notes.assume("Окончание не названо: принято до конца программы.");
                self.out.push(Segment::Continuous { from: Some(from), to });
            }
        }
    }

    /// First and last day of a pace that the text bounds by years or by «до», «с».
    pub(super) fn bounds(&mut self, clause: &Clause) -> (NaiveDate, Option<NaiveDate>) {
        let Period { mut from, mut to } = self.period();
        if let Some(years) = clause.since {
            from = edges_of(years).0;
        }
        if let Some(years) = clause.until {
            to = Some(edges_of(Years { first: years.last, ..years }).1);
            if years.school {
                self.notes.assume("«До» учебного года: принято вместе с этим годом.");
            }
        }
        (from, to)
    }

    fn edges(&mut self, clause: &Clause) {
        let years: Vec<(Years, Gap)> = clause.groups.iter().flat_map(|group| group.years.clone()).collect();
        let group = Group { spans: clause.edges.clone(), years, stage: None };
        let annual = group.years.is_empty();
        if annual && !clause.annual {
            self.notes.assume("Год не назван: принято каждый год.");
        }
        let clause = Clause {
            groups: vec![group],
            annual: annual || clause.annual,
            edges: Vec::new(),
            ..clause.clone()
        };
        let pieces = self.pieces(&clause);
        self.emit(&pieces);
        self.before = pieces;
    }

    pub(super) fn emit(&mut self, pieces: &[Piece]) {
        for piece in merge(pieces) {
            self.out.extend(piece.segments(self.context));
        }
    }
}

/// Years alone after a semicolon belong to the clause before them.
fn joined(clauses: &[Clause]) -> Vec<Clause> {
    let mut out: Vec<Clause> = Vec::new();
    for clause in clauses {
        match out.last_mut() {
            Some(before) if clause.is_years() && before.edges.is_empty() && before.freq.is_none() => {
                let years = clause
                    .groups
                    .iter()
                    .flat_map(|group| &group.years)
                    .map(|(years, _)| (*years, Gap::Semicolon));
                if before.is_years() || before.throughout.is_some() {
                    before
                        .groups
                        .iter_mut()
                        .last()
                        .into_iter()
                        .for_each(|group| group.years.extend(years.clone()));
                } else {
                    before.groups.push(Group { years: years.collect(), ..Group::default() });
                }
            }
            _ => out.push(clause.clone()),
        }
    }
    out
}

/// Calendar years, or the years in which the school years begin.
pub(super) fn listed(years: Years) -> Vec<i32> {
    let school = years.school || (years.slash && years.last == years.first + 1);
    let last = if school && years.last > years.first { years.last - 1 } else { years.last };
    (years.first..=last).collect()
}

/// First and last day of the years.
pub(super) fn edges_of(years: Years) -> (NaiveDate, NaiveDate) {
    let school = years.school || years.slash;
    let (first, last) = if school { ((9, 0), (8, 0)) } else { ((1, 0), (12, 0)) };
    let day = |year, day, last| dates::day_of(year, day, last).expect("a first or last day of a month");
    (day(years.first, first, false), day(years.last, last, true))
}

pub(super) fn every_year(unit: TimeUnit, pace: Pace, chunks: &[Years]) -> Segment {
    let mut all: Vec<i32> = chunks.iter().flat_map(|years| listed(*years)).collect();
    all.sort_unstable();
    all.dedup();
    match Segment::every(unit, pace) {
        Segment::Every { from, to, last_days, first_days, step, only, weekday, .. } => {
            Segment::Every { unit, pace, years: all, from, to, last_days, first_days, step, only, weekday }
        }
        other => other,
    }
}

/// A pace within days.
pub(super) fn ranged(freq: &Freq, from: NaiveDate, to: Option<NaiveDate>) -> Segment {
    let Freq { unit, pace, step, weekday, first_days, last_days, .. } = *freq;
    let (years, only) = (Vec::new(), Vec::new());
    Segment::Every { unit, pace, years, from: Some(from), to, last_days, first_days, step, only, weekday }
}
