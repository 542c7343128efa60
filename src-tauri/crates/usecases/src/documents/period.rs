//! The period of a document: what lies in it, and its words.

use chrono::{Datelike, NaiveDate};
use opora_domain::occurrence::Occurrence;
use opora_domain::period::Quarter;
use opora_domain::program::Program;

use super::PeriodChoice;
use crate::report::next::quarters;
use crate::{Problems, Result};

/// From a day to a day, both included; an empty end is open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) from: Option<NaiveDate>,
    pub(crate) to: Option<NaiveDate>,
}

impl Span {
    /// # Errors
    /// `Invalid` when it ends before it begins.
    pub(crate) fn of(from: Option<NaiveDate>, to: Option<NaiveDate>) -> Result<Self> {
        let backwards = matches!((from, to), (Some(from), Some(to)) if to < from);
        Problems::default().check(backwards, "to", "Последний день периода раньше первого.").finish()?;
        Ok(Self { from, to })
    }

    /// Nothing was chosen.
    pub(crate) fn is_whole(self) -> bool {
        self.from.is_none() && self.to.is_none()
    }

    pub(crate) fn contains(self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| day >= from) && self.to.is_none_or(|to| day <= to)
    }

    /// The day lies in it; an unknown day only when nothing was chosen.
    pub(crate) fn holds(self, day: Option<NaiveDate>) -> bool {
        day.map_or(self.is_whole(), |day| self.contains(day))
    }

    /// It was to be done or was done in the period.
    pub(crate) fn concerns(self, occurrence: &Occurrence) -> bool {
        let begins = occurrence.window_from.or(occurrence.due);
        let ends = occurrence.window_to.or(occurrence.due);
        let open = occurrence.window_from.is_some() && ends.is_none();
        let meets = begins.is_some_and(|day| self.to.is_none_or(|to| day <= to))
            && (open || ends.is_some_and(|day| self.from.is_none_or(|from| day >= from)));
        let put_off = occurrence.due.is_some_and(|day| self.contains(day));
        let done = occurrence.done_on.is_some_and(|day| self.contains(day));
        self.is_whole() || meets || put_off || done
    }

    /// «IV квартал 2024 года», «2024 год», «период с … по …»; nothing for the whole programme.
    pub(crate) fn words(self) -> String {
        let day = |day: NaiveDate| day.format("%d.%m.%Y").to_string();
        match (self.from, self.to) {
            (None, None) => String::new(),
            (Some(from), None) => format!("период с {}", day(from)),
            (None, Some(to)) => format!("период по {}", day(to)),
            (Some(from), Some(to)) => {
                let quarter = Quarter::of(from);
                if (from, to) == (quarter.start(), quarter.end()) {
                    quarter.label()
                } else if is_year(from, to) {
                    format!("{} год", from.year())
                } else {
                    format!("период с {} по {}", day(from), day(to))
                }
            }
        }
    }
}

fn is_year(from: NaiveDate, to: NaiveDate) -> bool {
    from.year() == to.year() && from.ordinal() == 1 && (to.month(), to.day()) == (12, 31)
}

/// The whole programme, then its years and quarters that have begun, the newest first.
pub(super) fn choices(program: &Program, today: NaiveDate) -> Vec<PeriodChoice> {
    let choice = |from: NaiveDate, to: NaiveDate| PeriodChoice {
        label: Span { from: Some(from), to: Some(to) }.words(),
        from: Some(from),
        to: Some(to),
        current: (from..=to).contains(&today),
    };
    let whole =
        PeriodChoice {
            label: "Весь срок программы".to_owned(), from: None, to: None, current: false
        };
    let last = program.period_to.map_or(today.year(), |to| to.year());
    let years = (program.period_from.year()..=last).rev().filter_map(|year| {
        Some(choice(NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year, 12, 31)?))
    });
    let begun = quarters(std::slice::from_ref(program), today).into_iter().rev();
    let quarters = begun.map(|quarter| choice(quarter.start(), quarter.end()));
    std::iter::once(whole).chain(years).chain(quarters).collect()
}
