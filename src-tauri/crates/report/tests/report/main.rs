//! The room from outside.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where it fails")]

mod blocks;
mod common;
mod documents;
mod forms;
mod layout;
mod office;
mod paging;
mod quarterly;
mod term;
