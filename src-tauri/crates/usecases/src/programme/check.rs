use std::path::Path;

use opora_domain::programme::{MAX_BYTES, Problem, Programme};
use opora_exchange::ExchangeError;

use crate::Result;

/// What there is to say of a programme file: it is read, or these are its faults.
pub type Checked = std::result::Result<Programme, Vec<Problem>>;

/// Checks a programme file without taking it in.
///
/// # Errors
/// `NotFound`, `ReadOnly`, `Invalid`: the file cannot be opened at all.
pub fn check_file(path: &Path) -> Result<Checked> {
    match opora_exchange::read_file(path, MAX_BYTES as u64) {
        Ok(bytes) => Ok(Programme::read(&bytes)),
        Err(ExchangeError::TooBig { bytes, .. }) => Ok(Err(vec![Programme::too_big(bytes)])),
        Err(error) => Err(error.into()),
    }
}

/// The blank of a school's own programme.
pub fn blank() -> &'static Programme {
    &crate::assets::OWN_PROGRAMME
}
