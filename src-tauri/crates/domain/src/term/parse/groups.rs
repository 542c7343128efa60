//! Groups of days find their years.

use super::clause::{Clause, Gap, Group};
use super::dates;
use super::emit::{Emitter, edges_of, listed};
use super::item::{Bound, Days, Span, Years};
use super::numbered::{edge, school_half};
use super::pieces::Piece;
use crate::period::Period;
use crate::programme::StageKind;
use chrono::Datelike;

impl Emitter<'_> {
    /// Days and years of the clause's groups, one for each group.
    pub(super) fn pieces(&mut self, clause: &Clause) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for (place, group) in clause.groups.iter().enumerate() {
            if group.spans.is_empty() {
                continue;
            }
            let later = clause.groups[place + 1..].iter().find(|later| !later.years.is_empty());
            let inherited = later.filter(|_| group.years.is_empty() && !clause.annual);
            pieces.extend(self.group(clause, group, inherited));
        }
        self.assumed_years(clause, &mut pieces);
        for (years, _) in lone(clause).filter(|(years, _)| years.school) {
            let (from, to) = edges_of(*years);
            pieces.push(Piece::new(vec![Span::full(from, to)], Vec::new()));
        }
        pieces
    }

    /// «Май 2022; 2023-2025»: the months of the first part go on.
    fn assumed_years(&mut self, clause: &Clause, pieces: &mut Vec<Piece>) {
        let years = lone(clause).filter(|(years, _)| !years.school);
        let years: Vec<i32> = years.flat_map(|(years, _)| listed(*years)).collect();
        let (Some(first), Some(last)) = (years.iter().min(), years.iter().max()) else { return };
        let span = if first == last {
            format!("в {first} году")
        } else {
            format!("в {first}–{last} годах")
        };
        self.notes.assume(format!("После «;» месяц не назван: принято, что {span} действуют те же месяцы."));
        let spans = pieces.iter().filter_map(Piece::months).flatten().collect();
        pieces.push(Piece { assumed: true, ..Piece::new(spans, years) });
    }

    fn group(&mut self, clause: &Clause, group: &Group, inherited: Option<&Group>) -> Vec<Piece> {
        if group.spans.iter().any(|span| span.vague) {
            self.notes.assume("Точные дни не названы: взяты соответствующие дни или месяц целиком.");
        }
        let open_end = group.spans.iter().any(|span| span.bound == Bound::Since);
        if open_end && clause.freq.is_none() && !clause.continuous {
            self.notes.assume("Окончание не названо: принято до конца программы.");
        }
        let chunks = inherited.map_or(&group.years, |later| &later.years);
        if inherited.is_some() {
            self.notes.assume("Год назван не у каждого срока: взят следующий названный.");
        }
        let parts = group.spans.iter().any(|span| matches!(span.days, Days::Parts(..)));
        let is_school =
            |years: &Years| years.school || (years.slash || parts) && years.last == years.first + 1;
        let school = chunks.iter().any(|(years, _)| is_school(years));
        let chunks: Vec<Years> =
            chunks.iter().map(|(years, _)| Years { school: is_school(years), ..*years }).collect();
        let spans: Vec<Span> = group.spans.iter().map(|span| in_school(span, school)).collect();
        let mut years: Vec<i32> = chunks.iter().flat_map(|years| listed(*years)).collect();
        let named = !years.is_empty();
        if clause.annual {
            years = self.annual_years(clause, &years);
        }
        let stage = group.stage;
        let (yearless, full): (Vec<Span>, Vec<Span>) =
            spans.into_iter().partition(|span| !matches!(span.days, Days::Full(..)));
        let mut pieces: Vec<Piece> =
            full.into_iter().map(|span| Piece { stage, ..Piece::new(vec![span], Vec::new()) }).collect();
        if clause.annual && !pieces.is_empty() {
            self.before = pieces.clone();
            self.repeat_later();
        }
        if yearless.is_empty() {
            return pieces;
        }
        let open = clause.annual && years.is_empty();
        if years.is_empty() && !open {
            pieces.extend(self.first_such(&yearless, stage));
        } else {
            let ranged = chunks.iter().any(|years| years.first < years.last);
            self.crossing(&yearless, &mut years, ranged, school);
            let school = school || (parts && !named);
            pieces.push(Piece { stage, school, open, ..Piece::new(yearless, years) });
        }
        pieces
    }

    /// «сентябрь – май 2025»: the year stands at May.
    fn crossing(&mut self, spans: &[Span], years: &mut Vec<i32>, ranged: bool, school: bool) {
        let crosses = |span: &Span| match span.days {
            Days::Yearless { first, last } => last < first && last.0 != first.0,
            _ => false,
        };
        if school || spans.len() != 1 || !spans.iter().all(crosses) {
            return;
        }
        if ranged {
            // «сентябрь – май 2024-2025»: the last year is that of May.
            years.pop();
        } else if let [year] = years.as_mut_slice() {
            if spans[0].season && matches!(spans[0].days, Days::Yearless { first: (9, _), .. }) {
                return self.notes.assume("Срок переходит через Новый год: названный год отнесён к осени.");
            }
            let names_days = matches!(spans[0].days, Days::Yearless { first: (_, 1..), last: (_, 1..) });
            if !names_days {
                self.notes.assume("Срок переходит через Новый год: названный год отнесён к его концу.");
            }
            *year -= 1;
        }
    }

    /// Years of «ежегодно»: those that the text lists, else from its year on, else all.
    fn annual_years(&mut self, clause: &Clause, named: &[i32]) -> Vec<i32> {
        if named.len() > 1 {
            return named.to_vec();
        }
        let (from, to) = self.bounds(clause);
        let later = self.before.last().and_then(Piece::full).filter(|_| clause.then);
        let later = later.map(|(_, last)| last.year() + 1);
        let first = named.first().copied().or(later).unwrap_or(from.year());
        to.map_or_else(Vec::new, |to| (first..=to.year()).collect())
    }

    /// Days without a year: the first such days of the programme.
    fn first_such(&mut self, spans: &[Span], stage: Option<StageKind>) -> Vec<Piece> {
        let Period { from, to } = self.period();
        let mut start =
            from.with_day(1).unwrap_or(from).max(self.seen.unwrap_or(from.with_day(1).unwrap_or(from)));
        let mut several = false;
        let mut pieces = Vec::new();
        for span in spans {
            let last = to.map_or(from.year() + 2, |to| to.year());
            let fits = |year: &i32| match dates::in_year(span, *year).map(|span| span.days) {
                Some(Days::Full(_, end)) if span.bound == Bound::Until => end >= from,
                Some(Days::Full(first, _)) => first >= start && to.is_none_or(|to| first <= to),
                _ => matches!(span.days, Days::Parts(..)),
            };
            let years: Vec<i32> = (from.year()..=last).filter(fits).collect();
            several |= years.len() != 1;
            let year = years.first().copied().unwrap_or(from.year());
            if let Some(Days::Full(first, _)) = dates::in_year(span, year).map(|span| span.days) {
                start = start.max(first);
                self.seen = Some(start);
            }
            let school = matches!(span.days, Days::Parts(..));
            pieces.push(Piece { stage, school, ..Piece::new(vec![span.clone()], vec![year]) });
        }
        if several {
            self.notes.assume("Год не назван: принят первый такой срок в программе.");
        } else {
            self.notes.tell("Год не назван, но в сроке программы такой срок один.");
        }
        pieces
    }
}

/// Years that stand without days.
fn lone(clause: &Clause) -> impl Iterator<Item = &(Years, Gap)> {
    clause.groups.iter().filter(|group| group.spans.is_empty()).flat_map(|group| &group.years)
}

/// A half of a year is another one in a school year.
fn in_school(span: &Span, school: bool) -> Span {
    match span.half {
        Some(half) if school => {
            let whole = Span { vague: span.vague, ..school_half(half, half) };
            span.edge.and_then(|end| edge(&whole, end)).unwrap_or(whole)
        }
        _ => span.clone(),
    }
}
