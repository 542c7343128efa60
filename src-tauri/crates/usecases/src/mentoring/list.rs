use super::TandemView;
use crate::{App, Result};

/// All tandems, active first.
pub fn list(app: &mut App, _: ()) -> Result<Vec<TandemView>> {
    Err(app.unfinished("mentoring.list"))
}
