use super::IomView;
use crate::{App, Result};

/// Steps of routes, newest first.
pub fn iom(app: &mut App, _: ()) -> Result<Vec<IomView>> {
    Err(app.unfinished("registers.iom"))
}
