use super::{CertificateView, create, current};
use crate::{ApiError, App, Result};

/// Makes a new key and certificate in place of the one in use, which stays to verify what it has signed. The new
/// certificate has a new fingerprint: the municipality gets a new act.
///
/// # Errors
/// `Refused` when there is nothing to renew.
pub fn renew(app: &mut App, _: ()) -> Result<CertificateView> {
    match current(app)? {
        Some(_) => create(app, ()),
        None => Err(ApiError::refused(
            "Обновлять нечего: сертификата подписи ещё нет.",
            "Ничего не изменено. Создайте первый сертификат.",
        )),
    }
}
