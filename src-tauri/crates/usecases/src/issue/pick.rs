use super::PickedKey;
use crate::folder::name_of;
use crate::{App, Result};

/// A key file or a certificate is a few kilobytes.
pub(super) const MAX_KEY_BYTES: u64 = 4 * 1024 * 1024;

/// Lets the user choose a key file; nothing of it is kept but the path till the base is closed.
pub fn pick_key(app: &mut App, _: ()) -> Result<Option<PickedKey>> {
    app.read()?;
    let Some(path) = app.host.pick_file("Выберите файл ключа", &["p12", "pfx"]) else {
        return Ok(None);
    };
    let picked = PickedKey { token: app.new_id(), name: name_of(&path), about: String::new() };
    app.picked.insert(picked.token.clone(), path);
    Ok(Some(picked))
}
