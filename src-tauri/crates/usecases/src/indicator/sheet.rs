use super::IndicatorSheet;
use crate::{App, Result};

/// All indicators with targets, facts and states.
pub fn sheet(app: &mut App, _: ()) -> Result<IndicatorSheet> {
    Err(app.unfinished("indicator.sheet"))
}
