//! The room from outside.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where it fails")]

mod archive;
mod files;
mod run;
mod tables;
