//! «Согласие на обработку персональных данных» as data: a document of its own (152-ФЗ, ст. 9, as of 01.09.2025).

use serde::{Deserialize, Serialize};

use super::Head;

/// The version of this form.
pub const SCHEMA: &str = "opora.consent/1";

/// A teacher's consent, to be signed with a pen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Consent {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// Who asks for it, about which programme.
    pub head: Head,
    /// Full name; empty for a blank.
    pub fio: String,
    /// Post; empty for a blank.
    pub post: String,
}
