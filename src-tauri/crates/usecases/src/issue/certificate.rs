use opora_exchange::read_file;
use opora_sign::read_certificate;

use super::PickedKey;
use super::pick::MAX_KEY_BYTES;
use crate::folder::name_of;
use crate::{App, Result, identity};

/// Lets the user choose the certificate by which another program will sign.
///
/// # Errors
/// When the file holds no certificate.
pub fn pick_certificate(app: &mut App, _: ()) -> Result<Option<PickedKey>> {
    app.read()?;
    let title = "Выберите сертификат подписывающего";
    let Some(path) = app.host.pick_file(title, &["cer", "crt", "pem", "der"]) else { return Ok(None) };
    let (_, certificate) = read_certificate(&read_file(&path, MAX_KEY_BYTES)?)?;
    let words = identity::words(app, &certificate);
    let about =
        format!("{}, № {}, действует по {}", words.owner, words.serial, words.valid_to.format("%d.%m.%Y"));
    let picked = PickedKey { token: app.new_id(), name: name_of(&path), about };
    app.picked.insert(picked.token.clone(), path);
    Ok(Some(picked))
}
