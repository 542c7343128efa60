//! «Перенести на текущие годы»: a programme of past years moved to a new period.
//!
//! Days and years move by whole years and keep their distance. What does not fit into a shorter period is left
//! out, what goes on «ежегодно» fills a longer one, and each such thing is said.

mod dates;
mod rows;
mod stages;
mod term;
mod words;

pub use rows::ShiftRow;

use super::{Note, Programme};
use crate::period::Period;
use crate::term::SchoolCalendar;
use crate::words::counted;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;
use words::Years;

/// How far outside the period a number of the text is still taken for a year.
const NEAR_YEARS: i32 = 3;
/// How long an open-ended programme is thought to be when its years are looked for.
const OPEN_YEARS: i32 = 10;

/// A programme in its new period and what happened on the way.
#[derive(Clone, Debug, PartialEq)]
pub struct Shifted {
    /// The programme; its texts are the municipal ones but for the years.
    pub programme: Programme,
    /// By how many years it was moved.
    pub years: i32,
    /// New codes of the stages by their old ones; what has fallen away is not in it.
    pub stages: BTreeMap<String, String>,
    /// Each executable event before and after.
    pub rows: Vec<ShiftRow>,
    /// What was left out, added or is to be looked at, in Russian.
    pub warnings: Vec<String>,
    words: Years,
}

impl Shifted {
    /// Words of the old period with their years moved.
    pub fn words(&self, text: &str) -> String {
        self.words.moved(text)
    }
}

/// The way from the old period to the new one.
struct Move<'a> {
    old: Period,
    new: Period,
    words: Years,
    /// Codes of the stages of the new period, once they are known.
    stages: &'a [String],
}

impl Move<'_> {
    fn stage_code(&self, code: &str) -> String {
        self.words.moved(code)
    }

    fn has_stage(&self, code: &str) -> bool {
        self.stages.iter().any(|known| known == code)
    }

    /// «… на 2026-2028 годы»: the last year of the title is that of the new period.
    fn title(&self, title: &str) -> String {
        let moved = self.words.moved(title);
        let Some((old, new)) = self.old.to.zip(self.new.to) else { return moved };
        let last = (old.year() + self.words.by).to_string();
        match moved.rfind(&last).filter(|_| self.words.named(title).contains(&old.year())) {
            Some(start) => {
                format!("{}{}{}", &moved[..start], new.year(), &moved[start + last.len()..])
            }
            None => moved,
        }
    }

    /// «4 года», «−1 год».
    fn years_words(&self) -> String {
        let by = self.words.by;
        let sign = if by < 0 { "−" } else { "" };
        format!("{sign}{}", counted(i64::from(by.abs()), "год", "года", "лет"))
    }
}

/// The programme in a new period. The distance is the difference of the years in which the two begin.
pub fn shift(source: &Programme, to: Period) -> Shifted {
    shift_with(source, to, &SchoolCalendar::default())
}

/// The same with the dates of its rows by the school's own quarters.
pub fn shift_with(source: &Programme, to: Period, calendar: &SchoolCalendar) -> Shifted {
    let by = to.from.year() - source.period.from.year();
    let last = source.period.to.map_or(source.period.from.year() + OPEN_YEARS, |end| end.year());
    let words = Years { by, first: source.period.from.year() - NEAR_YEARS, last: last + NEAR_YEARS };
    let way = Move { old: source.period, new: to, words, stages: &[] };
    let stages = stages::stages(source, &way);
    let codes: Vec<String> = stages.stages.iter().map(|stage| stage.code.clone()).collect();
    let way = Move { stages: &codes, ..way };
    let mut programme = Programme { period: to, stages: stages.stages, ..source.clone() };
    programme.title = way.title(&source.title);
    programme.short_title = way.title(&source.short_title);
    programme.act.date = source.act.date.filter(|date| by == 0 || *date <= to.from);
    programme.events.iter_mut().for_each(|event| event.term = way.term(&event.term));
    programme.indicators = source.indicators.iter().filter_map(|own| stages::indicator(own, &way)).collect();
    programme.sections = source.sections.iter().map(|own| stages::section(own, &way)).collect();
    programme.notes.push(note(source, &way));
    let rows = rows::rows(source, &programme, &way, calendar);
    let mut warnings = stages.warnings;
    warnings.extend(rows::warnings(source, &programme, &rows, &way));
    let kept = source.stages.iter().map(|stage| (stage.code.clone(), way.stage_code(&stage.code)));
    let kept = kept.filter(|(_, code)| way.has_stage(code)).collect();
    Shifted { programme, years: by, stages: kept, rows, warnings, words }
}

/// A period moved by whole years.
pub fn moved_period(period: Period, years: i32) -> Period {
    dates::period(period, years)
}

/// The period a past programme would have if it ran now: its latest start in whole years not after `today`.
/// None while it has not ended.
pub fn suggested_period(period: Period, today: NaiveDate) -> Option<Period> {
    period.to.filter(|to| *to < today)?;
    let years = today.year() - period.from.year();
    let moved = dates::period(period, years);
    Some(if moved.from > today { dates::period(period, years - 1) } else { moved })
}

/// The period that follows one: as long, beginning after its end, or later when it runs at `today`. None after an
/// endless one.
pub fn next_period(period: Period, today: NaiveDate) -> Option<Period> {
    let end = period.to?;
    let years = (1..).find(|years| dates::day(period.from, *years) > end)?;
    let next = dates::period(period, years);
    Some(suggested_period(period, today).filter(|now| now.from > next.from).unwrap_or(next))
}

fn note(source: &Programme, way: &Move<'_>) -> Note {
    let span = |period: Period| match period.to {
        Some(to) => format!("{}–{}", period.from.format("%d.%m.%Y"), to.format("%d.%m.%Y")),
        None => format!("с {}", period.from.format("%d.%m.%Y")),
    };
    Note {
        where_: "Период".into(),
        text: format!(
            "Период перенесён на {}: было {}, стало {}.",
            way.years_words(),
            span(source.period),
            span(way.new)
        ),
    }
}
