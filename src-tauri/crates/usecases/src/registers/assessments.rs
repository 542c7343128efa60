use opora_domain::registers::Assessment;

use crate::{App, Result};

/// Results, newest first.
pub fn assessments(app: &mut App, _: ()) -> Result<Vec<Assessment>> {
    Err(app.unfinished("registers.assessments"))
}
