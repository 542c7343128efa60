//! What is true about a school's quality programme: nouns and rules.
//!
//! Pure: no files, no clock, no randomness, no SQL, no window. `today` and ids are arguments.

pub mod authoring;
pub mod auto;
pub mod evidence;
pub mod identity;
pub mod indicator;
pub mod instrument;
pub mod issued_report;
pub mod low_results;
pub mod mentoring;
pub mod monitoring;
pub mod occurrence;
pub mod paper;
pub mod period;
pub mod person;
pub mod program;
pub mod programme;
pub mod registers;
pub mod report;
pub mod school;
pub mod self_diagnosis;
pub mod target;
pub mod term;
pub mod words;

/// UUIDv7 as text, made in `usecases`.
pub type Id = String;
