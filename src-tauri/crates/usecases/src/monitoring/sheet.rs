use super::StageSheet;
use crate::person::IdInput;
use crate::{App, Result};

/// A stage and its values.
pub fn sheet(app: &mut App, input: IdInput) -> Result<StageSheet> {
    Err(app.unfinished("monitoring.sheet"))
}
