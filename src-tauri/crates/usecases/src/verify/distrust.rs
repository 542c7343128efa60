use crate::person::IdInput;
use crate::{App, Result};

/// Takes the trust back.
pub fn distrust(app: &mut App, input: IdInput) -> Result<()> {
    Err(app.unfinished("verify.distrust"))
}
