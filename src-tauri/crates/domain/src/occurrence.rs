//! What is due: dated occurrences of the programme's events.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Id;
use crate::words::Words;

/// How many days before the due date an occurrence is called «скоро».
pub const SOON_DAYS: u64 = 14;

/// What the user says of an occurrence (domain enum `event_status`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the labels below say it")]
pub enum OccurrenceStatus {
    Planned,
    InProgress,
    Done,
    Partial,
    Postponed,
    Cancelled,
    NotApplicable,
}

impl Words for OccurrenceStatus {
    const ALL: &'static [Self] = &[
        Self::Planned,
        Self::InProgress,
        Self::Done,
        Self::Partial,
        Self::Postponed,
        Self::Cancelled,
        Self::NotApplicable,
    ];

    fn label(self) -> &'static str {
        match self {
            Self::Planned => "Запланировано",
            Self::InProgress => "В работе",
            Self::Done => "Исполнено",
            Self::Partial => "Исполнено частично",
            Self::Postponed => "Перенесено",
            Self::Cancelled => "Отменено",
            Self::NotApplicable => "Не относится к школе",
        }
    }
}

/// How an occurrence stands today: the status joined with the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the labels below say it")]
pub enum OccurrenceState {
    Overdue,
    Soon,
    Running,
    Planned,
    InProgress,
    Partial,
    Done,
    Postponed,
    Cancelled,
    NotApplicable,
    Continuous,
    BeforeAct,
    Undated,
}

impl Words for OccurrenceState {
    const ALL: &'static [Self] = &[
        Self::Overdue,
        Self::Soon,
        Self::Running,
        Self::Planned,
        Self::InProgress,
        Self::Partial,
        Self::Done,
        Self::Postponed,
        Self::Cancelled,
        Self::NotApplicable,
        Self::Continuous,
        Self::BeforeAct,
        Self::Undated,
    ];

    fn label(self) -> &'static str {
        match self {
            Self::Overdue => "Просрочено",
            Self::Soon => "Скоро срок",
            Self::Running => "Идёт",
            Self::Planned => "Запланировано",
            Self::InProgress => "В работе",
            Self::Partial => "Исполнено частично",
            Self::Done => "Исполнено",
            Self::Postponed => "Перенесено",
            Self::Cancelled => "Отменено",
            Self::NotApplicable => "Не относится к школе",
            Self::Continuous => "Исполняется постоянно",
            Self::BeforeAct => "До утверждения",
            Self::Undated => "Срок не задан",
        }
    }
}

impl OccurrenceState {
    /// «Скоро срок» and «Идёт» speak to the one who works; a reader of a paper needs to know that the term holds.
    pub fn on_paper(self) -> &'static str {
        match self {
            Self::Soon | Self::Running | Self::Planned => "Срок не истёк",
            other => other.label(),
        }
    }

    /// From what burns to what asks for nothing.
    const WORST_FIRST: [Self; 13] = [
        Self::Overdue,
        Self::Soon,
        Self::Undated,
        Self::InProgress,
        Self::Partial,
        Self::Postponed,
        Self::Running,
        Self::Planned,
        Self::Continuous,
        Self::Done,
        Self::BeforeAct,
        Self::NotApplicable,
        Self::Cancelled,
    ];

    /// The state that speaks for all of them; none of none.
    pub fn worst(states: impl IntoIterator<Item = Self>) -> Option<Self> {
        states.into_iter().min_by_key(|state| Self::WORST_FIRST.iter().position(|known| known == state))
    }
}

/// One dated (or still undated) execution of an event.
///
/// Table: occurrence
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Occurrence {
    /// UUIDv7.
    pub id: Id,
    /// The event of the road map.
    pub event_id: Id,
    /// First day of the window; empty while the term is not known.
    pub window_from: Option<NaiveDate>,
    /// Last day of the window.
    pub window_to: Option<NaiveDate>,
    /// Day after which it is overdue; empty for continuous work.
    pub due: Option<NaiveDate>,
    /// Monitoring stage named in the term, if any.
    pub stage: Option<String>,
    /// What the user says.
    pub status: OccurrenceStatus,
    /// When it was done.
    pub done_on: Option<NaiveDate>,
    /// What came of it, may be empty.
    pub result: String,
    /// Why postponed, cancelled, or done without a document; may be empty.
    pub reason: String,
}

impl Occurrence {
    /// The state on `today`; occurrences due before `act_date` are never overdue (domain.md C.0).
    pub fn state(&self, today: NaiveDate, act_date: Option<NaiveDate>) -> OccurrenceState {
        match self.status {
            OccurrenceStatus::Done => OccurrenceState::Done,
            OccurrenceStatus::Cancelled => OccurrenceState::Cancelled,
            OccurrenceStatus::NotApplicable => OccurrenceState::NotApplicable,
            _ if self.before(act_date) => OccurrenceState::BeforeAct,
            _ if self.due.is_some_and(|due| due < today) => OccurrenceState::Overdue,
            _ if self.due.is_some_and(|due| due <= today + Days::new(SOON_DAYS)) => OccurrenceState::Soon,
            OccurrenceStatus::Postponed => OccurrenceState::Postponed,
            OccurrenceStatus::Partial => OccurrenceState::Partial,
            OccurrenceStatus::InProgress => OccurrenceState::InProgress,
            OccurrenceStatus::Planned => self.calendar_state(today),
        }
    }

    /// Nothing more is expected of the user.
    pub fn is_closed(&self) -> bool {
        matches!(
            self.status,
            OccurrenceStatus::Done | OccurrenceStatus::Cancelled | OccurrenceStatus::NotApplicable
        )
    }

    /// It is to be done by some date: counted among what the school owes, done or not.
    ///
    /// Continuous work has no date, and what was called off or fell due before the act is owed no more.
    pub fn counts(&self, state: OccurrenceState) -> bool {
        let dated = self.due.is_some() || self.window_from.is_none();
        let called_off = matches!(
            state,
            OccurrenceState::Cancelled | OccurrenceState::NotApplicable | OccurrenceState::BeforeAct
        );
        dated && !called_off
    }

    fn before(&self, act_date: Option<NaiveDate>) -> bool {
        matches!((self.due, act_date), (Some(due), Some(act)) if due < act)
    }

    fn calendar_state(&self, today: NaiveDate) -> OccurrenceState {
        let Some(from) = self.window_from else { return OccurrenceState::Undated };
        if self.due.is_none() {
            return OccurrenceState::Continuous;
        }
        if from <= today { OccurrenceState::Running } else { OccurrenceState::Planned }
    }
}
