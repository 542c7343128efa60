//! What a user can do with «Опора»: a folder a noun, a file a verb.
//!
//! The only opener of transactions. What is deliberately not here: SQL (`store`), rules (`domain`),
//! looks (`report`), windows (the shell).

pub mod api;
mod app;
mod assets;
pub mod authoring;
pub mod base;
mod canonical;
mod current;
mod dates;
mod demo;
pub mod documents;
mod error;
pub mod evidence;
mod folder;
pub mod history;
mod host;
pub mod identity;
pub mod indicator;
pub mod issue;
pub mod journal;
pub mod mentoring;
pub mod monitoring;
mod occurrences;
mod ops;
pub mod person;
pub mod program;
pub mod programme;
pub mod registers;
pub mod report;
pub mod roadmap;
mod running;
pub mod school;
pub mod self_diagnosis;
pub mod signed_file;
pub mod term;
pub mod today;
pub mod verify;
mod wording;

pub use app::App;
pub use error::{ApiError, Code, Detail, Problems, Result};
pub use host::{Host, PlainHost};
pub use opora_exchange::write_file;
