use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::Utc;
use opora_domain::identity::SigningIdentity;
use opora_sign::Identity;

use super::{CertificateView, Current, words};
use crate::{App, Result, ops};

/// How long a certificate of the school is valid, years.
const YEARS: u32 = 3;

/// Makes a key and a certificate for the deputy; an earlier one is retired.
pub fn create(app: &mut App, _: ()) -> Result<CertificateView> {
    let made = make(app)?;
    Ok(words(app, &made.certificate))
}

/// Makes the identity and keeps it; the key never leaves the encrypted file.
pub(crate) fn make(app: &mut App) -> Result<Current> {
    let school = app.school()?;
    let identity =
        Identity::create(&school.deputy, &school.short_name, app.now().with_timezone(&Utc), YEARS)?;
    let record = SigningIdentity {
        id: app.new_id(),
        owner: school.deputy,
        certificate: STANDARD.encode(&identity.certificate_der),
        key: STANDARD.encode(identity.key_pkcs8_der()),
        created_on: app.today(),
        retired_on: None,
    };
    let today = app.today();
    app.transact(ops::CREATE_IDENTITY, |tx| {
        tx.lasting();
        for earlier in tx.all::<SigningIdentity>()?.into_iter().filter(|earlier| earlier.retired_on.is_none())
        {
            tx.update(&SigningIdentity { retired_on: Some(today), ..earlier })?;
        }
        tx.insert(&record)?;
        Ok(())
    })?;
    let certificate = identity.certificate();
    Ok(Current { identity, certificate })
}
