//! Supporting documents over a period.
//!
//! `evidence.list EvidenceListInput → EvidenceListView`.

mod types;

pub use types::*;
