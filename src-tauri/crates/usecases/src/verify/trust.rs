use opora_sign::Trust;

use super::VerifyView;
use super::certificates::record;
use crate::{ApiError, App, Result, ops};

/// Trusts the certificate of the file judged last and judges it again.
///
/// # Errors
/// `Refused` when no file was judged or its owner cannot be trusted.
pub fn trust(app: &mut App, _: ()) -> Result<VerifyView> {
    let judged = app.judged.clone().ok_or_else(nothing_judged)?;
    if !judged.view(app)?.can_trust {
        return Err(nothing_judged());
    }
    let found = judged.found(&Trust::default());
    let (der, certificate) = found.certificate_der.zip(found.signer).ok_or_else(nothing_judged)?;
    let record = record(app, &der, certificate);
    app.transact(ops::TRUST, |tx| {
        tx.insert(&record)?;
        Ok(())
    })?;
    judged.view(app)
}

fn nothing_judged() -> ApiError {
    ApiError::refused(
        "Нет проверенного файла, владельцу которого можно доверять.",
        "Ничего не изменено. Сначала откройте подписанный файл на этом экране.",
    )
}
