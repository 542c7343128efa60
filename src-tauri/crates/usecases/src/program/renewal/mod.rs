//! The programme in a new period: moved while nothing has been done by it, else ended and begun anew.

mod base;
mod facts;
mod next;
mod offer;
mod past;
pub(crate) mod preview;
mod renew;
mod shift;
mod source;
mod types;

pub(crate) use shift::record as stage_record;

pub use offer::offer;
pub use past::{past, past_view};
pub use renew::{renew, renew_preview};
pub use shift::{shift, shift_preview};
pub use types::*;
