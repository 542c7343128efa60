//! Mentoring pairs, their programmes and meetings.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Id;
use crate::words::Words;

/// Inside the school or with another one (Ж 3.2.1, 3.2.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the labels below say it")]
pub enum TandemScope {
    Internal,
    Network,
}

impl Words for TandemScope {
    const ALL: &'static [Self] = &[Self::Internal, Self::Network];

    fn label(self) -> &'static str {
        match self {
            Self::Internal => "внутришкольный",
            Self::Network => "сетевой",
        }
    }
}

/// Where a tandem stands (domain enum `tandem_status`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the labels below say it")]
pub enum TandemStatus {
    Active,
    Completed,
    Stopped,
}

impl Words for TandemStatus {
    const ALL: &'static [Self] = &[Self::Active, Self::Completed, Self::Stopped];

    fn label(self) -> &'static str {
        match self {
            Self::Active => "Действует",
            Self::Completed => "Завершён",
            Self::Stopped => "Прекращён",
        }
    }
}

/// Why a tandem was closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the labels below say it")]
pub enum CloseReason {
    GoalReached,
    TermEnded,
    NotNeeded,
    OwnWish,
    Dismissal,
    Other,
}

impl Words for CloseReason {
    const ALL: &'static [Self] =
        &[Self::GoalReached, Self::TermEnded, Self::NotNeeded, Self::OwnWish, Self::Dismissal, Self::Other];

    fn label(self) -> &'static str {
        match self {
            Self::GoalReached => "цель достигнута",
            Self::TermEnded => "истёк срок",
            Self::NotNeeded => "нет необходимости",
            Self::OwnWish => "по желанию участника",
            Self::Dismissal => "увольнение участника",
            Self::Other => "другая причина",
        }
    }
}

impl CloseReason {
    /// The tandem came to its end rather than being broken off.
    pub fn completes(self) -> bool {
        matches!(self, Self::GoalReached | Self::TermEnded)
    }
}

/// A mentoring pair «педагог–педагог».
///
/// Table: tandem
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Tandem {
    /// UUIDv7.
    pub id: Id,
    /// Who helps; empty when the mentor works in another school.
    pub mentor_id: Option<Id>,
    /// Name of a mentor from another school, may be empty.
    pub outside_mentor: String,
    /// Who is helped.
    pub mentee_id: Id,
    /// The deficit it was made for, if any.
    pub deficit_id: Option<Id>,
    /// What they work on.
    pub topic: String,
    /// Inside the school or network.
    pub scope: TandemScope,
    /// First day.
    pub started_on: NaiveDate,
    /// Planned last day.
    pub ends_on: Option<NaiveDate>,
    /// Where it stands.
    pub status: TandemStatus,
    /// When closed.
    pub closed_on: Option<NaiveDate>,
    /// Why closed.
    pub close_reason: Option<CloseReason>,
    /// What came of it, may be empty.
    pub outcome: String,
}

/// A step of a tandem's programme.
///
/// Table: mentoring_step
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct MentoringStep {
    /// UUIDv7.
    pub id: Id,
    /// The tandem.
    pub tandem_id: Id,
    /// What to do.
    pub title: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// When done.
    pub done_on: Option<NaiveDate>,
}

/// A meeting of a tandem.
///
/// Table: mentoring_meeting
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct MentoringMeeting {
    /// UUIDv7.
    pub id: Id,
    /// The tandem.
    pub tandem_id: Id,
    /// When.
    pub date: NaiveDate,
    /// How long, minutes.
    pub minutes: Option<i64>,
    /// What was done.
    pub content: String,
    /// What came of it, may be empty.
    pub outcome: String,
}
