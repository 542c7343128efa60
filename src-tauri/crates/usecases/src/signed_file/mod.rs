//! Signing files that lie outside the base: for scripts and for keys that are never given to the program.
//!
//! Bytes in, bytes out; every result has passed our own verifier. The signature is not drawn: no mark is put on pages
//! that somebody else has laid out.

mod embed;
mod prepare;
mod sign;
mod stamp;

use chrono::{DateTime, FixedOffset};
use opora_sign::SignRequest;

pub use embed::embed;
pub use prepare::{Prepared, prepare};
pub use sign::{sign, sign_detached};
pub use stamp::{stamp, stamp_request};

/// The field of the only signature.
const FIELD: &str = "Signature1";

fn request(reason: &str, signed_at: DateTime<FixedOffset>) -> SignRequest<'_> {
    SignRequest { signed_at, reason, location: "", field_name: FIELD, page: 0, rect: [0.0; 4], also: &[] }
}
