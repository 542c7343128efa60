use super::StageView;
use crate::{App, Result};

/// The stages of the programme.
pub fn list(app: &mut App, _: ()) -> Result<Vec<StageView>> {
    Err(app.unfinished("monitoring.list"))
}
