use super::Status;
use crate::{App, Result};

/// Goes back from the demonstration to the real school.
pub fn leave_demo(app: &mut App, _: ()) -> Result<Status> {
    Err(app.unfinished("base.leave_demo"))
}
