use super::PickedFile;
use crate::{App, Result};

/// Lets the user choose a file to attach.
pub fn pick_file(app: &mut App, _: ()) -> Result<Option<PickedFile>> {
    Err(app.unfinished("roadmap.pick_file"))
}
