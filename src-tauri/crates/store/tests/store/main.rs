//! The store from outside, on real files.

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
