use super::{Status, files};
use crate::{App, Result};

/// Tells whether a school is open; opens it when no password guards it.
///
/// # Errors
/// What keeps the file from opening: `InUse`, `NewerBase`, `Damaged`.
pub fn status(app: &mut App, _: ()) -> Result<Status> {
    files::wake(app)?;
    files::status(app)
}
