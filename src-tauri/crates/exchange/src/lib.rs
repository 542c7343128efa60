//! Files in and out of the program, whole or not at all.
//!
//! What is deliberately not here: what the files mean, and words for users.

mod archive;
mod error;
mod name;
mod read;
mod run;
mod table;
mod write;

pub use archive::{Entry, zip_files};
pub use error::ExchangeError;
pub use name::{distinct_names, safe_name};
pub use read::read_file;
pub use run::{Job, RunError, run_program};
pub use table::{MAX_TABLE_BYTES, TABLE_EXTENSIONS, TableError, read_pasted, read_table};
pub use write::{Written, write_file};
