//! Years without days: «2024», «2022; 2023-2025», «2021-2022 уч. год».

use super::clause::{Clause, Gap};
use super::emit::{Emitter, edges_of, every_year, ranged};
use super::item::{Freq, Span, Years};
use super::pieces::Piece;
use crate::term::{Pace, Segment, TimeUnit};

impl Emitter<'_> {
    /// «в течение года», «в течение 2022-2023 уч. года».
    pub(super) fn throughout(&mut self, clause: &Clause) {
        let named = clause.throughout.flatten();
        let chunks: Vec<Years> =
            clause.groups.iter().flat_map(|g| &g.years).map(|(years, _)| *years).collect();
        if chunks.is_empty() {
            let (from, to) = self.bounds(clause);
            let unit = named.unwrap_or(TimeUnit::Year);
            if named.is_none() {
                self.notes.assume("Не сказано, календарный это год или учебный: принят календарный.");
            }
            return self.out.push(ranged(&Freq::new(unit, Pace::Throughout), from, to));
        }
        let school = chunks.iter().any(|years| years.school || years.slash);
        let unit = if school { TimeUnit::SchoolYear } else { TimeUnit::Year };
        self.out.push(every_year(unit, Pace::Throughout, &chunks));
    }

    /// «2024»; «2022; 2023-2025»; «2021-2022 уч. год».
    pub(super) fn years_only(&mut self, clause: &Clause) {
        let all: Vec<(Years, Gap)> = clause.groups.iter().flat_map(|group| group.years.clone()).collect();
        let chunks: Vec<Years> = all.iter().map(|(years, _)| *years).collect();
        if clause.annual {
            return self.out.push(every_year(TimeUnit::Year, Pace::Times(1), &chunks));
        }
        if chunks.iter().any(|years| years.slash) && !chunks.iter().any(|years| years.school) {
            self.notes.assume("Годы записаны через дробь: приняты учебные годы.");
        }
        if chunks.len() == 1 || chunks.iter().any(|years| years.school || years.slash) {
            let piece = |years: &Years| {
                let (from, to) = edges_of(*years);
                Piece::new(vec![Span::full(from, to)], Vec::new())
            };
            self.before = chunks.iter().map(piece).collect();
            return self.out.extend(chunks.iter().map(|years| whole(*years)));
        }
        if all.iter().skip(1).any(|(_, gap)| *gap != Gap::None) {
            self.notes.tell("Месяц не назван: не реже одного раза в каждом из этих лет.");
            return self.out.push(every_year(TimeUnit::Year, Pace::Times(1), &chunks));
        }
        if chunks.windows(2).all(|pair| pair[0].last == pair[1].first && pair[0].first < pair[0].last) {
            self.notes.assume("Периоды смыкаются: приняты учебные годы, с 1 сентября по 31 августа.");
            let school = |years: &Years| whole(Years { school: true, ..*years });
            return self.out.extend(chunks.iter().map(school));
        }
        self.notes.tell("Между годами пропущен знак: прочитано как «в течение года».");
        let throughout = |years: &Years| every_year(TimeUnit::Year, Pace::Throughout, &[*years]);
        self.out.extend(chunks.iter().map(throughout));
    }
}

fn whole(years: Years) -> Segment {
    let (from, to) = edges_of(years);
    Segment::Window { from, to, stage: None }
}
