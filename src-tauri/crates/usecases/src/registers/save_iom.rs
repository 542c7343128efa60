use opora_domain::registers::IomStep;

use super::IomInput;
use crate::{App, Result};

/// Adds or changes a step.
pub fn save_iom(app: &mut App, input: IomInput) -> Result<IomStep> {
    Err(app.unfinished("registers.save_iom"))
}
