//! What a text consists of once its words are read: stretches of days, years, paces and phrases.

use crate::programme::StageKind;
use crate::term::{Pace, Segment, TimeUnit};
use chrono::NaiveDate;

/// Which end of a stretch the text names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Bound {
    Both,
    /// «до», «не позднее».
    Until,
    /// «с», «начиная с».
    Since,
}

/// A stretch of days.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Days {
    /// Within any year: month and day of both ends, day 0 is the month's own edge.
    Yearless { first: (u8, u8), last: (u8, u8) },
    /// Days of a certain year.
    Full(NaiveDate, NaiveDate),
    /// Numbered school quarters or trimesters.
    Parts(TimeUnit, Vec<u8>),
}

/// A stretch of days and how the text names it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Span {
    pub(super) days: Days,
    pub(super) bound: Bound,
    /// Which half of a year it is: a school year has other halves.
    pub(super) half: Option<u8>,
    /// Only the first (false) or the last (true) days of school quarters.
    pub(super) edge: Option<bool>,
    /// «Осень – зима»: the year is that of the autumn.
    pub(super) season: bool,
    /// «Начало», «конец»: the days were chosen by us.
    pub(super) vague: bool,
}

impl Span {
    pub(super) fn new(days: Days) -> Self {
        Self { days, bound: Bound::Both, half: None, edge: None, season: false, vague: false }
    }

    pub(super) fn yearless(first: (u8, u8), last: (u8, u8)) -> Self {
        Self::new(Days::Yearless { first, last })
    }

    pub(super) fn full(from: NaiveDate, to: NaiveDate) -> Self {
        Self::new(Days::Full(from, to))
    }
}

/// «2024», «2023-2025», «2024/25 уч. год».
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Years {
    pub(super) first: i32,
    pub(super) last: i32,
    pub(super) school: bool,
    /// Written with a slash and without «учебный».
    pub(super) slash: bool,
}

/// So many times in a unit of time.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Freq {
    pub(super) unit: TimeUnit,
    pub(super) pace: Pace,
    pub(super) step: u16,
    pub(super) weekday: Option<u8>,
    pub(super) first_days: Option<u16>,
    pub(super) last_days: Option<u16>,
    /// Days within the unit were chosen by us.
    pub(super) vague: bool,
    /// The number of times is named.
    pub(super) counted: bool,
    /// «Каждый» is said, or goes without saying.
    pub(super) each: bool,
}

impl Freq {
    pub(super) fn new(unit: TimeUnit, pace: Pace) -> Self {
        let (weekday, first_days, last_days) = (None, None, None);
        Self { unit, pace, step: 1, weekday, first_days, last_days, vague: false, counted: false, each: true }
    }
}

/// A part of a term.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Item {
    Spans(Vec<Span>),
    Years(Years),
    SinceYear(Years),
    UntilYear(Years),
    Freq(Freq),
    /// «до 5 числа»: only so many first days of the month.
    FirstDays(u16),
    Annually,
    /// «начало учебного года»: each year, unless years follow.
    EdgeOfYear(Vec<Span>),
    /// «в течение»; the unit, if the text names it for certain.
    Throughout(Option<TimeUnit>),
    Continuous,
    Then,
    Stage(StageKind),
    /// By another plan.
    Plan(String),
    /// On demand or after a condition.
    Phrase(Segment),
    Comma,
    Semicolon,
    Open,
    Close,
    Noise,
    /// The text means that nothing may be read.
    Refuse(&'static str),
    Unread,
}
