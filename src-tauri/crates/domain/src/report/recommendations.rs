//! «Адресные рекомендации» as data. Names a teacher only on a sheet that stays in the school.

use serde::{Deserialize, Serialize};

use super::Head;

/// The version of this form.
pub const SCHEMA: &str = "opora.recommendations/1";

/// What to do about what was found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Recommendations {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// Who made it, about which programme.
    pub head: Head,
    /// To whom: «педагогу Ким Л. А.», «школьному методическому объединению …», «школе».
    pub addressee: String,
    /// Full name of the teacher who signs that she has read it; empty for others.
    pub teacher: String,
    /// Rows.
    pub rows: Vec<RecommendationRow>,
}

/// One finding and what follows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecommendationRow {
    /// What was found.
    pub finding: String,
    /// What to do.
    pub action: String,
    /// Who helps.
    pub helper: String,
    /// By when, in words; empty is left to the pen.
    pub term: String,
    /// How it is checked.
    pub check: String,
}
