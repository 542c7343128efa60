use opora_domain::identity::TrustedCertificate;

use crate::{App, Result};

/// Certificates that the user trusts.
pub fn trusted(app: &mut App, _: ()) -> Result<Vec<TrustedCertificate>> {
    Ok(app.read()?.all()?)
}
