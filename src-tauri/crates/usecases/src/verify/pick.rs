use super::VerifyView;
use crate::{App, Result};

/// Lets the user choose a PDF and judges it.
pub fn pick(app: &mut App, _: ()) -> Result<Option<VerifyView>> {
    Err(app.unfinished("verify.pick"))
}
