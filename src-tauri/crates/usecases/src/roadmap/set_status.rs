use super::{OccurrenceView, StatusInput};
use crate::{App, Result};

/// Puts an occurrence into work, postpones or cancels it, or takes «done» back.
pub fn set_status(app: &mut App, input: StatusInput) -> Result<OccurrenceView> {
    Err(app.unfinished("roadmap.set_status"))
}
