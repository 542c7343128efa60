use super::{RestoreInput, Status};
use crate::{App, Result};

/// Brings a chosen copy back in place of the present file.
pub fn restore(app: &mut App, input: RestoreInput) -> Result<Option<Status>> {
    Err(app.unfinished("base.restore"))
}
