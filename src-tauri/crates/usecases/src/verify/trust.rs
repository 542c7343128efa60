use super::VerifyView;
use super::certificates::record;
use super::judge::trust_of;
use crate::{ApiError, App, Result, ops};

/// Trusts the certificate that the view of the file judged last names as unknown, and judges the file again.
///
/// # Errors
/// `Refused` when no file was judged or its owner cannot be trusted.
pub fn trust(app: &mut App, _: ()) -> Result<VerifyView> {
    let judged = app.judged.clone().ok_or_else(nothing_judged)?;
    if !judged.view(app)?.can_trust {
        return Err(nothing_judged());
    }
    let found = judged.found(&trust_of(app)?);
    let unknown = found.unknown().cloned().ok_or_else(nothing_judged)?;
    let (der, certificate) = unknown.certificate_der.zip(unknown.signer).ok_or_else(nothing_judged)?;
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
