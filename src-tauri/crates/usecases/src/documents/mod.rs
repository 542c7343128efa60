//! Documents of the school: passport, road map, references, orders, minutes, letters.

mod assessment_reference;
mod cards;
mod changes;
mod export;
mod forms;
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
pub(crate) use head::head;
pub(crate) use list::card_of;
pub use list::{list, names};
pub(crate) use make::{document, program_of, title};
pub(crate) use making::making;
pub(crate) use passport::{expected, source};
pub(crate) use period::Span;
pub use preview::preview;
pub(crate) use self_diagnosis_reference::first_and_last;
pub use types::*;
pub use write::write;
