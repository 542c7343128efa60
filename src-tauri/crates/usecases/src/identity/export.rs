use crate::{App, Result};

/// Writes the certificate to a chosen folder; gives the file name.
pub fn export(app: &mut App, _: ()) -> Result<Option<String>> {
    Err(app.unfinished("identity.export"))
}
