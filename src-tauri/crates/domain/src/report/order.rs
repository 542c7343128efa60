//! Draft orders («проекты приказов») as data. They stay in the school: teachers are named.

use serde::{Deserialize, Serialize};

use super::Head;

/// The version of this form.
pub const SCHEMA: &str = "opora.order/1";

/// A draft order; number and date are left to the pen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Order {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// Who made it, about which programme.
    pub head: Head,
    /// «Об утверждении …».
    pub about: String,
    /// Why: up to the word «ПРИКАЗЫВАЮ».
    pub preamble: String,
    /// Points, without the last one on control.
    pub points: Vec<String>,
    /// A table that an appendix holds, if any.
    pub appendix: Option<Appendix>,
    /// Who signs that they have read it: «Е. В. Ёлкина»; empty leaves lines.
    pub acquainted: Vec<String>,
}

/// The appendix of an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appendix {
    /// Title.
    pub title: String,
    /// Headers of the columns.
    pub columns: Vec<String>,
    /// Rows, a cell for each column.
    pub rows: Vec<Vec<String>>,
}
