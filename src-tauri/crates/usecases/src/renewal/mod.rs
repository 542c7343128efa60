//! A programme in a new period: moved while nothing has been done by it, else ended and begun anew.

mod types;

pub use types::*;
