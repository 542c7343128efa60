use super::{FactInput, IndicatorCell};
use crate::{App, Result};

/// Records a correction of a closed stage beside its frozen snapshot.
pub fn correct_fact(app: &mut App, input: FactInput) -> Result<IndicatorCell> {
    Err(app.unfinished("indicator.correct_fact"))
}
