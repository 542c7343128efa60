//! Stretches of days with their years, ready to become segments.

use super::Context;
use super::dates;
use super::item::{Bound, Days, Span};
use crate::programme::StageKind;
use crate::term::{Pace, Segment, TimeUnit};
use chrono::{Datelike, NaiveDate};

/// The same stretches of days in some years.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piece {
    pub(super) spans: Vec<Span>,
    pub(super) years: Vec<i32>,
    pub(super) stage: Option<StageKind>,
    /// The months were taken from another part of the text.
    pub(super) assumed: bool,
    /// The years are school years.
    pub(super) school: bool,
    /// Each year of a programme without an end.
    pub(super) open: bool,
}

impl Piece {
    pub(super) fn new(spans: Vec<Span>, mut years: Vec<i32>) -> Self {
        years.sort_unstable();
        years.dedup();
        Self { spans, years, stage: None, assumed: false, school: false, open: false }
    }

    /// Days of a single stretch in a single year.
    pub(super) fn full(&self) -> Option<(NaiveDate, NaiveDate)> {
        let [span] = self.spans.as_slice() else { return None };
        match (&span.days, self.years.as_slice()) {
            (Days::Full(from, to), _) => Some((*from, *to)),
            (_, [year]) => match self.placed(span, *year)?.days {
                Days::Full(from, to) => Some((from, to)),
                _ => None,
            },
            _ => None,
        }
    }

    /// Its months in any year.
    pub(super) fn months(&self) -> Option<Vec<Span>> {
        let of = |span: &Span| match span.days {
            Days::Full(from, to) => {
                let whole = from.day() == 1 && to.day() >= 28;
                let edge = |day: NaiveDate| (day.month() as u8, if whole { 0 } else { day.day() as u8 });
                Span::yearless(edge(from), edge(to))
            }
            _ => span.clone(),
        };
        (!self.assumed).then(|| self.spans.iter().map(of).collect())
    }

    fn placed(&self, span: &Span, year: i32) -> Option<Span> {
        let spring = matches!(span.days, Days::Yearless { first, .. } if first.0 < 9);
        dates::in_year(span, if self.school && spring { year + 1 } else { year })
    }

    /// School years of numbered parts: the second half of a school year lies in the next calendar year.
    fn school_years(&self, numbers: &[u8]) -> Vec<i32> {
        let spring = !self.school && numbers.iter().all(|number| *number > 2);
        self.years.iter().map(|year| year - i32::from(spring)).collect()
    }

    /// The segments.
    pub(super) fn segments(&self, context: &Context<'_>) -> Vec<Segment> {
        let (mut out, mut months) = (Vec::new(), Vec::new());
        for span in &self.spans {
            match &span.days {
                Days::Full(from, to) => out.push(self.window(*from, *to, span.bound, context)),
                Days::Parts(unit, only) => out.push(parts(*unit, only, &self.school_years(only), span.edge)),
                Days::Yearless { .. } if self.years.len() == 1 && !self.assumed => {
                    let placed = self.years.first().and_then(|year| self.placed(span, *year));
                    if let Some(Days::Full(from, to)) = placed.map(|span| span.days) {
                        out.push(self.window(from, to, span.bound, context));
                    }
                }
                Days::Yearless { first, last } => months.push((span.bound, *first, *last)),
            }
        }
        if !months.is_empty() && (self.open || !self.years.is_empty()) {
            out.push(self.yearly(&months, context));
        }
        out
    }

    fn window(&self, from: NaiveDate, to: NaiveDate, bound: Bound, context: &Context<'_>) -> Segment {
        let period = context.period;
        let january = NaiveDate::from_ymd_opt(to.year(), 1, 1).unwrap_or(from);
        let stage = context.stage(self.stage, from.year());
        match bound {
            Bound::Both => Segment::Window { from, to, stage },
            Bound::Until => {
                let whole_year = to.signed_duration_since(from).num_days() > 300;
                let begin = if whole_year { from } else { january };
                let from = if period.from <= to { begin.max(period.from) } else { begin };
                Segment::Window { from, to, stage }
            }
            Bound::Since => Segment::Continuous { from: Some(from), to: period.to.filter(|to| *to >= from) },
        }
    }

    fn yearly(&self, spans: &[Bounded], context: &Context<'_>) -> Segment {
        let start = |(bound, first, _): &Bounded| match bound {
            Bound::Until => (1, 0),
            _ => *first,
        };
        let end = |(bound, _, last): &Bounded| match bound {
            Bound::Since => (12, 0),
            _ => *last,
        };
        let months = spans.iter().map(|span| (start(span).0, end(span).0)).collect();
        let mut days: Vec<(u8, u8)> = spans.iter().map(|span| (start(span).1, end(span).1)).collect();
        if days.iter().all(|day| *day == (0, 0)) {
            days.clear();
        }
        let stages = self.years.iter().filter_map(|year| context.stage(self.stage, *year)).collect();
        let spring = self.school && spans.iter().all(|(_, first, _)| first.0 < 9);
        let years = self.years.iter().map(|year| year + i32::from(spring)).collect();
        Segment::Yearly { months, years, stages, assumed: self.assumed, days }
    }
}

/// Bound, first and last month and day.
type Bounded = (Bound, (u8, u8), (u8, u8));

fn parts(unit: TimeUnit, numbers: &[u8], school_years: &[i32], edge: Option<bool>) -> Segment {
    match Segment::every(unit, Pace::Times(1)) {
        Segment::Every { unit, pace, from, to, step, weekday, .. } => {
            let last_days = (edge == Some(true)).then_some(10);
            let first_days = (edge == Some(false)).then_some(10);
            let (years, only) = (school_years.to_vec(), numbers.to_vec());
            Segment::Every { unit, pace, years, from, to, last_days, first_days, step, only, weekday }
        }
        other => other,
    }
}

/// Joins neighbours that differ only in their years: «Ноябрь 2020. Ноябрь 2022».
pub(super) fn merge(pieces: &[Piece]) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for piece in pieces {
        match out.last_mut() {
            Some(last)
                if !last.years.is_empty()
                    && !piece.years.is_empty()
                    && *last == (Piece { years: last.years.clone(), ..piece.clone() }) =>
            {
                let years = last.years.iter().chain(&piece.years).copied().collect();
                *last = Piece { years: Piece::new(Vec::new(), years).years, ..last.clone() };
            }
            _ => out.push(piece.clone()),
        }
    }
    out
}
