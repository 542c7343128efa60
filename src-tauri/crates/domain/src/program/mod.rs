//! The school's own programme (ШППКО): what was adopted from a municipal one, and what the school made of it.

mod change;
mod correction;
mod diff;
mod line;
mod rebuild;
mod version;

pub use change::{ChangeAction, FieldChange, ProgramChange, SubjectKind};
pub use correction::Correction;
pub use diff::{LineDiff, diff};
pub use line::{Line, LineField};
pub use rebuild::{Past, Planned, Rebuilt, rebuild};
pub use version::ProgramVersion;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Id;
use crate::occurrence::{Occurrence, OccurrenceState, OccurrenceStatus};
use crate::period::Period;
use crate::programme::{EventLevel, Note};
use crate::term::{Pace, Segment, Term};
use crate::words::Words;

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
    /// The goal; may be empty.
    pub goal: String,
    /// Who answers for the programme at the school.
    pub responsible_person_id: Option<Id>,
    /// Number of the version approved last; 0 while the programme is a draft.
    pub version: i64,
    /// When it gave way to the next programme; empty for the current one.
    pub ended_on: Option<NaiveDate>,
}

/// Whether the programme has been approved by an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the labels below say it")]
pub enum ProgramStatus {
    Draft,
    Approved,
    Amended,
}

impl Words for ProgramStatus {
    const ALL: &'static [Self] = &[Self::Draft, Self::Approved, Self::Amended];

    fn label(self) -> &'static str {
        match self {
            Self::Draft => "Проект",
            Self::Approved => "Утверждена",
            Self::Amended => "Утверждена, есть неутверждённые изменения",
        }
    }
}

/// Where a row of the programme comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the labels below say it")]
pub enum Origin {
    Template,
    Own,
}

impl Words for Origin {
    const ALL: &'static [Self] = &[Self::Template, Self::Own];

    fn label(self) -> &'static str {
        match self {
            Self::Template => "Из муниципальной программы",
            Self::Own => "Добавлено школой",
        }
    }
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
    /// Where it comes from.
    pub origin: Origin,
    /// Its code in the municipal programme; empty for the school's own.
    pub template_code: Option<String>,
    /// Note of the school, may be empty.
    pub note: String,
    /// Since when it is left out of the plan («исключено»); empty while it stands.
    pub withdrawn_on: Option<NaiveDate>,
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
    /// Order within the programme.
    pub sort: i64,
    /// Where it comes from.
    pub origin: Origin,
    /// Its code in the municipal programme, the same for all parts of a split event; empty for the school's own.
    pub template_code: Option<String>,
    /// The person who answers for it at the school.
    pub responsible_person_id: Option<Id>,
    /// Note of the school, may be empty.
    pub note: String,
    /// Since when it is left out of the plan («исключено»), with its facts kept; empty while it stands.
    pub withdrawn_on: Option<NaiveDate>,
}

impl Program {
    /// The day since which the programme binds: what fell due before it is never overdue (domain.md C.0).
    pub fn binding_from(&self) -> NaiveDate {
        self.act_date.map_or(self.period_from, |act| act.max(self.period_from))
    }

    /// An order has approved some version: from then on each change needs a basis.
    pub fn is_approved(&self) -> bool {
        self.version > 0
    }

    /// How it stands, given whether anything was corrected since the last version.
    pub fn status(&self, corrected_since: bool) -> ProgramStatus {
        match (self.is_approved(), corrected_since) {
            (false, _) => ProgramStatus::Draft,
            (true, false) => ProgramStatus::Approved,
            (true, true) => ProgramStatus::Amended,
        }
    }

    /// When it is in force.
    pub fn period(&self) -> Period {
        Period { from: self.period_from, to: self.period_to }
    }
}

impl Task {
    /// It stands in the plan now.
    pub fn is_in_plan(&self) -> bool {
        self.withdrawn_on.is_none()
    }
}

impl Event {
    /// It stands in the plan now.
    pub fn is_in_plan(&self) -> bool {
        self.withdrawn_on.is_none()
    }

    /// The school has to execute it now: see [`Event::is_owed_on`].
    pub fn is_owed(&self) -> bool {
        self.is_schools() && self.is_in_plan()
    }

    /// The school had to execute it on that day: what is left out of the plan owes nothing from then on.
    pub fn is_owed_on(&self, day: NaiveDate) -> bool {
        self.is_schools() && self.withdrawn_on.is_none_or(|withdrawn| day < withdrawn)
    }

    /// A row of its own, named as the school's or as nobody's.
    /// All other rows are «для сведения / участие» and never the school's debt.
    fn is_schools(&self) -> bool {
        !self.is_group && self.level.concerns_school()
    }

    /// How an occurrence of this event stands on `today`; of what is not the school's only what it says itself.
    pub fn state_of(
        &self,
        occurrence: &Occurrence,
        today: NaiveDate,
        binding_from: NaiveDate,
    ) -> OccurrenceState {
        if self.is_owed_on(today) {
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
