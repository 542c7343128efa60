//! The road map by tasks and years, what was not done, results by years.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::FinalReport;
use crate::occurrence::OccurrenceState;
use crate::report::annual::YearPart;
use crate::report::quarterly::{EventRow, EventState, ProcedureResult, RoadMapTotals};

/// A task over the years of the programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskPart {
    /// «2. Наставничество».
    pub title: String,
    /// What became of its terms by the year in which they ended.
    pub years: Vec<RoadMapTotals>,
    /// Of all years.
    pub totals: RoadMapTotals,
}

/// A term that was not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UndoneRow {
    /// Number of the event.
    pub code: String,
    /// Title of the event.
    pub title: String,
    /// First day of the term.
    pub from: Option<NaiveDate>,
    /// Last day of the term.
    pub to: Option<NaiveDate>,
    /// The status in words.
    pub status: String,
    /// Why; empty when nobody said.
    pub reason: String,
}

/// Results of one procedure in one subject in a year, all grades together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultRow {
    /// Calendar year.
    pub year: i32,
    /// Kind in words.
    pub kind: String,
    /// Subject in words.
    pub subject: String,
    /// Took part.
    pub participants: i64,
    /// Got «2» or less than the minimum.
    pub failed: i64,
    /// Got «4» or «5».
    pub good: i64,
}

/// The years of a programme up to a day.
fn years(from: NaiveDate, to: NaiveDate) -> std::ops::RangeInclusive<i32> {
    from.year()..=to.year().max(from.year())
}

/// The year to which a row belongs: that in which its term ends, within the programme.
fn year_of(row: &EventRow, (from, to): (NaiveDate, NaiveDate)) -> i32 {
    let day = row.window_to.or(row.done_on).or(row.window_from).unwrap_or(to);
    day.year().clamp(from.year(), to.year().max(from.year()))
}

fn totals<'a>(rows: impl Iterator<Item = &'a EventRow>) -> RoadMapTotals {
    RoadMapTotals::of(&rows.cloned().collect::<Vec<_>>())
}

/// The road map by years: every row belongs to exactly one of them.
pub fn by_year(rows: &[EventRow], from: NaiveDate, to: NaiveDate) -> Vec<YearPart> {
    let part = |year: i32| YearPart {
        quarter: None,
        label: format!("{year} год"),
        totals: totals(rows.iter().filter(|row| year_of(row, (from, to)) == year)),
        meetings: 0,
        meeting_due: false,
        report: String::new(),
    };
    years(from, to).map(part).collect()
}

impl FinalReport {
    /// The last day of the road map that is told of.
    fn end(&self) -> NaiveDate {
        self.head.to.unwrap_or(self.day)
    }

    /// The road map by tasks and years, in programme order.
    pub fn by_task(&self) -> Vec<TaskPart> {
        let (rows, span) = (&self.roadmap.rows, (self.head.from, self.end()));
        let mut titles: Vec<(&str, &str)> = Vec::new();
        for row in rows {
            let task = (row.task_code.as_str(), row.task_title.as_str());
            if !titles.contains(&task) {
                titles.push(task);
            }
        }
        let part = |(code, title): (&str, &str)| {
            let own = || {
                rows.iter().filter(|row| (row.task_code.as_str(), row.task_title.as_str()) == (code, title))
            };
            let of = |year| totals(own().filter(|row| year_of(row, span) == year));
            TaskPart {
                title: headed(code, title),
                years: years(span.0, span.1).map(of).collect(),
                totals: totals(own()),
            }
        };
        titles.into_iter().map(part).collect()
    }

    /// What was not done in its term: overdue, put off, cancelled; after the end also what was begun and not finished.
    pub fn undone(&self) -> Vec<UndoneRow> {
        let cancelled = OccurrenceState::Cancelled.on_paper();
        let failed = |row: &&EventRow| match row.state {
            EventState::Overdue | EventState::Postponed => true,
            EventState::InProgress => self.over,
            EventState::Dropped => row.status == cancelled,
            EventState::Done | EventState::Continuous => false,
        };
        let row = |row: &EventRow| UndoneRow {
            code: row.code.clone(),
            title: row.title.clone(),
            from: row.window_from,
            to: row.window_to,
            status: row.status.clone(),
            reason: row.note.clone(),
        };
        self.roadmap.rows.iter().filter(failed).map(row).collect()
    }

    /// Results by year, procedure and subject, oldest first.
    pub fn results_by_year(&self) -> Vec<ResultRow> {
        let mut rows: Vec<ResultRow> = Vec::new();
        for result in &self.results {
            let key = (result.date.year(), &result.kind, &result.subject);
            match rows.iter_mut().find(|row| (row.year, &row.kind, &row.subject) == key) {
                Some(row) => add(row, result),
                None => rows.push(started(result)),
            }
        }
        rows.sort_by(|a, b| (a.year, &a.kind, &a.subject).cmp(&(b.year, &b.kind, &b.subject)));
        rows
    }
}

fn headed(code: &str, title: &str) -> String {
    match (code.trim_end_matches('.'), title) {
        ("", "") => "Мероприятия программы".to_owned(),
        ("", title) => title.to_owned(),
        (code, "") => format!("Раздел {code}"),
        (code, title) => format!("{code}. {title}"),
    }
}

fn started(result: &ProcedureResult) -> ResultRow {
    let mut row = ResultRow {
        year: result.date.year(),
        kind: result.kind.clone(),
        subject: result.subject.clone(),
        participants: 0,
        failed: 0,
        good: 0,
    };
    add(&mut row, result);
    row
}

fn add(row: &mut ResultRow, result: &ProcedureResult) {
    row.participants += result.participants;
    row.failed += result.below_minimum.unwrap_or_default();
    row.good += result.quality.unwrap_or_default();
}
