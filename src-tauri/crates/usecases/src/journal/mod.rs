//! What was issued: found again, looked at, handed over, and what lies beside it.
//!
//! An issued document itself is never changed here: everything is added beside it.

mod copies;
mod delete_dispatch;
mod delete_file;
mod detached;
mod dispatch;
mod entry;
mod export;
mod file;
mod index;
mod kept;
mod list;
mod package;
mod pdf;
mod scan;
mod stamp;
mod types;

pub use delete_dispatch::delete_dispatch;
pub use delete_file::delete_file;
pub use detached::{read_detached, sign_detached};
pub use dispatch::{record_dispatch, save_dispatch};
pub(crate) use entry::entry;
pub use export::{export, pick_medium};
pub use file::file;
pub(crate) use kept::body;
pub use list::list;
pub use pdf::pdf;
pub use scan::attach_scan;
pub use stamp::{read_stamp, write_stamp_request};
pub use types::*;
