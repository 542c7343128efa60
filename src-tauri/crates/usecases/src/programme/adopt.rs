use opora_domain::program::Program;

use super::AdoptInput;
use crate::{App, Result};

/// Makes the school's programme out of a municipal one.
pub fn adopt(app: &mut App, input: AdoptInput) -> Result<Program> {
    Err(app.unfinished("programme.adopt"))
}
