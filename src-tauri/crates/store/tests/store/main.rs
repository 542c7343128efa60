//! The store from outside, on real files.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod backup;
mod damage;
mod migration;
mod opening;
mod records;
mod schema;
mod secrecy;
mod support;
mod transact;
mod undo;
