//! The room from outside.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where it fails")]

mod command_line;
mod documents;
mod issued_report;
mod sign;
mod term;
mod verify;
