use super::CheckView;
use crate::{App, Result};

/// Checks the whole file.
pub fn check(app: &mut App, _: ()) -> Result<CheckView> {
    Err(app.unfinished("base.check"))
}
