//! The room from outside.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where it fails")]

mod authoring_levels;
mod auto;
mod common;
mod compare;
mod final_report;
mod instruments;
mod low_results;
mod period;
mod programme_files;
mod programme_schema;
mod programmes;
mod reports;
mod seeds;
mod shift;
mod staff;
mod target_arithmetic;
mod target_texts;
mod targets;
mod term;
mod term_chaos;
mod term_texts;
mod terms;
