use super::{FactInput, IndicatorCell};
use crate::{App, Result};

/// Enters or replaces a fact of an open stage.
pub fn set_fact(app: &mut App, input: FactInput) -> Result<IndicatorCell> {
    Err(app.unfinished("indicator.set_fact"))
}
