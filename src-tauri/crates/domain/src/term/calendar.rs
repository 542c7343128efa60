//! The school's quarters or trimesters: the usual ones, and those entered for a school year.

use super::expand::Window;
use crate::Id;
use crate::period::last_of_month;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One school quarter or trimester, the same days each school year.
#[derive(Serialize, Deserialize, TS, Clone, Copy, Debug, PartialEq, Eq)]
pub struct SchoolQuarter {
    /// Month and day it starts on.
    pub start: (u8, u8),
    /// Month and day it ends on.
    pub end: (u8, u8),
}

/// One quarter or trimester of a certain school year; both days included.
#[derive(Serialize, Deserialize, TS, Clone, Copy, Debug, PartialEq, Eq)]
pub struct SchoolPart {
    /// First day of lessons.
    pub from: NaiveDate,
    /// Last day of lessons.
    pub to: NaiveDate,
}

/// Quarters or trimesters of one school year, as the school has entered them.
///
/// Table: school_calendar
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq, Eq)]
pub struct SchoolYear {
    /// UUIDv7.
    pub id: Id,
    /// The year in which the school year begins: 2024 is 2024/25.
    pub year: i32,
    /// In the order of the school year.
    pub parts: Vec<SchoolPart>,
}

/// The school's own quarters (or trimesters) within 1 September – 31 August.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq, Eq)]
pub struct SchoolCalendar {
    /// The usual ones, in the order of the school year.
    pub quarters: Vec<SchoolQuarter>,
    /// School years whose days are known; the others have the usual ones.
    #[serde(default)]
    pub years: Vec<SchoolYear>,
}

impl Default for SchoolCalendar {
    /// The usual four quarters; exact days differ from year to year and from school to school.
    fn default() -> Self {
        let quarters = vec![
            part_of((9, 1), (10, 28)),
            part_of((11, 5), (12, 30)),
            part_of((1, 9), (3, 24)),
            part_of((4, 1), (5, 31)),
        ];
        Self { quarters, years: Vec::new() }
    }
}

impl SchoolCalendar {
    /// The usual quarters, and the school years that were entered.
    pub fn of_years(years: Vec<SchoolYear>) -> Self {
        Self { years, ..Self::default() }
    }

    /// Quarters or trimesters of the school year that begins in `year`.
    pub fn parts(&self, year: i32) -> Vec<SchoolPart> {
        match self.years.iter().find(|known| known.year == year) {
            Some(known) => known.parts.clone(),
            None => self.quarters.iter().map(|quarter| quarter.in_year(year)).collect(),
        }
    }

    /// Trimesters of that school year: its own parts when there are three, else the usual three.
    pub fn trimesters(&self, year: i32) -> Vec<SchoolPart> {
        let own = self.parts(year);
        if own.len() == 3 {
            return own;
        }
        let usual = [part_of((9, 1), (11, 30)), part_of((12, 1), (2, 29)), part_of((3, 1), (5, 31))];
        usual.iter().map(|third| third.in_year(year)).collect()
    }
}

impl SchoolQuarter {
    /// Its days in the school year that begins in `year`: months before September are next year's.
    fn in_year(self, year: i32) -> SchoolPart {
        let day = |(month, day): (u8, u8)| {
            let year = if month < 9 { year + 1 } else { year };
            let (month, day) = (u32::from(month).clamp(1, 12), u32::from(day).max(1));
            NaiveDate::from_ymd_opt(year, month, day).unwrap_or_else(|| last_of_month(year, month))
        };
        SchoolPart { from: day(self.start), to: day(self.end) }
    }
}

impl From<SchoolPart> for Window {
    fn from(part: SchoolPart) -> Self {
        (part.from, part.to)
    }
}

fn part_of(start: (u8, u8), end: (u8, u8)) -> SchoolQuarter {
    SchoolQuarter { start, end }
}
