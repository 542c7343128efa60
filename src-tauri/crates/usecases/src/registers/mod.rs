//! Meetings of the working group, individual routes and courses, assessment results.

mod assessments;
mod delete_assessment;
mod delete_iom;
mod delete_meeting;
mod iom;
mod meetings;
mod save_assessment;
mod save_iom;
mod save_meeting;

use chrono::NaiveDate;
use opora_domain::Id;
use opora_domain::person::Subject;
use opora_domain::registers::{AssessmentKind, IomForm, IomStep, Resolution};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use assessments::assessments;
pub use delete_assessment::delete_assessment;
pub use delete_iom::delete_iom;
pub use delete_meeting::delete_meeting;
pub use iom::iom;
pub use meetings::meetings;
pub use save_assessment::save_assessment;
pub use save_iom::save_iom;
pub use save_meeting::save_meeting;

/// A meeting as entered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct GroupMeetingInput {
    /// Empty for a new one.
    pub id: Option<Id>,
    /// Number of the protocol.
    pub number: String,
    /// When.
    pub date: NaiveDate,
    /// Agenda.
    pub agenda: String,
    /// How many were present.
    pub present: Option<i64>,
    /// What was decided, a line each; read only when `resolutions` is empty.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub decisions: String,
    /// Who presided.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub chair: String,
    /// Who kept the minutes.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub secretary: String,
    /// Who was present, a name a line or between commas.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub attended: String,
    /// Who was heard about what, a line each.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub heard: String,
    /// Who spoke, a line each.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub spoke: String,
    /// What was decided, with who answers and by when.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<Resolution>>")]
    pub resolutions: Vec<Resolution>,
}

/// A step of a route as entered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IomInput {
    /// Empty for a new one.
    pub id: Option<Id>,
    /// Whose.
    pub person_id: Id,
    /// Which deficit it closes.
    pub deficit_id: Option<Id>,
    /// Form.
    pub form: IomForm,
    /// Title.
    pub title: String,
    /// Who teaches.
    pub provider: String,
    /// Hours.
    pub hours: Option<i64>,
    /// First day.
    pub started_on: NaiveDate,
    /// By when.
    pub due: Option<NaiveDate>,
    /// When finished.
    pub done_on: Option<NaiveDate>,
    /// Number of the certificate.
    pub document: String,
    /// When put into practice.
    pub introduced_on: Option<NaiveDate>,
}

/// A step with its owner.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IomView {
    /// The step.
    pub step: IomStep,
    /// Whose.
    pub fio: String,
    /// Form in words.
    pub form_label: String,
    /// Topic of the deficit; may be empty.
    pub topic: String,
}

/// A result as entered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct AssessmentInput {
    /// Empty for a new one.
    pub id: Option<Id>,
    /// Kind.
    pub kind: AssessmentKind,
    /// Subject.
    pub subject: Subject,
    /// Grade 1…11.
    pub grade: i64,
    /// When.
    pub date: NaiveDate,
    /// Took part.
    pub participants: i64,
    /// Got «2» or below the minimum.
    pub failed: i64,
    /// Got «4» or «5».
    pub good: i64,
    /// The figure of the region, as it was told.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub region: String,
}
