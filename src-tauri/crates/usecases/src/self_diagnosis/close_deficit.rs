use opora_domain::self_diagnosis::Deficit;

use super::CloseDeficitInput;
use crate::{App, Result};

/// Closes a deficit with a word on how.
pub fn close_deficit(app: &mut App, input: CloseDeficitInput) -> Result<Deficit> {
    Err(app.unfinished("self_diagnosis.close_deficit"))
}
