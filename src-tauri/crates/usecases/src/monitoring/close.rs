use super::StageView;
use crate::person::IdInput;
use crate::{App, Result};

/// Freezes a stage for good.
pub fn close(app: &mut App, input: IdInput) -> Result<StageView> {
    Err(app.unfinished("monitoring.close"))
}
