use super::{DemoInput, Status};
use crate::{App, Result};

/// Opens a demonstration school in a file of its own.
pub fn demo(app: &mut App, input: DemoInput) -> Result<Status> {
    Err(app.unfinished("base.demo"))
}
