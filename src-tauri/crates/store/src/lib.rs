//! Keeps the school's data in one encrypted SQLite file: before or after, never between.
//!
//! The only SQL of the program. What is deliberately not here: words for users, rules of the trade, the clock.
//!
//! A data folder holds `opora.db` (SQLCipher), `opora.key` (the wrapped data key), `opora.lock` (one running
//! instance), `backups/` (verified copies) and `replaced/` (what a restore moved aside).

mod backup;
mod blob;
mod check;
mod connection;
mod container;
mod disk;
mod error;
mod header;
mod journal;
mod migrate;
mod reader;
mod record;
mod recovery;
mod restore;
mod store;
mod swap;
mod table;
mod thin;
mod transact;
mod tx;

pub use backup::BackupInfo;
pub use check::CheckReport;
pub use error::StoreError;
pub use header::Secret;
pub use journal::{Change, ChangeKind, JournalEntry};
pub use reader::Reader;
pub use record::Record;
pub use recovery::RecoveryCode;
pub use store::Store;
pub use transact::{By, Done, Op, Undone};
pub use tx::Tx;

/// Result of everything that touches the file.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;
