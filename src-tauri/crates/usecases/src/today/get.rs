use super::Today;
use crate::{App, Result};

/// Puts the first screen together.
pub fn get(app: &mut App, _: ()) -> Result<Today> {
    Err(app.unfinished("today.get"))
}
