//! Mentoring pairs.

mod candidates;
mod close;
mod create;
mod delete_meeting;
mod delete_step;
mod list;
mod records;
mod save_meeting;
mod save_step;
mod suggest_steps;

use chrono::NaiveDate;
use opora_domain::Id;
use opora_domain::mentoring::{CloseReason, MentoringMeeting, MentoringStep, Tandem, TandemScope};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use candidates::candidates;
pub use close::close;
pub use create::create;
pub use delete_meeting::delete_meeting;
pub use delete_step::delete_step;
pub use list::list;
pub use save_meeting::save_meeting;
pub use save_step::save_step;
pub use suggest_steps::suggest_steps;

/// A tandem with its programme and meetings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct TandemView {
    /// The tandem.
    pub tandem: Tandem,
    /// Mentor's name.
    pub mentor: String,
    /// Mentee's name.
    pub mentee: String,
    /// The programme.
    pub steps: Vec<MentoringStep>,
    /// Meetings, newest first.
    pub meetings: Vec<MentoringMeeting>,
    /// Status in words.
    pub status_label: String,
    /// Scope in words.
    pub scope_label: String,
    /// Reason in words; empty while open.
    pub close_reason_label: String,
    /// Days since the last meeting or the start, while active.
    pub quiet_days: Option<i64>,
}

/// A teacher who could help.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Candidate {
    /// The teacher.
    pub person_id: Id,
    /// Name.
    pub fio: String,
    /// Why, in words.
    pub reason: String,
    /// Tandems she already leads.
    pub active_tandems: usize,
    /// The questionnaire shows strength in this topic and she agreed to help.
    pub strong: bool,
}

/// For which deficit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DeficitInput {
    /// The deficit.
    pub deficit_id: Id,
}

/// A new tandem.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct TandemInput {
    /// The deficit it is made for.
    pub deficit_id: Option<Id>,
    /// A teacher of the school.
    pub mentor_id: Option<Id>,
    /// Or a name from another school.
    pub outside_mentor: String,
    /// Who is helped.
    pub mentee_id: Id,
    /// Topic.
    pub topic: String,
    /// Inside or network.
    pub scope: TandemScope,
    /// Empty = today.
    pub started_on: Option<NaiveDate>,
    /// Planned end.
    pub ends_on: Option<NaiveDate>,
    /// The programme.
    pub steps: Vec<StepDraft>,
}

/// A step of a new programme.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct StepDraft {
    /// What to do.
    pub title: String,
    /// By when.
    pub due: Option<NaiveDate>,
}

/// A step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct StepInput {
    /// Empty for a new one.
    pub id: Option<Id>,
    /// The tandem.
    pub tandem_id: Id,
    /// What to do.
    pub title: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// When done.
    pub done_on: Option<NaiveDate>,
}

/// A meeting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct MeetingInput {
    /// Empty for a new one.
    pub id: Option<Id>,
    /// The tandem.
    pub tandem_id: Id,
    /// When.
    pub date: NaiveDate,
    /// How long.
    pub minutes: Option<i64>,
    /// What was done.
    pub content: String,
    /// What came of it.
    pub outcome: String,
}

/// The end of a tandem.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CloseInput {
    /// The tandem.
    pub id: Id,
    /// Why.
    pub reason: CloseReason,
    /// Empty = today.
    pub date: Option<NaiveDate>,
    /// What came of it.
    pub outcome: String,
    /// Close the deficit too.
    pub close_deficit: bool,
}
