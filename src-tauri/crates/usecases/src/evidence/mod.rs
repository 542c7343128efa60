//! Supporting documents over a period.

mod gather;
mod list;
mod types;

pub(crate) use gather::gather;
pub use list::list;
pub use types::*;
