use super::Roadmap;
use crate::{App, Result};

/// The whole road map as it stands today.
pub fn get(app: &mut App, _: ()) -> Result<Roadmap> {
    Err(app.unfinished("roadmap.get"))
}
