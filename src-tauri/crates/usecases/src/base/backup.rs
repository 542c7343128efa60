use super::BackupView;
use crate::{App, Result};

/// Writes a verified copy to a chosen folder.
pub fn backup(app: &mut App, _: ()) -> Result<Option<BackupView>> {
    Err(app.unfinished("base.backup"))
}
