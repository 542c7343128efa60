//! The rule of low results (ШНОР): 30 % of participants, two procedures in a year or one in each of two years.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::person::Subject;
use crate::registers::{Assessment, AssessmentKind};
use crate::report::quarterly::LowResults;
use crate::target::percent;
use crate::words::Words;

/// Fewer participants make a share doubtful.
const SMALL: i64 = 10;

/// A result is low when so many per cent of its participants failed.
const LOW_PERCENT: i64 = 30;

/// Procedures of a school year that the rule looks at.
#[derive(Debug, Clone, PartialEq)]
pub struct LowYear<'a> {
    /// The year in which the school year began.
    pub year: i32,
    /// All of them.
    pub held: Vec<&'a Assessment>,
    /// Those with a low result.
    pub low: Vec<&'a Assessment>,
}

/// What the rule says of the school year that follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LowForecast {
    /// The school would be one with low results.
    pub low: bool,
    /// Low results in the school year now running.
    pub now: usize,
    /// Low results in the one before it.
    pub before: usize,
}

impl LowForecast {
    /// In a sentence.
    pub fn words(self) -> String {
        let Self { low, now, before } = self;
        let found = if low {
            "признак школы с низкими результатами есть"
        } else {
            "признака школы с низкими результатами нет"
        };
        format!(
            "По внесённым данным {found}: низких результатов в этом учебном году — {now}, в прошлом — {before}."
        )
    }
}

/// «2024/25».
pub fn school_year_words(year: i32) -> String {
    format!("{year}/{:02}", (year + 1).rem_euclid(100))
}

/// The forecast with what it rests on; none when this school year and the one before hold no procedure that counts.
pub fn explained(all: &[Assessment], day: NaiveDate) -> Option<LowResults> {
    let known: Vec<Assessment> = all.iter().filter(|result| result.date <= day).cloned().collect();
    let year = school_year(day);
    let looked: Vec<LowYear<'_>> = years(&known).into_iter().filter(|one| one.year + 1 >= year).collect();
    let forecast = forecast(&known, day).filter(|_| !looked.is_empty())?;
    Some(LowResults {
        low: forecast.low,
        year: school_year_words(year + 1),
        words: forecast.words(),
        held: looked.iter().map(|one| one.held.len() as i64).sum(),
        reasons: looked
            .iter()
            .flat_map(|one| one.low.iter().map(|result| reason(one.year, result)))
            .collect(),
    })
}

/// «2024/25: ВПР, математика, 6 класс, 16.04.2025 — 6 из 17 участников (35,3 %)».
fn reason(year: i32, result: &Assessment) -> String {
    let small =
        if result.participants < SMALL { "; участников меньше десяти" } else { "" };
    format!(
        "{} учебный год: {}, {}, {} класс, {} — «2» или ниже минимума у {} из {} ({}{small})",
        school_year_words(year),
        result.kind.label(),
        result.subject.label().to_lowercase(),
        result.grade,
        result.date.format("%d.%m.%Y"),
        result.failed,
        result.participants,
        percent(result.failed, result.participants),
    )
}

/// The year in which the school year of a day began.
pub fn school_year(day: NaiveDate) -> i32 {
    if day.month() >= 9 { day.year() } else { day.year() - 1 }
}

/// The rule looks at ЕГЭ, ОГЭ, ВПР in Russian and mathematics.
pub fn counts(result: &Assessment) -> bool {
    use AssessmentKind::{Ege, EgeBase, EgeProfile, Oge, Vpr};
    let kind = matches!(result.kind, Vpr | Oge | Ege | EgeBase | EgeProfile);
    kind && matches!(result.subject, Subject::Russian | Subject::Math) && result.participants > 0
}

/// So many failed that the result is low.
pub fn is_low(result: &Assessment) -> bool {
    result.participants > 0 && result.failed * 100 >= LOW_PERCENT * result.participants
}

/// School years with procedures that count, in order.
pub fn years(all: &[Assessment]) -> Vec<LowYear<'_>> {
    let mut years: BTreeMap<i32, Vec<&Assessment>> = BTreeMap::new();
    for result in all.iter().filter(|result| counts(result)) {
        years.entry(school_year(result.date)).or_default().push(result);
    }
    years.into_iter().map(low_year).collect()
}

fn low_year<'a>((year, held): (i32, Vec<&'a Assessment>)) -> LowYear<'a> {
    let low = held.iter().copied().filter(|result| is_low(result)).collect();
    LowYear { year, held, low }
}

/// The verdict for the next school year by what was known on a day; none without a single procedure that counts.
pub fn forecast(all: &[Assessment], day: NaiveDate) -> Option<LowForecast> {
    let known: Vec<Assessment> = all.iter().filter(|result| result.date <= day).cloned().collect();
    let years = years(&known);
    let of = |year: i32| years.iter().find(|one| one.year == year).map_or(0, |one| one.low.len());
    let (now, before) = (of(school_year(day)), of(school_year(day) - 1));
    let low = now >= 2 || (now >= 1 && before >= 1);
    (!years.is_empty()).then_some(LowForecast { low, now, before })
}
