use opora_exchange::{safe_name, write_file};
use opora_sign::certificate_pem;

use super::current;
use crate::{ApiError, App, Result};

/// Writes the certificate to a chosen folder; gives the file name, or none when the user changed her mind.
///
/// # Errors
/// `Refused` when no certificate has been made; the errors of writing.
pub fn export(app: &mut App, _: ()) -> Result<Option<String>> {
    let current = current(app)?.ok_or_else(no_certificate)?;
    let Some(folder) = app.host.pick_folder("Куда записать сертификат") else {
        return Ok(None);
    };
    let name = safe_name(&format!("Сертификат {}.pem", current.certificate.subject));
    write_file(&folder.join(&name), certificate_pem(&current.identity.certificate_der).as_bytes())?;
    Ok(Some(name))
}

fn no_certificate() -> ApiError {
    ApiError::refused(
        "Сертификата подписи ещё нет.",
        "Ничего не записано. Создайте сертификат в разделе «Школа и настройки» и повторите.",
    )
}
