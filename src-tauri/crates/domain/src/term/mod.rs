//! When an event is due: the raw words of the plan and their formal reading.
//!
//! The words are kept for ever; the reading is a list of [`Segment`]s whose union gives the occurrences.

mod calendar;
mod expand;
mod parse;
mod units;
mod words;

pub use calendar::{SchoolCalendar, SchoolPart, SchoolQuarter, SchoolYear};
pub use expand::{expand, expand_with};
pub use parse::{Context, parse, parse_in};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A term as the plan writes it and as it is read.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The exact words of the plan; empty when the cell is empty.
    pub raw: String,
    /// The reading; occurrences are the union of all segments.
    pub segments: Vec<Segment>,
    /// The words allow another reading: shown under «Требует уточнения».
    pub ambiguous: bool,
    /// What was assumed and why, in Russian.
    #[serde(default)]
    pub note: Option<String>,
}

/// One part of a term's reading. Dates are whole days, both ends included.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Segment {
    /// One bounded stretch of days; due on its last day.
    Window {
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: NaiveDate,
        /// Code of the monitoring stage it belongs to.
        #[serde(default)]
        stage: Option<String>,
    },
    /// The same months in each listed year; due at the end of each window.
    Yearly {
        /// First and last month, 1–12; `[11, 1]` crosses New Year and belongs to the year it starts in.
        months: Vec<(u8, u8)>,
        /// Calendar years; empty: each year of the programme.
        years: Vec<i32>,
        /// Codes of monitoring stages, one for each year; empty when the term names no stages.
        #[serde(default)]
        stages: Vec<String>,
        /// The months or years are not in the text; they were taken from its other part.
        #[serde(default)]
        assumed: bool,
        /// First and last day within each of `months` («ежегодно до 25 декабря»): 1–31, or 0 for the month's own end.
        /// Empty: whole months.
        #[serde(default)]
        days: Vec<(u8, u8)>,
    },
    /// So many times in each unit of time; due at the end of the unit.
    Every {
        /// The unit of time.
        unit: TimeUnit,
        /// How many times in a unit.
        pace: Pace,
        /// Listed units, by calendar year or by the year a school year starts in; empty: use `from` and `to`.
        #[serde(default)]
        years: Vec<i32>,
        /// First day of the range; without it the programme's first day.
        #[serde(default)]
        from: Option<NaiveDate>,
        /// Last day of the range; without it the programme's last day.
        #[serde(default)]
        to: Option<NaiveDate>,
        /// Only the last days of the unit are meant («конец каждой четверти»).
        #[serde(default)]
        last_days: Option<u16>,
        /// Only the first days of the unit are meant («до 5 числа каждого месяца»).
        #[serde(default)]
        first_days: Option<u16>,
        /// So many units make one («раз в три года» is 3).
        #[serde(default = "one")]
        step: u16,
        /// Numbers of the units within their year, from 1: months 9–5, the IV school quarter; empty: all.
        #[serde(default)]
        only: Vec<u8>,
        /// Day of the week, 1 is Monday («каждую пятницу»): the unit is a week.
        #[serde(default)]
        weekday: Option<u8>,
    },
    /// «Постоянно»: reported every calendar quarter, never overdue.
    Continuous {
        /// First day; without it the programme's first day.
        #[serde(default)]
        from: Option<NaiveDate>,
        /// Last day; without it the programme's last day.
        #[serde(default)]
        to: Option<NaiveDate>,
    },
    /// The date stands in another plan.
    ByPlan {
        /// Name of that plan.
        plan: String,
    },
    /// Done when asked for; the user opens an occurrence herself.
    OnDemand {
        /// Whose request.
        by: String,
    },
    /// Due after a condition is met («по мере завершения»).
    After {
        /// The condition.
        condition: String,
        /// To be done within so many days of it («в течение 10 дней после утверждения»).
        #[serde(default)]
        within_days: Option<u16>,
        /// These days are working days.
        #[serde(default)]
        working: bool,
    },
    /// The cell is empty or holds something else.
    Unspecified,
}

impl Segment {
    /// Whole months of the listed years.
    pub fn yearly(months: Vec<(u8, u8)>, years: Vec<i32>) -> Self {
        Self::Yearly { months, years, stages: Vec::new(), assumed: false, days: Vec::new() }
    }

    /// In each unit of the programme.
    pub fn every(unit: TimeUnit, pace: Pace) -> Self {
        Self::Every {
            unit,
            pace,
            years: Vec::new(),
            from: None,
            to: None,
            last_days: None,
            first_days: None,
            step: 1,
            only: Vec::new(),
            weekday: None,
        }
    }
}

fn one() -> u16 {
    1
}

/// A unit of time of [`Segment::Every`].
#[derive(Serialize, Deserialize, TS, Clone, Copy, Debug, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum TimeUnit {
    /// Monday – Sunday.
    Week,
    /// Calendar month.
    Month,
    /// Calendar quarter («квартал»).
    Quarter,
    /// School quarter («четверть») of the [`SchoolCalendar`].
    SchoolQuarter,
    /// Trimester: a part of the [`SchoolCalendar`] that has three, or autumn, winter and spring.
    Trimester,
    /// January – June, July – December.
    HalfYear,
    /// September – December, January – May.
    SchoolHalfYear,
    /// Calendar year.
    Year,
    /// 1 September – 31 August.
    SchoolYear,
}

/// How often within a unit.
#[derive(Serialize, Deserialize, TS, Clone, Copy, Debug, PartialEq, Eq)]
#[serde(tag = "kind", content = "n", rename_all = "snake_case")]
pub enum Pace {
    /// Exactly `n` times.
    Times(u16),
    /// At least `n` times; more are welcome.
    AtLeast(u16),
    /// All the time, told of at the end («в течение года»): a soft date.
    Throughout,
}

/// What kind of date an occurrence has.
#[derive(Serialize, Deserialize, TS, Clone, Copy, Debug, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum OccurrenceKind {
    /// Days are known.
    Dated,
    /// Runs all the time, one for a calendar quarter, without a due date.
    Continuous,
    /// No date yet: it stands in another plan. Shown under «Уточните срок».
    ByPlan,
    /// No date yet: waits for a condition.
    After,
    /// No date in the text. Shown under «Уточните срок».
    Unspecified,
}

impl OccurrenceKind {
    /// Whether the user has to say when it is.
    pub fn needs_date(self) -> bool {
        matches!(self, Self::ByPlan | Self::Unspecified)
    }
}

/// One time that an event is to be done.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq)]
pub struct TermOccurrence {
    /// What kind of date it has.
    pub kind: OccurrenceKind,
    /// First day of the window.
    pub from: Option<NaiveDate>,
    /// Last day of the window.
    pub to: Option<NaiveDate>,
    /// The day after which it is overdue.
    pub due: Option<NaiveDate>,
    /// Number within its window, from 1 («2 раза в год»).
    pub ordinal: u16,
    /// Code of the monitoring stage.
    pub stage: Option<String>,
    /// The date is soft: the work goes on all the time and is told of at the end.
    pub soft: bool,
    /// The months were assumed, not read.
    pub assumed: bool,
    /// More than this is allowed («не реже»).
    pub at_least: bool,
    /// Its window ends before the programme was approved: kept, shown «до утверждения», never overdue.
    pub before_approval: bool,
    /// Name of the plan or of the condition it waits for.
    pub waits_for: Option<String>,
}
