use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use opora_domain::identity::SigningIdentity;
use opora_sign::{certificate_pem, read_certificate};

use super::current;
use crate::folder::hand_out;
use crate::person::IdInput;
use crate::{ApiError, App, Result};

/// Writes a certificate as text (`.pem`) to a chosen folder: the one asked for, or the one in use. Gives the file name,
/// or none when the user changed her mind.
///
/// # Errors
/// `Refused` when no certificate has been made; the errors of writing.
pub fn export(app: &mut App, input: Option<IdInput>) -> Result<Option<String>> {
    let der = certificate(app, input)?;
    write(app, &der, "pem", certificate_pem(&der).as_bytes())
}

/// Writes a certificate as bytes (`.cer`), as Windows and КриптоПро take it.
///
/// # Errors
/// As [`export`].
pub fn export_cer(app: &mut App, input: Option<IdInput>) -> Result<Option<String>> {
    let der = certificate(app, input)?;
    write(app, &der, "cer", &der)
}

fn certificate(app: &App, input: Option<IdInput>) -> Result<Vec<u8>> {
    match input {
        None => Ok(current(app)?.ok_or_else(no_certificate)?.identity.certificate_der),
        Some(IdInput { id }) => {
            let record = app.read()?.need::<SigningIdentity>(&id)?;
            STANDARD.decode(&record.certificate).map_err(ApiError::internal)
        }
    }
}

fn write(app: &App, der: &[u8], ending: &str, bytes: &[u8]) -> Result<Option<String>> {
    let owner = read_certificate(der)?.1.subject;
    let name = format!("Сертификат {owner}.{ending}");
    Ok(hand_out(app, "Куда записать сертификат", &name, bytes)?.map(|file| file.file_name))
}

fn no_certificate() -> ApiError {
    ApiError::refused(
        "Сертификата подписи ещё нет.",
        "Ничего не записано. Создайте сертификат в разделе «Школа и настройки» и повторите.",
    )
}
