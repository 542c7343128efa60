use super::Overview;
use crate::{App, Result};

/// Coverage, teachers, deficits.
pub fn overview(app: &mut App, _: ()) -> Result<Overview> {
    Err(app.unfinished("self_diagnosis.overview"))
}
