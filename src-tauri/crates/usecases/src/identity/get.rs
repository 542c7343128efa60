use super::CertificateView;
use crate::{App, Result};

/// The certificate in use.
pub fn get(app: &mut App, _: ()) -> Result<Option<CertificateView>> {
    Err(app.unfinished("identity.get"))
}
