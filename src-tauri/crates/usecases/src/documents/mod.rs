//! Documents of the programme that need no signature: passport, road map, corrections, inventory.

mod changes;
mod export;
mod head;
mod inventory;
mod list;
mod make;
mod passport;
mod period;
mod plan;
mod preview;
mod types;
mod write;

pub(crate) use passport::source;
pub use export::export;
pub use list::list;
pub(crate) use make::document;
pub(crate) use period::Span;
pub use preview::preview;
pub use types::*;
pub use write::write;
