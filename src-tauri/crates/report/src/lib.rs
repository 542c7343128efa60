//! What a document says, and how it looks on paper.
//!
//! [`build`] turns a snapshot into a [`document::Document`]; [`pdf`] draws it as PDF/A-3a.
//! Same document, same bytes: no clock, no randomness, fonts are compiled in.

pub mod build;
pub mod document;
pub mod pdf;
