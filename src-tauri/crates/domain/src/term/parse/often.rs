//! Paces with days: «2 раза в год (декабрь, май)», «ежемесячно с сентября по май», «октябрь 2021, ежемесячно».

use super::clause::Clause;
use super::dates;
use super::emit::{Emitter, edges_of, ranged};
use super::item::{Bound, Days, Freq, Span, Years};
use super::pieces::Piece;
use crate::term::{Pace, Segment, TimeUnit};
use crate::words::counted;
use chrono::{Datelike, Days as DayCount, NaiveDate};

impl Emitter<'_> {
    /// A pace and what the clause says about its days.
    pub(super) fn freq(&mut self, clause: &Clause, freq: &Freq, has_spans: bool) {
        let freq = Freq { first_days: clause.first_days.or(freq.first_days), ..freq.clone() };
        self.remark(clause, &freq);
        let paces: Vec<Freq> = std::iter::once(freq.clone()).chain(clause.also.iter().cloned()).collect();
        if clause.then && !self.before.is_empty() && !has_spans && clause.groups.is_empty() {
            return self.goes_on(&freq);
        }
        if has_spans {
            return self.freq_in_days(clause, &freq);
        }
        let chunks: Vec<Years> =
            clause.groups.iter().flat_map(|g| &g.years).map(|(years, _)| *years).collect();
        for freq in &paces {
            if chunks.is_empty() {
                let (from, to) = self.bounds(clause);
                let only = self.school_months(clause, freq);
                self.out.push(with_only(ranged(freq, from, to), only));
            }
            for years in &chunks {
                let (from, to) = edges_of(*years);
                self.out.push(ranged(freq, from, Some(to)));
            }
        }
    }

    fn remark(&mut self, clause: &Clause, freq: &Freq) {
        if !freq.each {
            self.notes.assume("Слова «каждый» нет: принято, что срок повторяется.");
        }
        if !freq.vague {
            return self.remark_days(clause, freq);
        }
        if freq.last_days.is_some() && freq.first_days.is_some() {
            self.notes.tell("Точные дни не названы: принята середина месяца, с 11 по 20 число.");
        } else {
            let days = freq.last_days.or(freq.first_days).unwrap_or_default();
            let which = if freq.last_days.is_some() { "последние" } else { "первые" };
            self.notes.tell(format!("Точные дни не названы: приняты {which} {days} дней."));
        }
        self.remark_days(clause, freq);
    }

    fn remark_days(&mut self, clause: &Clause, freq: &Freq) {
        let numbered = clause.first_days.is_some() || freq.first_days.is_some() && !freq.vague;
        if numbered && freq.unit != TimeUnit::Month {
            self.notes.assume("Число месяца отнесено к началу каждого такого срока.");
        }
    }

    /// «ежемесячно в течение учебного года»: without the summer.
    fn school_months(&mut self, clause: &Clause, freq: &Freq) -> Vec<u8> {
        let school = clause.throughout.flatten() == Some(TimeUnit::SchoolYear);
        if !school || freq.unit != TimeUnit::Month || freq.step != 1 {
            return Vec::new();
        }
        self.notes.assume("Учебный год: приняты месяцы с сентября по май.");
        vec![1, 2, 3, 4, 5, 9, 10, 11, 12]
    }

    /// «апрель 2025, далее раз в полугодие»: from the next unit on.
    fn goes_on(&mut self, freq: &Freq) {
        let before = std::mem::take(&mut self.before);
        let Some((_, last)) = before.last().and_then(Piece::full) else {
            let period = self.period();
            return self.out.push(ranged(freq, period.from, period.to));
        };
        let from = next_unit(freq.unit, last);
        if self.period().to.is_none_or(|end| from <= end) {
            self.out.push(ranged(freq, from, self.period().to));
        }
    }

    fn freq_in_days(&mut self, clause: &Clause, freq: &Freq) {
        let spans: Vec<Span> = clause.groups.iter().flat_map(|group| group.spans.clone()).collect();
        if let [Span { bound, .. }] = spans.as_slice()
            && *bound != Bound::Both
        {
            return self.freq_bounded(clause, freq, *bound);
        }
        let yearless = spans.iter().all(|span| matches!(span.days, Days::Yearless { .. }));
        let has_years = clause.groups.iter().any(|group| !group.years.is_empty());
        let shared = clause.groups.len() == 1 || !has_years;
        if yearless && shared && is_list(&spans, freq) {
            return self.list_of_days(clause, freq, &spans);
        }
        if yearless && !has_years {
            return self.freq_of_months(freq, &spans);
        }
        let pieces = self.pieces(clause);
        let windows: Vec<(NaiveDate, NaiveDate)> = pieces.iter().filter_map(Piece::full).collect();
        if windows.len() != pieces.len() {
            self.notes.assume("Сроки и частота названы вместе: частота отнесена ко всем названным срокам.");
        }
        if let ([(from, to)], true) = (windows.as_slice(), clause.freq_last || clause.then)
            && fits_unit(freq.unit, *from, *to)
        {
            self.emit(&pieces);
            self.before = pieces;
            return self.goes_on(freq);
        }
        if windows.is_empty() {
            self.emit(&pieces);
        }
        self.out.extend(windows.into_iter().map(|(from, to)| ranged(freq, from, Some(to))));
    }

    /// «2 раза в год (декабрь, май)»: the months are the times.
    fn list_of_days(&mut self, clause: &Clause, freq: &Freq, spans: &[Span]) {
        if let (TimeUnit::Year | TimeUnit::SchoolYear, Pace::Times(n)) = (freq.unit, freq.pace)
            && usize::from(n) != spans.len()
            && freq.counted
        {
            let times = counted(n.into(), "раз", "раза", "раз");
            self.notes
                .assume(format!("Названо {times} в год, а сроков {}: приняты названные сроки.", spans.len()));
        }
        let pieces = self.pieces(&Clause { annual: true, freq: None, ..clause.clone() });
        self.emit(&pieces);
        self.before = pieces;
    }

    /// «ежемесячно, сентябрь – май»: only these months of each year.
    fn freq_of_months(&mut self, freq: &Freq, spans: &[Span]) {
        let period = self.period();
        if freq.unit == TimeUnit::Month && freq.step == 1 {
            let mut only: Vec<u8> = spans.iter().flat_map(months_of).collect();
            only.sort_unstable();
            only.dedup();
            return self.out.push(with_only(ranged(freq, period.from, period.to), only));
        }
        let Some(end) = period.to else {
            self.notes.assume("Программа не имеет конца: месяцы внутри года не учтены.");
            return self.out.push(ranged(freq, period.from, None));
        };
        for year in period.from.year() - 1..=end.year() {
            for span in spans {
                if let Some(Days::Full(from, to)) = dates::in_year(span, year).map(|span| span.days)
                    && to >= period.from
                    && from <= end
                {
                    self.out.push(ranged(freq, from.max(period.from), Some(to.min(end))));
                }
            }
        }
    }

    /// «ежемесячно с сентября 2024», «ежеквартально до 15 декабря 2025».
    fn freq_bounded(&mut self, clause: &Clause, freq: &Freq, bound: Bound) {
        let yearly = matches!(freq.unit, TimeUnit::Year | TimeUnit::SchoolYear) && freq.step == 1;
        let yearless = clause.groups.iter().all(|group| group.years.is_empty());
        if yearly && yearless && bound == Bound::Until {
            let spans: Vec<Span> = clause.groups.iter().flat_map(|group| group.spans.clone()).collect();
            return self.list_of_days(clause, &Freq { counted: false, ..freq.clone() }, &spans);
        }
        let pieces = self.pieces(clause);
        let period = self.period();
        let both = |piece: &Piece| Piece {
            spans: piece.spans.iter().map(|span| Span { bound: Bound::Both, ..span.clone() }).collect(),
            ..piece.clone()
        };
        match pieces.first().map(both).as_ref().and_then(Piece::full) {
            Some((from, _)) if bound == Bound::Since => self.out.push(ranged(freq, from, period.to)),
            Some((_, to)) if to >= period.from => self.out.push(ranged(freq, period.from, Some(to))),
            _ => self.emit(&pieces),
        }
    }
}

/// Whether the days are the times of the pace, and not a stretch in which it runs.
fn is_list(spans: &[Span], freq: &Freq) -> bool {
    let length = match freq.unit {
        TimeUnit::Week | TimeUnit::Month => return false,
        TimeUnit::Quarter | TimeUnit::SchoolQuarter | TimeUnit::Trimester => 3,
        _ => 6,
    };
    let counted = matches!(freq.pace, Pace::Times(n) if spans.len() > 1 && usize::from(n) == spans.len());
    let shorter = |span: &Span| months_of(span).len() < length || counted && freq.counted;
    let yearly = matches!(freq.unit, TimeUnit::Year | TimeUnit::SchoolYear);
    freq.step == 1 && (yearly || spans.len() > 1) && spans.iter().all(shorter)
}

fn months_of(span: &Span) -> Vec<u8> {
    let Days::Yearless { first, last } = span.days else { return Vec::new() };
    let count = (last.0 + 12 - first.0) % 12;
    (0..=count).map(|step| (first.0 + step - 1) % 12 + 1).collect()
}

fn with_only(segment: Segment, only: Vec<u8>) -> Segment {
    match segment {
        Segment::Every { unit, pace, years, from, to, last_days, first_days, step, weekday, .. } => {
            Segment::Every { unit, pace, years, from, to, last_days, first_days, step, only, weekday }
        }
        other => other,
    }
}

/// Whether the days are no longer than one unit.
fn fits_unit(unit: TimeUnit, from: NaiveDate, to: NaiveDate) -> bool {
    let days = to.signed_duration_since(from).num_days() + 1;
    days <= match unit {
        TimeUnit::Week => 7,
        TimeUnit::Month => 31,
        TimeUnit::Quarter | TimeUnit::SchoolQuarter => 92,
        TimeUnit::Trimester => 123,
        TimeUnit::HalfYear | TimeUnit::SchoolHalfYear => 184,
        TimeUnit::Year | TimeUnit::SchoolYear => 366,
    }
}

/// First day of the unit after the one that holds the day.
fn next_unit(unit: TimeUnit, day: NaiveDate) -> NaiveDate {
    let (year, month) = (day.year(), day.month());
    let of = |year: i32, month: u32| {
        let (year, month) = if month > 12 { (year + 1, month - 12) } else { (year, month) };
        NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(day)
    };
    match unit {
        TimeUnit::Week => {
            let left = 7 - u64::from(day.weekday().num_days_from_monday());
            day.checked_add_days(DayCount::new(left)).unwrap_or(day)
        }
        TimeUnit::Quarter => of(year, (month - 1) / 3 * 3 + 4),
        TimeUnit::HalfYear => of(year, (month - 1) / 6 * 6 + 7),
        TimeUnit::Year => of(year + 1, 1),
        TimeUnit::SchoolYear => of(if month < 9 { year } else { year + 1 }, 9),
        _ => of(year, month + 1),
    }
}
