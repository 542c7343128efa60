//! The room from outside.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where it fails")]

mod authoring;
mod auto_facts;
mod base;
mod comparison;
mod documents;
mod final_report;
mod hard_tables;
mod history;
mod hostile;
mod identity_card;
mod indicator;
mod issue;
mod issue_kinds;
mod issue_outside;
mod journal;
mod mentoring;
mod monitoring;
mod new_period;
mod newer_file;
mod newer_tree;
mod program;
mod program_parts;
mod program_versions;
mod programme;
mod registers;
mod report;
mod report_periods;
mod roadmap;
mod school_calendar;
mod self_diagnosis;
mod support;
mod today;
mod verifying;
