//! What a document says, and how it looks on paper.
//!
//! [`build`] turns a snapshot into a [`document::Document`]; [`pdf`] draws it as PDF/A-3a, [`docx`] writes it
//! for editing, [`xlsx`] for counting: the three say the same.
//! Same document, same bytes: no clock, no randomness, fonts are compiled in.

pub mod build;
mod clean;
pub mod document;
pub mod docx;
mod error;
pub mod pdf;
pub mod xlsx;

pub use error::ReportError;
