//! Issuing a document: who signs it and how, its number and date, and its place in the journal.
//!
//! All marks are drawn first. Keys that are at hand sign at once, so that no password outlives the call; other programs
//! sign last. A document whose signatures are not all in is kept as pending: nothing of it leaves the program but the
//! bytes to be signed.

mod answer;
mod cancel;
mod certificate;
mod check;
mod draw;
mod keep;
mod number;
mod offer;
mod pending;
mod pick;
mod request;
mod run;
mod seal;
mod sign;
mod signer;
mod types;

pub use answer::read_answer;
pub use cancel::cancel;
pub use certificate::pick_certificate;
pub(crate) use number::next as next_number;
pub use offer::offer;
pub use pending::pending;
pub use pick::pick_key;
pub use request::write_request;
pub use run::{command_state, run_command, stop_command};
pub use sign::sign;
pub use types::*;
