//! A key that its owner keeps herself: in a file under her own password, never in the base of the deputy.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::Utc;
use opora_domain::identity::SigningIdentity;
use opora_domain::issued_report::SignerRole;
use opora_sign::Identity;

use super::create::{YEARS, keep};
use super::{KeyFileInput, KeyFileView, words};
use crate::folder::{name_of, put};
use crate::{ApiError, App, Problems, Result, ops};

const MIN_PASSWORD: usize = 8;

/// Makes a key for the director and writes it with its certificate to a chosen folder; none when the user changed her
/// mind. Only the certificate stays in the program: it verifies what the director signs with the file.
///
/// # Errors
/// `Invalid` for a short password; `Refused` without a director in the school card; the errors of writing.
pub fn create_key_file(app: &mut App, input: KeyFileInput) -> Result<Option<KeyFileView>> {
    let school = app.school()?;
    check(&school.director, &input.password)?;
    let Some(folder) = app.host.pick_folder("Куда записать ключ директора: лучше на флешку")
    else {
        return Ok(None);
    };
    let now = app.now().with_timezone(&Utc);
    let identity = Identity::create(&school.director, &school.short_name, now, YEARS)?;
    let key = identity.to_pkcs12(&input.password)?;
    // The file is opened once more before anybody relies on it.
    Identity::from_pkcs12(&key, &input.password)?;
    let (key_file, _) = put(&folder, &format!("Ключ подписи {}.p12", school.director), &key)?;
    let certificate = format!("Сертификат {}.cer", school.director);
    let (certificate_file, _) = put(&folder, &certificate, &identity.certificate_der)?;
    let record = SigningIdentity {
        id: app.new_id(),
        owner: school.director,
        certificate: STANDARD.encode(&identity.certificate_der),
        key: String::new(),
        created_on: app.today(),
        retired_on: None,
        role: SignerRole::Director,
    };
    keep(app, ops::CREATE_KEY_FILE, &record)?;
    let certificate = words(app, &identity.certificate());
    Ok(Some(KeyFileView { folder: name_of(&folder), key_file, certificate_file, certificate }))
}

fn check(director: &str, password: &str) -> Result<()> {
    if director.trim().is_empty() {
        return Err(ApiError::refused(
            "В карточке школы не указан директор.",
            "Ничего не записано. Впишите фамилию, имя и отчество директора в карточку школы и повторите.",
        ));
    }
    let short = password.chars().count() < MIN_PASSWORD;
    let words = "Пароль ключа — не короче 8 знаков. Его придумывает и хранит сам директор.";
    Problems::default().check(short, "password", words).finish()
}
