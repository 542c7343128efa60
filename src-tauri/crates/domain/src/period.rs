//! Stretches of time: a period with an optional end and a calendar quarter.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use ts_rs::TS;

/// Days from `from` to `to`, both included; without `to` it goes on («Срок реализации: постоянно»).
#[derive(Serialize, Deserialize, TS, Clone, Copy, Debug, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// First day.
    pub from: NaiveDate,
    /// Last day, if there is one.
    pub to: Option<NaiveDate>,
}

impl Period {
    /// Whether the day lies within the period.
    pub fn contains(&self, day: NaiveDate) -> bool {
        day >= self.from && self.to.is_none_or(|to| day <= to)
    }
}

/// A calendar quarter («квартал», not a school «четверть»); written `2024-Q4`.
#[derive(Serialize, Deserialize, TS, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Quarter {
    year: i32,
    quarter: u8,
}

/// Text that is not a calendar quarter.
#[derive(thiserror::Error, Clone, Debug, PartialEq, Eq)]
#[error("«{0}» — не квартал. Квартал записывается так: 2024-Q4")]
pub struct NotAQuarter(pub String);

impl Quarter {
    /// Quarter 1–4 of a year 1–9999; none outside these bounds.
    pub fn new(year: i32, quarter: u8) -> Option<Self> {
        ((1..=4).contains(&quarter) && (1..=9999).contains(&year)).then_some(Self { year, quarter })
    }

    /// The quarter that holds the day.
    pub fn of(day: NaiveDate) -> Self {
        Self { year: day.year(), quarter: ((day.month() - 1) / 3 + 1) as u8 }
    }

    /// Calendar year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// Number of the quarter, 1–4.
    pub fn number(self) -> u8 {
        self.quarter
    }

    /// First day.
    pub fn start(self) -> NaiveDate {
        first_of_month(self.year, u32::from(self.quarter - 1) * 3 + 1)
    }

    /// Last day.
    pub fn end(self) -> NaiveDate {
        last_of_month(self.year, u32::from(self.quarter) * 3)
    }

    /// Both ends as a period.
    pub fn period(self) -> Period {
        Period { from: self.start(), to: Some(self.end()) }
    }

    /// The quarter before.
    pub fn previous(self) -> Self {
        match self.quarter {
            1 => Self { year: self.year - 1, quarter: 4 },
            n => Self { year: self.year, quarter: n - 1 },
        }
    }

    /// The quarter after.
    pub fn next(self) -> Self {
        match self.quarter {
            4 => Self { year: self.year + 1, quarter: 1 },
            n => Self { year: self.year, quarter: n + 1 },
        }
    }

    /// Roman number, as reports write it: «IV».
    pub fn roman(self) -> &'static str {
        ["I", "II", "III", "IV"][usize::from(self.quarter - 1)]
    }

    /// «IV квартал 2024 года».
    pub fn label(self) -> String {
        format!("{} квартал {} года", self.roman(), self.year)
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-Q{}", self.year, self.quarter)
    }
}

impl FromStr for Quarter {
    type Err = NotAQuarter;

    fn from_str(text: &str) -> Result<Self, NotAQuarter> {
        let parse = || {
            let (year, quarter) = text.split_once("-Q")?;
            let digits = |part: &str, len| part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
            if !digits(year, 4) || !digits(quarter, 1) {
                return None;
            }
            Self::new(year.parse().ok()?, quarter.parse().ok()?)
        };
        parse().ok_or_else(|| NotAQuarter(text.to_owned()))
    }
}

impl TryFrom<String> for Quarter {
    type Error = NotAQuarter;

    fn try_from(text: String) -> Result<Self, NotAQuarter> {
        text.parse()
    }
}

impl From<Quarter> for String {
    fn from(quarter: Quarter) -> Self {
        quarter.to_string()
    }
}

/// What a report is about: a quarter, written `2024-Q4`, or a calendar year, written `2024`.
#[derive(Serialize, Deserialize, TS, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub enum ReportPeriod {
    /// A quarter.
    Quarter(Quarter),
    /// All four quarters of a year.
    Year(i32),
}

/// Text that is neither a quarter nor a year.
#[derive(thiserror::Error, Clone, Debug, PartialEq, Eq)]
#[error("«{0}» — не квартал и не год. Квартал записывается так: 2024-Q4, год — так: 2024")]
pub struct NotAPeriod(pub String);

impl ReportPeriod {
    /// First day.
    pub fn start(self) -> NaiveDate {
        match self {
            Self::Quarter(quarter) => quarter.start(),
            Self::Year(year) => first_of_month(year, 1),
        }
    }

    /// Last day.
    pub fn end(self) -> NaiveDate {
        match self {
            Self::Quarter(quarter) => quarter.end(),
            Self::Year(year) => last_of_month(year, 12),
        }
    }

    /// Whether the day lies within it.
    pub fn contains(self, day: NaiveDate) -> bool {
        (self.start()..=self.end()).contains(&day)
    }

    /// Calendar year.
    pub fn year(self) -> i32 {
        match self {
            Self::Quarter(quarter) => quarter.year(),
            Self::Year(year) => year,
        }
    }

    /// It is a whole year.
    pub fn is_year(self) -> bool {
        matches!(self, Self::Year(_))
    }

    /// The period of the same length before.
    pub fn previous(self) -> Self {
        match self {
            Self::Quarter(quarter) => Self::Quarter(quarter.previous()),
            Self::Year(year) => Self::Year(year - 1),
        }
    }

    /// Quarters of which it consists.
    pub fn quarters(self) -> Vec<Quarter> {
        match self {
            Self::Quarter(quarter) => vec![quarter],
            Self::Year(year) => (1..=4).filter_map(|number| Quarter::new(year, number)).collect(),
        }
    }

    /// «IV квартал 2024 года», «2024 год».
    pub fn label(self) -> String {
        match self {
            Self::Quarter(quarter) => quarter.label(),
            Self::Year(year) => format!("{year} год"),
        }
    }

    /// What is reported for it: «Отчёт», «Годовой отчёт».
    pub fn report_kind(self) -> &'static str {
        if self.is_year() { "Годовой отчёт" } else { "Отчёт" }
    }

    /// «Отчёт о реализации ШППКО за IV квартал 2024 года».
    pub fn report_title(self) -> String {
        format!("{} о реализации ШППКО за {}", self.report_kind(), self.label())
    }
}

impl From<Quarter> for ReportPeriod {
    fn from(quarter: Quarter) -> Self {
        Self::Quarter(quarter)
    }
}

impl fmt::Display for ReportPeriod {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Quarter(quarter) => quarter.fmt(out),
            Self::Year(year) => write!(out, "{year:04}"),
        }
    }
}

impl FromStr for ReportPeriod {
    type Err = NotAPeriod;

    fn from_str(text: &str) -> Result<Self, NotAPeriod> {
        if let Ok(quarter) = text.parse() {
            return Ok(Self::Quarter(quarter));
        }
        let digits = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
        let year = text.parse().ok().filter(|year| digits && *year > 0);
        year.map(Self::Year).ok_or_else(|| NotAPeriod(text.to_owned()))
    }
}

impl TryFrom<String> for ReportPeriod {
    type Error = NotAPeriod;

    fn try_from(text: String) -> Result<Self, NotAPeriod> {
        text.parse()
    }
}

impl From<ReportPeriod> for String {
    fn from(period: ReportPeriod) -> Self {
        period.to_string()
    }
}

/// First day of a month 1–12.
pub(crate) fn first_of_month(year: i32, month: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, 1).expect("month is 1–12 and the year is sane")
}

/// Last day of a month 1–12.
pub(crate) fn last_of_month(year: i32, month: u32) -> NaiveDate {
    let (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    first_of_month(year, month).pred_opt().expect("a day before the first of a month exists")
}
