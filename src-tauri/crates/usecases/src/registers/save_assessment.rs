use opora_domain::registers::Assessment;

use super::AssessmentInput;
use crate::{App, Result};

/// Adds or changes a result.
pub fn save_assessment(app: &mut App, input: AssessmentInput) -> Result<Assessment> {
    Err(app.unfinished("registers.save_assessment"))
}
