use super::ProgrammeCard;
use crate::{App, Result};

/// The municipal programmes that come with the program.
pub fn list(app: &mut App, _: ()) -> Result<Vec<ProgrammeCard>> {
    Err(app.unfinished("programme.list"))
}
