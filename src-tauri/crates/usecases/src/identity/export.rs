use opora_exchange::{safe_name, write_file};
use opora_sign::certificate_pem;

use super::{Current, current};
use crate::folder::{free_path, name_of};
use crate::{ApiError, App, Result};

/// Writes the certificate as text (`.pem`) to a chosen folder; gives the file name, or none when the user changed her
/// mind.
///
/// # Errors
/// `Refused` when no certificate has been made; the errors of writing.
pub fn export(app: &mut App, _: ()) -> Result<Option<String>> {
    let current = current(app)?.ok_or_else(no_certificate)?;
    let pem = certificate_pem(&current.identity.certificate_der);
    write(app, &current, "pem", pem.as_bytes())
}

/// Writes the certificate as bytes (`.cer`), as Windows and КриптоПро take it.
///
/// # Errors
/// As [`export`].
pub fn export_cer(app: &mut App, _: ()) -> Result<Option<String>> {
    let current = current(app)?.ok_or_else(no_certificate)?;
    write(app, &current, "cer", &current.identity.certificate_der)
}

fn write(app: &App, current: &Current, ending: &str, bytes: &[u8]) -> Result<Option<String>> {
    let Some(folder) = app.host.pick_folder("Куда записать сертификат") else {
        return Ok(None);
    };
    let name = safe_name(&format!("Сертификат {}.{ending}", current.certificate.subject));
    let path = free_path(&folder, &name, bytes);
    write_file(&path, bytes)?;
    Ok(Some(name_of(&path)))
}

fn no_certificate() -> ApiError {
    ApiError::refused(
        "Сертификата подписи ещё нет.",
        "Ничего не записано. Создайте сертификат в разделе «Школа и настройки» и повторите.",
    )
}
