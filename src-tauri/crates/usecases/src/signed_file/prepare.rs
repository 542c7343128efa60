use chrono::{DateTime, FixedOffset};

use super::request;
use crate::Result;

/// A PDF that waits for the signature of another program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prepared {
    /// The PDF with a place left for the signature.
    pub pdf: Vec<u8>,
    /// What the other program must sign, detached.
    pub to_be_signed: Vec<u8>,
}

/// Prepares a PDF for the owner of a certificate (DER or PEM).
///
/// # Errors
/// One sentence per cause: not a certificate, an unreadable PDF, a file signed before …
pub fn prepare(pdf: &[u8], certificate: &[u8], reason: &str, now: DateTime<FixedOffset>) -> Result<Prepared> {
    let pdf = opora_sign::prepare(pdf, certificate, &request(reason, now))?;
    let to_be_signed = opora_sign::to_be_signed(&pdf)?;
    Ok(Prepared { pdf, to_be_signed })
}
