use super::CertificateView;
use crate::{App, Result};

/// Makes a key and a certificate for the deputy; an earlier one is retired.
pub fn create(app: &mut App, _: ()) -> Result<CertificateView> {
    Err(app.unfinished("identity.create"))
}
