//! Documents of the school: passport, road map, references, orders, minutes, letters.

mod assessment_reference;
mod cards;
mod changes;
mod export;
mod head;
mod inventory;
mod list;
mod make;
mod making;
mod mentoring_report;
mod papers;
mod passport;
mod period;
mod plan;
mod preview;
mod self_diagnosis_reference;
mod stage_reference;
mod subjects;
mod teachers;
mod types;
mod write;

pub use export::export;
pub(crate) use list::card_of;
pub use list::{list, names};
pub(crate) use make::{document, title};
pub(crate) use making::making;
pub(crate) use passport::source;
pub(crate) use period::Span;
pub use preview::preview;
pub use types::*;
pub use write::write;
