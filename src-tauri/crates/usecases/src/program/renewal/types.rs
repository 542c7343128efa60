//! What the calls of a new period take and give.

use chrono::NaiveDate;
use opora_domain::Id;
use opora_domain::period::Period;
use opora_domain::program::{Correction, Program};
use opora_domain::programme::Counts;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::indicator::IndicatorSheet;
use crate::roadmap::Roadmap;

/// A new period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct NewPeriodInput {
    /// First day.
    pub from: NaiveDate,
    /// Last day; empty only where the programme itself has none.
    pub to: Option<NaiveDate>,
}

/// A programme as it would be in the new period. Nothing has been written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ShiftPreview {
    /// The title with its new years.
    pub title: String,
    /// «1 января 2022 г. – 31 декабря 2025 г.».
    pub period_was: String,
    /// «1 января 2026 г. – 31 декабря 2029 г.».
    pub period_now: String,
    /// By how many years the terms are moved.
    pub years: i32,
    /// In one line: «Сроки 17 мероприятий переносятся на 4 года».
    pub words: String,
    /// What the programme holds in the new period.
    pub counts: Counts,
    /// What falls due first, at most five lines: «май 2026 г. — 1. Создание рабочей группы».
    pub first: Vec<String>,
    /// Each executable event before and after, in the order of the programme.
    pub rows: Vec<ShiftPreviewRow>,
    /// What was left out, added or is to be looked at.
    pub warnings: Vec<String>,
}

/// One executable event before and after.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ShiftPreviewRow {
    /// Code.
    pub code: String,
    /// Title.
    pub title: String,
    /// The words of its term before.
    pub raw_was: String,
    /// And after.
    pub raw_now: String,
    /// Its dates before: «май – июнь 2022 г.»; «постоянно» and the like where there are none.
    pub was: Vec<String>,
    /// And after.
    pub now: Vec<String>,
    /// What was left out, added or is to be looked at.
    pub remarks: Vec<String>,
}

/// What may be done about the period of the current programme.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PeriodOffer {
    /// Its last day has passed.
    pub past: bool,
    /// The period that would follow; none after a programme without an end.
    pub next: Option<Period>,
    /// The same in words; may be empty.
    pub next_label: String,
    /// Nothing has been done by it: its terms may still be moved.
    pub can_shift: bool,
    /// In words, what is offered: «Срок программы истёк 31 декабря 2025 г. Начните новый период…»; may be empty.
    pub hint: String,
}

/// Moves the whole programme while nothing has been done by it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ShiftInput {
    /// The new period.
    pub period: NewPeriodInput,
    /// Why.
    pub correction: Correction,
}

/// What a new programme would take from the current one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RenewPreview {
    /// The terms in the new period.
    pub shift: ShiftPreview,
    /// The title to begin with.
    pub title: String,
    /// Events that go over, the school's own among them.
    pub events: usize,
    /// The school's own events among them.
    pub own_events: usize,
    /// Events with a person who answers for them.
    pub responsibles: usize,
    /// Events left out of the plan: they do not go over.
    pub dropped: Vec<String>,
    /// Last values that become the values to start from: «5.3 Доля педагогов… — 13 из 20 (65,0 %)».
    pub baselines: Vec<String>,
    /// What stays with the ended programme: «Отмечено исполненными: 12, документов: 9, отчётов: 3».
    pub stays: String,
    /// It can be done today; else why not.
    pub refusal: Option<String>,
}

/// What the new programme takes over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Keep {
    /// The school's wording; without it the municipal words come back.
    pub wording: bool,
    /// The school's own events and indicators.
    pub own_rows: bool,
    /// Who answers for the events.
    pub responsibles: bool,
    /// Last values as values to start from, where targets count from one.
    pub baselines: bool,
}

/// Ends the current programme and begins the next one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RenewInput {
    /// The new period.
    pub period: NewPeriodInput,
    /// Title of the new programme; empty = as in the preview.
    pub title: String,
    /// What it takes over.
    pub keep: Keep,
    /// Why, and by which order.
    pub correction: Correction,
}

/// An ended programme on its card.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PastProgram {
    /// The programme.
    pub program: Program,
    /// «1 января 2022 г. – 31 декабря 2025 г.».
    pub period: String,
    /// Occurrences done.
    pub done: usize,
    /// Occurrences that had to be done by some date.
    pub of: usize,
    /// Documents attached.
    pub documents: usize,
    /// Values of indicators.
    pub values: usize,
    /// Reports issued for its quarters.
    pub reports: usize,
}

/// An ended programme whole, for reading.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PastView {
    /// Its card.
    pub card: PastProgram,
    /// Its road map as it stood when it ended.
    pub roadmap: Roadmap,
    /// Its indicators.
    pub indicators: IndicatorSheet,
}

/// Which ended programme.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PastInput {
    /// Its id.
    pub id: Id,
}
