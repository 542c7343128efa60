use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::Utc;
use opora_domain::identity::SigningIdentity;
use opora_domain::issued_report::SignerRole;
use opora_sign::Identity;

use super::{CertificateView, Current, words};
use crate::{App, Result, ops};

/// How long a certificate of the school is valid, years.
pub(super) const YEARS: u32 = 3;

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
        role: SignerRole::Deputy,
    };
    keep(app, ops::CREATE_IDENTITY, &record)?;
    let certificate = identity.certificate();
    Ok(Current { identity, certificate })
}

/// Keeps a certificate in place of the earlier one of the same signer.
pub(super) fn keep(app: &mut App, op: opora_store::Op, record: &SigningIdentity) -> Result<()> {
    let today = app.today();
    app.transact(op, |tx| {
        tx.lasting();
        let earlier = tx.all::<SigningIdentity>()?.into_iter();
        for one in earlier.filter(|one| one.retired_on.is_none() && one.role == record.role) {
            tx.update(&SigningIdentity { retired_on: Some(today), ..one })?;
        }
        tx.insert(record)?;
        Ok(())
    })
}
