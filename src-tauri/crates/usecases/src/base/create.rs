use super::{CreateInput, RecoveryView};
use crate::{App, Result};

/// Creates the school and its encrypted file.
pub fn create(app: &mut App, input: CreateInput) -> Result<RecoveryView> {
    Err(app.unfinished("base.create"))
}
