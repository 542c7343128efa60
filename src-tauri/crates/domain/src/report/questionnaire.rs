//! «Бланк анкеты» as data: a questionnaire to be printed and filled in with a pen.

use serde::{Deserialize, Serialize};

use super::Head;
use crate::instrument::Instrument;

/// The version of this form.
pub const SCHEMA: &str = "opora.questionnaire/1";

/// A questionnaire on paper.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Questionnaire {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// Who gives it out, about which programme.
    pub head: Head,
    /// What is asked.
    pub instrument: Instrument,
}
