//! The school's own programme (ШППКО): what was adopted from a municipal one.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Id;
use crate::occurrence::{Occurrence, OccurrenceState, OccurrenceStatus};
use crate::programme::{EventLevel, Note};
use crate::term::{Pace, Segment, Term};

/// The adopted programme.
///
/// Table: program
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Program {
    /// UUIDv7.
    pub id: Id,
    /// Id of the municipal programme file.
    pub template_id: String,
    /// Version of that file.
    pub template_version: i64,
    /// SHA-256 of that file, lower hex.
    pub template_sha256: String,
    /// Title.
    pub title: String,
    /// District or town.
    pub territory: String,
    /// The act in words: «приказ Управления образования от 05.05.2022 № 58»; may be empty.
    pub act: String,
    /// Date of the act: what was due before it is never overdue.
    pub act_date: Option<NaiveDate>,
    /// First day.
    pub period_from: NaiveDate,
    /// Last day; empty for an open-ended programme.
    pub period_to: Option<NaiveDate>,
    /// When the school adopted it.
    pub adopted_on: NaiveDate,
    /// Irregularities of the municipal text. Json column.
    pub notes: Vec<Note>,
}

/// A task or direction under which events and indicators stand.
///
/// Table: task
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Task {
    /// UUIDv7.
    pub id: Id,
    /// The programme.
    pub program_id: Id,
    /// Code in the programme.
    pub code: String,
    /// Title.
    pub title: String,
    /// Order.
    pub sort: i64,
}

/// An event of the road map.
///
/// Table: event
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Event {
    /// UUIDv7.
    pub id: Id,
    /// The programme.
    pub program_id: Id,
    /// The task or direction it stands under.
    pub task_id: Id,
    /// The group row above it (Жигалово's tree).
    pub parent_id: Option<Id>,
    /// Code in the programme, «5.10».
    pub code: String,
    /// Title.
    pub title: String,
    /// Planned result, may be empty.
    pub result: String,
    /// Documents demanded as proof, may be empty.
    pub evidence_required: String,
    /// Responsible as written, may be empty.
    pub responsible: String,
    /// Whose event it is.
    pub level: EventLevel,
    /// The term, raw and formal. Json column.
    pub term: Term,
    /// A heading row without execution of its own.
    pub is_group: bool,
    /// Order.
    pub sort: i64,
}

impl Program {
    /// The day since which the programme binds: what fell due before it is never overdue (domain.md C.0).
    pub fn binding_from(&self) -> NaiveDate {
        self.act_date.map_or(self.period_from, |act| act.max(self.period_from))
    }
}

impl Event {
    /// The school has to execute it: a row of its own, named as the school's or as nobody's.
    /// All other rows are «для сведения / участие» and never its debt.
    pub fn is_owed(&self) -> bool {
        !self.is_group && self.level.concerns_school()
    }

    /// How an occurrence of this event stands on `today`; of what is not the school's only what it says itself.
    pub fn state_of(
        &self,
        occurrence: &Occurrence,
        today: NaiveDate,
        binding_from: NaiveDate,
    ) -> OccurrenceState {
        if self.is_owed() {
            return occurrence.state(today, Some(binding_from));
        }
        match occurrence.status {
            OccurrenceStatus::Planned | OccurrenceStatus::NotApplicable => OccurrenceState::NotApplicable,
            OccurrenceStatus::InProgress => OccurrenceState::InProgress,
            OccurrenceStatus::Done => OccurrenceState::Done,
            OccurrenceStatus::Partial => OccurrenceState::Partial,
            OccurrenceStatus::Postponed => OccurrenceState::Postponed,
            OccurrenceStatus::Cancelled => OccurrenceState::Cancelled,
        }
    }

    /// The user may open further occurrences: the term leaves dates to her or says «не реже».
    pub fn takes_more(&self) -> bool {
        let open = |segment: &Segment| match segment {
            Segment::Every { pace, .. } => matches!(pace, Pace::AtLeast(_)),
            Segment::OnDemand { .. } => true,
            _ => waits_for_date(segment),
        };
        !self.is_group && self.term.segments.iter().any(open)
    }

    /// The plan names no day at all: every date of it is the user's.
    pub fn is_undated(&self) -> bool {
        let own = |segment: &Segment| matches!(segment, Segment::OnDemand { .. }) || waits_for_date(segment);
        self.term.segments.iter().all(own)
    }
}

fn waits_for_date(segment: &Segment) -> bool {
    matches!(segment, Segment::ByPlan { .. } | Segment::After { .. } | Segment::Unspecified)
}
