//! The days that a stage counts.

use chrono::NaiveDate;

use super::day;
use crate::monitoring::Stage;
use crate::programme::StageKind;

/// Days from `from` to `to`, both included, none of them to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
}

impl Window {
    /// The days of a stage: a year or a quarter counts its own, a measurement all since the programme began.
    /// The error says in Russian why there are none.
    pub fn of(stage: &Stage, program_from: NaiveDate, today: NaiveDate) -> Result<Self, String> {
        let Some(to) = stage.planned_to else {
            return Err(
                "у этапа нет дат: укажите их в разделе «Мониторинг», и значение посчитается само".into()
            );
        };
        let own = matches!(stage.kind, StageKind::Year | StageKind::Quarter | StageKind::SchoolQuarter);
        let from = if own { stage.planned_from } else { Some(program_from) };
        let begins = stage.planned_from.or(from).unwrap_or(program_from);
        if begins > today {
            return Err(format!("этап начнётся {}", day(begins)));
        }
        let (from, to) = (from.unwrap_or(program_from), to.min(today));
        if to < from {
            return Err("этап кончился раньше, чем начались дни, за которые считают".into());
        }
        Ok(Self { from, to })
    }

    /// The day lies within.
    pub fn holds(self, day: NaiveDate) -> bool {
        (self.from..=self.to).contains(&day)
    }

    /// The day is given and lies within.
    pub fn holds_opt(self, day: Option<NaiveDate>) -> bool {
        day.is_some_and(|day| self.holds(day))
    }

    /// «с 01.01.2024 по 31.12.2024».
    pub fn words(self) -> String {
        format!("с {} по {}", day(self.from), day(self.to))
    }
}
